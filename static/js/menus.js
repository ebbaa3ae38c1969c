// Menus are <details>: they open without scripts; here they also close on Escape, on a click elsewhere and on leaving.
const openMenus = () => document.querySelectorAll("details[data-menu][open]");

const close = (menu, refocus) => {
  menu.open = false;
  if (refocus) menu.querySelector("summary").focus();
};

export function startMenus() {
  document.addEventListener("click", (event) => {
    for (const menu of openMenus()) if (!menu.contains(event.target)) close(menu, false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const menu of openMenus()) close(menu, menu.contains(document.activeElement));
    if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event);
  });
  document.addEventListener("focusin", (event) => {
    for (const menu of openMenus()) if (!menu.contains(event.target)) close(menu, false);
  });
}

// Arrow keys walk through an open menu; inside a text field they keep their own meaning.
function step(event) {
  const menu = event.target.closest?.("details[data-menu][open]");
  if (!menu || event.target.matches("input[type=date], textarea, select")) return;
  const stops = [...menu.querySelectorAll(".menu a, .menu button")].filter((stop) => stop.offsetParent !== null);
  if (!stops.length) return;
  const at = stops.indexOf(document.activeElement);
  const next = event.key === "ArrowDown" ? at + 1 : at < 0 ? stops.length - 1 : at - 1;
  stops[(next + stops.length) % stops.length].focus();
  event.preventDefault();
}
