// Long pickers: typing narrows the list; opening one shows and focuses the present choice.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function startPickers() {
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-picker-search]")) return;
    const wanted = plain(event.target.value);
    for (const option of event.target.closest(".menu").querySelectorAll("a")) {
      option.hidden = !plain(option.textContent).includes(wanted);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("[data-picker-search]")) return;
    event.preventDefault();
    event.target.closest(".menu").querySelector("a:not([hidden])")?.click();
  });
  document.addEventListener("toggle", (event) => {
    if (!event.target.matches?.("details.picker[open]")) return;
    const menu = event.target.querySelector(".menu");
    const present = menu.querySelector("[aria-current]");
    if (present) menu.scrollTop = present.offsetTop - menu.clientHeight / 2;
    event.target.querySelector("[data-picker-search]")?.focus({ preventScroll: true });
  }, true);
}
