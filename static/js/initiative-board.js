// The board of initiatives: a card dragged to another stage opens the page that asks for its gate.
// Without a mouse the link "Move…" on each card leads to the same page.
let dragged = null;

function ways() {
  return (dragged?.dataset.ways ?? "").split(" ");
}

function columnOf(event) {
  const column = event.target.closest?.("[data-board] [data-stage]");
  return column && ways().includes(column.dataset.stage) ? column : null;
}

function unmark() {
  document.querySelectorAll("[data-stage].is-open, [data-stage].is-over").forEach((each) => {
    each.classList.remove("is-open", "is-over");
  });
}

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-board] [data-ways]") ?? null;
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  document.querySelectorAll("[data-board] [data-stage]").forEach((each) => {
    each.classList.toggle("is-open", ways().includes(each.dataset.stage));
  });
});

document.addEventListener("dragover", (event) => {
  const column = columnOf(event);
  document.querySelectorAll("[data-stage].is-over").forEach((each) => each.classList.toggle("is-over", each === column));
  if (!column) return;
  event.preventDefault();
  column.classList.add("is-over");
});

document.addEventListener("drop", (event) => {
  const column = columnOf(event);
  if (!column) return;
  event.preventDefault();
  window.location.assign(`${dragged.dataset.ask}?to=${column.dataset.stage}`);
});

document.addEventListener("dragend", () => {
  dragged = null;
  unmark();
});
