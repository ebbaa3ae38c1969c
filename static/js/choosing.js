// A table whose rows are chosen: all at once, and up and down with the arrow keys.
for (const form of document.querySelectorAll("form[data-choosing]")) {
  const all = form.querySelector("[data-choose-all]");
  const rows = [...form.querySelectorAll('input[name="row"]')];
  const tell = () => {
    const chosen = rows.filter((row) => row.checked).length;
    if (!all) return;
    all.checked = chosen > 0 && chosen === rows.length;
    all.indeterminate = chosen > 0 && chosen < rows.length;
  };
  all?.addEventListener("change", () => {
    for (const row of rows) row.checked = all.checked;
    tell();
  });
  form.addEventListener("change", tell);
  form.addEventListener("keydown", (event) => {
    const place = rows.indexOf(event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (place < 0 || !step) return;
    event.preventDefault();
    rows[place + step]?.focus();
  });
  tell();
}
