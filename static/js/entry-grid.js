// The entry grid: Enter, arrows and "=" move and fill, a block pasted from a spreadsheet spreads over the cells, and a
// row is saved when it is left. The server reads the numbers and says what became of each; without this script the
// form is sent whole. Rows (or cells of the grid by KPI) carry data-entry, their fields end in the same key.
import { cellsOf } from "./pasted.js";

const RETRY = 5000;
const form = document.querySelector("[data-entry-grid]");
const says = form?.querySelector("[data-entry-says]");
const waiting = new Set();
let busy = false;

const entries = () => [...form.querySelectorAll("[data-entry]")];
const entryOf = (element) => element?.closest?.("[data-entry]");
const valueOf = (entry) => entry.querySelector("[name^='value-']");
const fieldsOf = (entry) => [...entry.querySelectorAll("[name]")].filter((field) => field.type !== "checkbox" || field.checked);
const stamp = (entry) => JSON.stringify(fieldsOf(entry).map((field) => field.value));
const isNew = (entry) => valueOf(entry).value.trim() !== "" && entry.dataset.sent !== stamp(entry);
const isDone = (entry) => ["stored", "unchanged", "waits"].includes(entry.dataset.outcome);

function tell(entry, text) {
  const state = entry.querySelector("[data-entry-state]");
  state.textContent = text;
}

function count() {
  const all = entries();
  const done = all.filter(isDone).length;
  const place = form.querySelector("[data-entry-count]");
  if (!place) return;
  place.textContent = place.dataset.of.replace("{n}", done).replace("{all}", all.length);
  form.querySelector("progress.meter").value = done;
}

function show(entry, answer) {
  entry.dataset.outcome = answer.outcome;
  entry.querySelector("[data-entry-state]").innerHTML = answer.state;
  entry.querySelector("[data-entry-message]").innerHTML = answer.message.trim();
  const change = entry.querySelector("[data-entry-change]");
  if (change) change.textContent = answer.change;
  const wrong = !isDone(entry);
  valueOf(entry).classList.toggle("is-invalid", answer.outcome === "wrong");
  valueOf(entry).classList.toggle("is-asked", wrong && answer.outcome !== "wrong");
  if (wrong) valueOf(entry).setAttribute("aria-invalid", "true");
  else valueOf(entry).removeAttribute("aria-invalid");
  const asked = entry.querySelector("[data-entry-message]").textContent.trim();
  const label = entry.querySelector("th a")?.textContent ?? valueOf(entry).getAttribute("aria-label");
  says.textContent = `${label}: ${entry.querySelector("[data-entry-state]").textContent.trim()} ${asked}`;
}

class NotNow extends Error {}

async function send(sent) {
  const body = new URLSearchParams();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  for (const entry of sent) for (const field of fieldsOf(entry)) body.append(field.name, field.value);
  let response;
  try {
    response = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
  } catch {
    throw new NotNow(form.dataset.saysOffline);
  }
  if (response.status >= 500 || response.status === 429) throw new NotNow(form.dataset.saysFailed);
  if (!response.ok || response.redirected) throw new Error(form.dataset.saysRefused);
  return (await response.json()).cells;
}

// One request at a time, so that a later value of a cell never arrives before an earlier one.
async function save() {
  if (busy || !waiting.size) return;
  busy = true;
  const sent = [...waiting];
  waiting.clear();
  const stamps = new Map(sent.map((entry) => [entry, stamp(entry)]));
  for (const entry of sent) {
    entry.dataset.sent = stamps.get(entry);
    tell(entry, form.dataset.saysSaving);
  }
  try {
    const cells = await send(sent);
    for (const entry of sent) {
      if (cells[entry.dataset.entry] && stamp(entry) === stamps.get(entry)) show(entry, cells[entry.dataset.entry]);
      // The fields of an answer are new ones: what was sent is what they hold now.
      if (stamp(entry) !== stamps.get(entry) && !isNew(entry)) entry.dataset.sent = stamp(entry);
      else if (!isDone(entry)) entry.dataset.sent = stamp(entry);
    }
    count();
  } catch (problem) {
    for (const entry of sent) {
      delete entry.dataset.sent;
      tell(entry, problem.message);
      if (problem instanceof NotNow) waiting.add(entry);
    }
    says.textContent = problem.message;
    if (problem instanceof NotNow) setTimeout(save, RETRY);
    busy = false;
    return;
  }
  busy = false;
  save();
}

