// The grid of an action plan: rows are dragged, or moved by Alt and arrows; a double click opens a row, Escape
// closes it, and lines pasted into the name of a new task go to the page that shows what was understood.
import { cellsOf } from "./pasted.js";

const place = () => document.getElementById("plan");
const gridNow = () => document.querySelector("[data-plan-grid]");
const swap = (verb, url, values) => window.htmx.ajax(verb, url, { target: "#plan", swap: "innerHTML", values });
let focused = "";

function open(row) {
  focused = row.id;
  swap("GET", row.dataset.editUrl);
}

function move(row, way) {
  focused = row.id;
  swap("POST", row.dataset.moveUrl, { way });
}

const WAYS = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" };

function onKey(event) {
  if (event.key === "Escape" && event.target.closest(".is-edited")) {
    document.querySelector("[data-cancel]")?.click();
    return;
  }
  const row = event.target.closest("tr[data-move-url]");
  if (!row || !event.altKey || !WAYS[event.key]) return;
  event.preventDefault();
  const mirrored = getComputedStyle(row).direction === "rtl";
  const key = mirrored ? { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[event.key] ?? event.key : event.key;
  move(row, WAYS[key]);
}

// A form that is sent by hand, so that the answer is a page of its own.
function sendLines(text) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = gridNow().dataset.pasteUrl;
  const token = document.querySelector("#task-new [name=csrfmiddlewaretoken]").value;
  for (const [name, value] of [["csrfmiddlewaretoken", token], ["text", text]]) {
    const field = document.createElement("textarea");
    field.name = name;
    field.value = value;
    form.append(field);
  }
  form.hidden = true;
  document.body.append(form);
  form.submit();
}

function onPaste(event) {
  if (event.target.name !== "new-name" || !gridNow().dataset.pasteUrl) return;
  const text = event.clipboardData.getData("text/plain");
  const block = cellsOf(text);
  if (block.length === 1 && block[0].length === 1) return;
  event.preventDefault();
  sendLines(text);
}

// Where a row was dropped says its phase: right below a part it is one, too.
function onDrop(event) {
  const row = event.item;
  if (event.newIndex === event.oldIndex) return;
  const above = row.previousElementSibling;
  const isPhase = document.querySelector(`[data-part-of="${row.dataset.task}"]`) !== null;
  const phase = above && !isPhase ? above.dataset.partOf || (above.classList.contains("is-phase") ? above.dataset.task : "") : "";
  const beside = [...row.parentElement.querySelectorAll("tr[data-task]")].filter((each) => (each === row ? true : each.dataset.partOf === phase));
  swap("POST", row.dataset.moveUrl, { part_of: phase, place: beside.indexOf(row) });
}

async function arrange() {
  const grid = gridNow();
  if (!grid?.dataset.sortable || grid.dataset.arranged) return;
  grid.dataset.arranged = "yes";
  const { default: Sortable } = await import(grid.dataset.sortable);
  Sortable.create(grid.tBodies[0], {
    draggable: "tr[data-task]",
    filter: "a, button, input, select, details",
    preventOnFilter: false,
    delay: 180,
    delayOnTouchOnly: true,
    animation: window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
    onEnd: onDrop,
  });
}

function start() {
  place().addEventListener("keydown", onKey);
  place().addEventListener("paste", onPaste);
  place().addEventListener("dblclick", (event) => {
    const row = event.target.closest("tr[data-edit-url]");
    if (row && !event.target.closest("a, button, input, select, summary")) open(row);
  });
  // Whoever writes goes on where they were: in the saved row, or in the next new line.
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.id === "task-new") focused = "new-task";
    else if (event.target.id === "task-row") focused = document.querySelector(".is-edited")?.id ?? "";
    else focused ||= event.target.closest?.("tr[data-task]")?.id ?? "";
  });
  document.addEventListener("htmx:afterSettle", () => {
    arrange();
    const row = focused && document.getElementById(focused);
    if (row) (row.querySelector("input:not([type=hidden])") ?? row.querySelector("summary"))?.focus();
    focused = "";
  });
  arrange();
}

if (place()) start();
