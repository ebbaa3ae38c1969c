// A grid of numbers: a block pasted from a spreadsheet spreads over the cells, Enter and the arrows go up and down.
import { cellsOf } from "./pasted.js";

const grid = document.querySelector("[data-paste-grid]");
const lines = () => [...grid.tBodies[0].rows].map((row) => [...row.cells].slice(1).map((cell) => cell.querySelector("input, select")));

// A choice takes what is called so; what is called otherwise chooses nothing and is marked.
function fill(field, text) {
  if (!field.options) { field.value = text; return; }
  const called = text.toLowerCase();
  field.selectedIndex = [...field.options].findIndex((option) => [option.text.trim(), option.value].some((each) => each.toLowerCase() === called));
  field.classList.toggle("is-invalid", field.selectedIndex < 0);
}

function placeOf(field, all) {
  const down = all.findIndex((line) => line.includes(field));
  return [down, all[down].indexOf(field)];
}

grid?.addEventListener("paste", (event) => {
  const block = cellsOf(event.clipboardData.getData("text/plain"));
  if (!event.target.matches("input") || (block.length === 1 && block[0].length === 1)) return;
  event.preventDefault();
  const all = lines();
  const [down, across] = placeOf(event.target, all);
  block.forEach((row, i) => row.forEach((text, j) => {
    const field = all[down + i]?.[across + j];
    if (field) fill(field, text.trim());
  }));
});

grid?.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, Enter: event.shiftKey ? -1 : 1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.matches("input")) return;
  const all = lines();
  const [down, across] = placeOf(event.target, all);
  const next = all[down + step]?.[across];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select?.();
});
