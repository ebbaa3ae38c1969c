// Rating by choosing a cell: the arrows up and down go to the cell above or below. Without this they go
// through the cells one after another, as they do in every group of radio buttons.
const STEPS = { ArrowUp: -1, ArrowDown: 1 };

document.addEventListener("keydown", (event) => {
  const step = STEPS[event.key];
  const cell = step && event.target.closest?.("[data-matrix] input[type=radio]")?.closest("td");
  if (!cell) return;
  event.preventDefault();
  const row = step < 0 ? cell.parentElement.previousElementSibling : cell.parentElement.nextElementSibling;
  const next = row?.cells[cell.cellIndex]?.querySelector("input[type=radio]");
  if (!next) return;
  next.checked = true;
  next.focus();
});
