// A Gantt chart that is wider than its place opens with today in sight, a third from its beginning.
function show(root) {
  for (const place of root.querySelectorAll("[data-gantt]")) {
    const today = place.querySelector(".gantt-today");
    if (today) place.scrollLeft = Math.max(0, today.getBBox().x - place.clientWidth / 3);
  }
}

show(document);
document.addEventListener("htmx:load", (event) => show(event.detail.elt.parentElement ?? document));
