// The strategy map: draws the arrows of the table between the cards, and lets cards be dragged. What is dragged can be
// moved by the card's menu as well; without scripts the arrows are the table and the words on the cards.
const SVG = "http://www.w3.org/2000/svg";
let map = document.querySelector("[data-map]");
const rightToLeft = document.documentElement.dir === "rtl";

const element = (name, attributes) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const box = (card) => {
  const outer = map.getBoundingClientRect();
  const { left, right, top, bottom } = card.getBoundingClientRect();
  return { left: left - outer.left, right: right - outer.left, top: top - outer.top, bottom: bottom - outer.top };
};

// From which side of the cause to which side of the effect: up, down, or beside within a line.
function sides(from, to) {
  if (to.bottom <= from.top) return ["top", "bottom"];
  if (to.top >= from.bottom) return ["bottom", "top"];
  return from.left < to.left ? ["right", "left"] : ["left", "right"];
}

const middle = (rect) => [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];

// The arrows that end or begin at one side of a card stand beside one another, in the order of their other ends.
function ports(arrows) {
  const bySide = new Map();
  for (const arrow of arrows) {
    for (const end of ["from", "to"]) {
      const key = `${arrow[end].id} ${arrow[end].side}`;
      bySide.set(key, [...(bySide.get(key) ?? []), [arrow, end]]);
    }
  }
  for (const group of bySide.values()) {
    const upright = ["top", "bottom"].includes(group[0][0][group[0][1]].side);
    const other = ([arrow, end]) => middle(arrow[end === "from" ? "to" : "from"].rect)[upright ? 0 : 1];
    group.sort((a, b) => other(a) - other(b));
    group.forEach(([arrow, end], i) => {
      const { rect, side } = arrow[end];
      const room = upright ? rect.right - rect.left : rect.bottom - rect.top;
      const step = Math.min(40, (room * 0.7) / group.length);
      const shift = (i - (group.length - 1) / 2) * step;
      const [x, y] = middle(rect);
      arrow[end].point = upright ? [x + shift, rect[side]] : [rect[side], y + shift];
    });
  }
}

const HEAD = 9;
const OUT = { top: [0, -1], bottom: [0, 1], left: [-1, 0], right: [1, 0] };

function curve({ from, to }) {
  const [x1, y1] = from.point;
  const [dx, dy] = OUT[to.side];
  const [x2, y2] = [to.point[0] + dx * HEAD, to.point[1] + dy * HEAD];
  const reach = Math.max(14, (dy ? Math.abs(y2 - y1) : Math.abs(x2 - x1)) * 0.55);
  const [ox, oy] = OUT[from.side];
  return `M${x1} ${y1}C${x1 + ox * reach} ${y1 + oy * reach} ${x2 + dx * reach} ${y2 + dy * reach} ${x2} ${y2}`;
}

// A head for what helps, a bar across the end for what hinders.
function ending({ to }, hinders) {
  const [x, y] = to.point;
  const [dx, dy] = OUT[to.side];
  const [bx, by] = [x + dx * HEAD, y + dy * HEAD];
  if (hinders) return `M${bx + dy * 5} ${by + dx * 5}L${bx - dy * 5} ${by - dx * 5}`;
  return `M${x} ${y}L${bx + dy * 3.5} ${by + dx * 3.5}L${bx - dy * 3.5} ${by - dx * 3.5}z`;
}

function draw() {
  const cards = new Map([...map.querySelectorAll("[data-card]")].map((card) => [card.dataset.card, card]));
  const arrows = [...document.querySelectorAll("[data-arrow]")]
    .filter((row) => cards.has(row.dataset.cause) && cards.has(row.dataset.effect))
    .map((row) => {
      const [from, to] = [row.dataset.cause, row.dataset.effect].map((id) => ({ id, rect: box(cards.get(id)) }));
      [from.side, to.side] = sides(from.rect, to.rect);
      return { from, to, hinders: "hinders" in row.dataset, fed: "fed" in row.dataset };
    });
  ports(arrows);
  const { width, height } = map.getBoundingClientRect();
  const drawing = element("svg", {
    class: "map-drawing", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", "aria-hidden": "true",
  });
  for (const arrow of arrows.sort((a, b) => a.fed - b.fed)) {
    const tone = arrow.fed ? " is-fed" : "";
    drawing.append(
      element("path", { class: `map-line${tone}${arrow.hinders ? " is-hinders" : ""}`, d: curve(arrow) }),
      element("path", { class: `${arrow.hinders ? "map-line" : "map-head"}${tone}`, d: ending(arrow, arrow.hinders) }),
    );
  }
  map.querySelector(".map-drawing")?.remove();
  map.append(drawing);
}

async function move(event) {
  if (event.from === event.to && event.oldIndex === event.newIndex) return;
  const form = document.getElementById("map-move");
  form.elements.objective.value = event.item.dataset.card;
  form.elements.to.value = `${event.to.dataset.lane}:${event.newIndex}`;
  draw();
  const headers = { "X-Moved": "1" };
  await fetch(form.action, { method: "POST", body: new FormData(form), headers, redirect: "manual" }).catch(() => null);
  // What the menus offer is another now, or the move was refused: the page says which.
  location.reload();
}

async function arrange() {
  const { default: Sortable } = await import(map.dataset.sortable);
  for (const lane of map.querySelectorAll("[data-lane]")) {
    for (const card of lane.children) card.classList.add("is-movable");
    Sortable.create(lane, {
      group: "across" in map.dataset ? "lanes" : `lane-${lane.dataset.lane}`,
      draggable: ".map-card",
      filter: ".map-menu",
      preventOnFilter: false,
      delay: 180,
      delayOnTouchOnly: true,
      direction: rightToLeft ? "horizontal" : undefined,
      onChange: draw,
      onEnd: move,
    });
  }
}

const resized = new ResizeObserver(() => draw());

// Also after a refresh with newer numbers, which put another map into the page.
function begin() {
  map = document.querySelector("[data-map]");
  resized.disconnect();
  if (!map) return;
  resized.observe(map);
  if (map.dataset.sortable) arrange();
}

// Paper has another layout than the window: it is taken on before, so that the arrows fit it.
function onPaper(printing) {
  document.documentElement.classList.toggle("map-on-paper", printing);
  if (map) draw();
}

addEventListener("beforeprint", () => onPaper(true));
addEventListener("afterprint", () => onPaper(false));
begin();
document.fonts?.ready.then(() => map && draw());
document.addEventListener("smo:refreshed", begin);
