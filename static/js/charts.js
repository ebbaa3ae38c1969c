// Draws Plotly figures that Python made. A figure names its colours as var(--token); they are read when drawn,
// so the same figure is right in light, in dark and on paper. Plotly is loaded only where there is a chart.
let loading = null;
const NARROW = 560; // below this width a figure's `narrow` layout, if it has one, replaces parts of the usual one

const load = (url) => {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => { loading = null; reject(new Error(`could not load ${url}`)); };
    document.head.append(script);
  });
  return loading;
};

// A custom property may hold light-dark(…); only a computed colour is one that Plotly can read.
function tokenReader() {
  const probe = document.createElement("span");
  probe.hidden = true;
  document.body.append(probe);
  const seen = new Map();
  const read = (token) => {
    if (!seen.has(token)) {
      probe.style.color = token;
      seen.set(token, getComputedStyle(probe).color);
    }
    return seen.get(token);
  };
  return { read, done: () => probe.remove() };
}

const resolved = (value, read) => {
  if (typeof value === "string") return /^var\(--[\w-]+\)$/.test(value) ? read(value) : value;
  if (Array.isArray(value)) return value.map((item) => resolved(item, read));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolved(item, read)]));
  }
  return value;
};

const merged = (base, over) => {
  const result = { ...base };
  for (const [key, value] of Object.entries(over ?? {})) {
    const both = value && typeof value === "object" && !Array.isArray(value) && typeof result[key] === "object";
    result[key] = both ? merged(result[key], value) : value;
  }
  return result;
};

const axis = { fixedrange: true, gridcolor: "var(--chart-grid)", linecolor: "var(--line-strong)", zeroline: false, automargin: true,
  tickfont: { size: 11, color: "var(--ink-3)" }, title: { font: { size: 12, color: "var(--ink-3)" } } };

const theme = (font) => ({
  font: { family: font, size: 12, color: "var(--ink-2)" },
  paper_bgcolor: "rgba(0,0,0,0)",
  plot_bgcolor: "rgba(0,0,0,0)",
  colorway: ["var(--chart-actual)", "var(--ink-3)", "var(--on-fill)", "var(--near-fill)"],
  margin: { l: 44, r: 16, t: 16, b: 36 },
  showlegend: false,
  hovermode: "x unified",
  dragmode: false,
  hoverlabel: { bgcolor: "var(--surface)", bordercolor: "var(--line-strong)", font: { color: "var(--ink)", size: 12 } },
  xaxis: { ...axis, showgrid: false, showline: true },
  yaxis: { ...axis, showline: false },
});

// On a narrow screen a few upright labels say more than many turned ones.
function withFewerTicks(layout, width) {
  if (width > 520) return layout;
  const { tickvals, ticktext, ...rest } = layout.xaxis;
  if (!tickvals) return { ...layout, xaxis: { ...rest, nticks: 4, tickangle: 0 } };
  const every = Math.ceil(tickvals.length / 4);
  const kept = (values) => values?.filter((_, index) => index % every === 0);
  return { ...layout, xaxis: { ...rest, tickvals: kept(tickvals), ticktext: kept(ticktext), tickangle: 0 } };
}

function draw(Plotly, canvas) {
  const source = document.getElementById(canvas.dataset.chart);
  if (!source) return;
  const figure = JSON.parse(source.textContent);
  const { template, ...wide } = figure.layout ?? {};
  const layout = canvas.clientWidth < NARROW && figure.narrow ? merged(wide, figure.narrow) : wide;
  const font = getComputedStyle(document.body).fontFamily;
  const tokens = tokenReader();
  const data = resolved(figure.data, tokens.read);
  const whole = resolved(withFewerTicks(merged(theme(font), layout), canvas.clientWidth), tokens.read);
  tokens.done();
  const locale = document.documentElement.lang;
  Plotly.react(canvas, data, { ...whole, autosize: true }, { displayModeBar: false, responsive: true, locale });
  canvas.dataset.drawn = "true";
}

export function drawCharts(root = document) {
  for (const canvas of root.querySelectorAll("[data-chart]")) {
    load(canvas.dataset.plotly).then((Plotly) => draw(Plotly, canvas)).catch(() => {
      canvas.textContent = "";
      canvas.classList.add("is-missing");
    });
  }
}

export function startCharts() {
  drawCharts();
  const again = () => drawCharts();
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
  document.body.addEventListener("htmx:afterSettle", (event) => drawCharts(event.target));
  document.addEventListener("smo:refreshed", again);
}
