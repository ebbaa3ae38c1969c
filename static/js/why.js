// Why: a link to an explanation opens it beside the table it stands in. The address then carries what is open, so that
// it can be sent, and Esc closes it. Without scripts the link leads to a page of its own.
const SLOT = "#why";
const slot = () => document.querySelector(SLOT);
const url = () => new URL(location.href);

const keyOf = (href) => {
  const asked = new URL(href, location.href).searchParams;
  return `${asked.get("kind") ?? "plan"}:${asked.get("key") ?? ""}`;
};

const remember = (key, against) => {
  const address = url();
  for (const [name, value] of Object.entries({ why: key, against })) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, "", address);
};

const opener = (key) =>
  [...document.querySelectorAll(".beside > :not(.why-aside) a.why-link")].find((link) => keyOf(link.href) === key);

// The row that is explained is tinted, the rail folded to make room.
const mark = () => {
  const panel = slot()?.querySelector("[data-why-key]");
  for (const row of document.querySelectorAll("tr.is-selected[data-why]")) {
    row.classList.remove("is-selected");
    delete row.dataset.why;
  }
  const row = panel && opener(panel.dataset.whyKey)?.closest("tr");
  if (row) {
    row.classList.add("is-selected");
    row.dataset.why = "";
  }
  document.documentElement.toggleAttribute("data-fold-rail", Boolean(panel));
  dispatchEvent(new Event("smo:preferences"));
};

async function open(link) {
  const aside = slot();
  aside.setAttribute("aria-busy", "true");
  try {
    await window.htmx.ajax("GET", link.href, { target: SLOT, swap: "innerHTML" });
  } finally {
    aside.removeAttribute("aria-busy");
  }
  const key = keyOf(link.href);
  if (aside.querySelector("[data-why-key]")?.dataset.whyKey !== key) {
    location.assign(link.href); // the answer was another one than asked for: show it whole
    return;
  }
  remember(key, new URL(link.href).searchParams.get("against"));
  mark();
  aside.scrollTop = 0;
  aside.querySelector("[data-why-title]")?.focus({ preventScroll: true });
}

function close() {
  const key = slot().querySelector("[data-why-key]")?.dataset.whyKey;
  slot().replaceChildren();
  remember(null);
  mark();
  opener(key)?.focus({ preventScroll: true });
}

const plain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

export function startWhy() {
  document.addEventListener("click", (event) => {
    if (!slot() || !plain(event)) return;
    const link = event.target.closest("a.why-link");
    if (link) {
      event.preventDefault();
      open(link);
    } else if (event.target.closest("[data-why-close]")) {
      event.preventDefault();
      close();
    }
  });
  document.addEventListener("keydown", (event) => {
    const busy = document.querySelector("dialog[open], details[open].picker, details[open].me");
    if (event.key !== "Escape" || event.defaultPrevented || busy || !slot()?.firstElementChild) return;
    close();
  });
  document.addEventListener("smo:refreshed", mark);
  if (slot()) mark();
}
