// Ctrl-K (or Cmd-K) goes to the search from anywhere.
export function startShortcuts() {
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
    const search = document.querySelector("a[data-search]");
    if (!search) return;
    event.preventDefault();
    search.click();
  });
}
