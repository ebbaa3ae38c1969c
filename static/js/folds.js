// Rows that fold: a button with data-fold="group" hides every row whose data-in lists that group.
const closed = (table) =>
  new Set([...table.querySelectorAll("[data-fold][aria-expanded=false]")].map((button) => button.dataset.fold));

export function startFolds() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-fold]");
    if (!button) return;
    button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") === "false"));
    const table = button.closest("table");
    const shut = closed(table);
    for (const row of table.querySelectorAll("[data-in]")) {
      row.hidden = row.dataset.in.split(" ").some((group) => shut.has(group));
    }
  });
}
