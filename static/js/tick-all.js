// A list with boxes to tick: one box in its head ticks them all, and the foot says how many are ticked.
// The form works without it; after htmx swaps the list it is dressed again.
function boxesOf(form) {
  return [...form.querySelectorAll('tbody input[type="checkbox"]')];
}

function count(form) {
  const told = form.querySelector("[data-ticked]");
  const ticked = boxesOf(form).filter((box) => box.checked).length;
  told.dataset.plain ??= told.textContent;
  told.textContent = ticked ? `${ticked} ${told.dataset.words}` : told.dataset.plain;
  const all = form.querySelector("[data-all]");
  all.checked = ticked > 0 && ticked === boxesOf(form).length;
  all.indeterminate = ticked > 0 && !all.checked;
}

function dress(form) {
  if (form.querySelector("[data-all]")) return;
  const all = document.createElement("input");
  Object.assign(all, { type: "checkbox", className: "form-check-input" });
  all.dataset.all = "";
  all.setAttribute("aria-label", form.dataset.tickAll);
  form.querySelector("thead th").prepend(all, " ");
  form.addEventListener("change", (event) => {
    if (event.target === all) boxesOf(form).forEach((box) => { box.checked = all.checked; });
    count(form);
  });
  count(form);
}

function dressAll() {
  document.querySelectorAll("form[data-tick-all]").forEach(dress);
}

dressAll();
document.addEventListener("htmx:afterSwap", dressAll);
