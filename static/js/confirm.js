// A destructive link asks here; without scripts it opens its confirm page, which asks the same.
export function startConfirm() {
  const dialog = document.getElementById("confirm-dialog");
  if (!dialog?.showModal) return;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-confirm]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    dialog.querySelector("#confirm-title").textContent = link.dataset.confirm;
    dialog.querySelector("#confirm-text").textContent = link.dataset.confirmText ?? "";
    dialog.querySelector("#confirm-button").textContent = link.dataset.confirmButton || link.textContent;
    dialog.querySelector("form").action = link.href;
    dialog.showModal();
    // The safe way out has the focus.
    dialog.querySelector("[data-confirm-cancel]").focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-confirm-cancel]")) dialog.close();
  });
}
