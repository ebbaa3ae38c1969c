// The SWOT board: cards are dragged by mouse or finger; their menus do the same for everybody else.
import Sortable from "../vendor/sortable/sortable.esm.js";

const boardNow = () => document.querySelector("[data-board]");

function send(event) {
  const { item, to, newIndex } = event;
  if (to === event.from && newIndex === event.oldIndex) return;
  window.htmx.ajax("POST", item.dataset.placeUrl, {
    target: "#board",
    swap: "outerHTML",
    values: { move: to.dataset.quadrant, position: newIndex },
  });
}

function arrange() {
  const board = boardNow();
  if (!board || board.classList.contains("is-arranged")) return;
  board.classList.add("is-arranged");
  for (const list of board.querySelectorAll("[data-quadrant]")) {
    Sortable.create(list, {
      group: "swot",
      draggable: ".swot-card",
      filter: ".swot-menu",
      preventOnFilter: false,
      delay: 180,
      delayOnTouchOnly: true,
      animation: window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
      ghostClass: "is-ghost",
      onEnd: send,
    });
  }
}

// After a move by its menu the focus stays with the card, wherever it went.
let moved = "";
document.addEventListener("htmx:beforeRequest", (event) => {
  moved = event.target.closest?.(".swot-card")?.id ?? "";
});
document.addEventListener("htmx:afterSettle", () => {
  arrange();
  if (moved) document.getElementById(moved)?.querySelector("summary")?.focus();
  moved = "";
});
arrange();