function keep(entry) {
  if (!entry || !isNew(entry)) return;
  waiting.add(entry);
  save();
}

function rows() {
  return [...form.querySelectorAll("tr")].filter((row) => row.querySelector("[data-column]"));
}

function neighbour(field, down, across = 0) {
  const all = rows();
  const row = all[all.indexOf(field.closest("tr")) + down];
  return row?.querySelector(`[data-column="${Number(field.dataset.column) + across}"]`);
}

function move(field, down) {
  const next = neighbour(field, down);
  if (next) {
    next.focus();
    next.select();
  } else {
    keep(entryOf(field));
  }
}

function fillSame(field) {
  const same = entryOf(field)?.querySelector("[data-same]");
  if (!same) return false;
  valueOf(entryOf(field)).value = same.dataset.same;
  return true;
}

function confirmAgain(entry) {
  const box = entry.querySelector("[name^='ok-']");
  if (entry.dataset.outcome !== "asks" || !box || isNew(entry)) return false;
  box.checked = true;
  keep(entry);
  return true;
}

function onKey(event) {
  const field = event.target;
  if (event.key === "Enter" && field.matches("[data-confirms]:not([type=checkbox])")) {
    event.preventDefault();
    keep(entryOf(field));
    return;
  }
  if (!field.matches("[data-column]") || event.isComposing) return;
  const whole = field.value === "" || (field.selectionStart === 0 && field.selectionEnd === field.value.length);
  const unchanged = (event.key === "=" && whole && field.name.startsWith("value-")) || (event.key === "Enter" && event.ctrlKey);
  if (unchanged) {
    if (!fillSame(field)) return;
    event.preventDefault();
    move(field, 1);
  } else if (event.key === "Enter") {
    event.preventDefault();
    if (!confirmAgain(entryOf(field))) move(field, event.shiftKey ? -1 : 1);
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(field, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Escape") {
    field.value = field.defaultValue;
  }
}

function onPaste(event) {
  const first = event.target;
  const text = event.clipboardData.getData("text/plain");
  if (!first.matches("[data-column]") || !/[\t\n]/.test(text.trimEnd())) return;
  event.preventDefault();
  const touched = new Set();
  cellsOf(text).forEach((row, down) => row.forEach((cell, across) => {
    const field = neighbour(first, down, across);
    if (!field || cell.trim() === "") return;
    field.value = cell.trim();
    touched.add(entryOf(field));
  }));
  for (const entry of touched) if (isNew(entry)) waiting.add(entry);
  save();
}

function onLeave(event) {
  const entry = entryOf(event.target);
  if (entry && entryOf(event.relatedTarget) !== entry) keep(entry);
}

function onClick(event) {
  const same = event.target.closest("[data-same]");
  if (!same) return;
  const field = valueOf(entryOf(same));
  fillSame(field);
  keep(entryOf(field));
}

function onUnload(event) {
  if (waiting.size || busy || entries().some((entry) => isNew(entry) && !isDone(entry))) event.preventDefault();
}

function focusWanted() {
  const wanted = location.hash.startsWith("#v-") && document.getElementById(location.hash.slice(1));
  if (wanted) valueOf(wanted)?.focus();
}

function start() {
  for (const entry of entries()) entry.dataset.sent = stamp(entry);
  form.addEventListener("keydown", onKey);
  form.addEventListener("paste", onPaste);
  form.addEventListener("focusout", onLeave);
  form.addEventListener("click", onClick);
  form.addEventListener("change", (event) => { if (event.target.matches("[data-confirms][type=checkbox]")) keep(entryOf(event.target)); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // What was returned may be handed in again as it is.
    for (const entry of entries()) if (isNew(entry) || ("returned" in entry.dataset && !entry.dataset.outcome)) waiting.add(entry);
    save();
  });
  addEventListener("online", save);
  addEventListener("beforeunload", onUnload);
  count();
  addEventListener("hashchange", focusWanted);
  // The browser goes to the row by itself, and takes the focus away from where it was.
  if (document.readyState === "complete") focusWanted();
  else addEventListener("load", () => setTimeout(focusWanted));
}

if (form) start();
