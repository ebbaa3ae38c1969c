// The editor of a formula: a KPI chosen from the list is put where the cursor stands.
const box = document.querySelector("[data-insert-into]");
const formula = box && document.getElementById(box.dataset.insertInto);

function insert() {
  const offered = [...box.list.options].some((option) => option.value === box.value);
  if (!offered) return;
  const before = formula.value.slice(0, formula.selectionStart);
  const gap = before && !/[\s(]$/.test(before) ? " " : "";
  formula.setRangeText(gap + box.value, formula.selectionStart, formula.selectionEnd, "end");
  box.value = "";
  formula.focus();
  formula.dispatchEvent(new Event("input", { bubbles: true }));
}

if (formula) {
  box.addEventListener("input", (event) => { if (event.inputType === "insertReplacementText" || !event.inputType) insert(); });
  box.addEventListener("change", insert);
  box.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); insert(); } });
}
