// Swagger UI has a dark mode of its own; it follows the theme of the page. And it calls its list of operations
// the main part of a page that has one already.
"use strict";

const follow = () => {
  const dark = document.documentElement.dataset.bsTheme === "dark";
  document.documentElement.classList.toggle("dark-mode", dark);
};

new MutationObserver(follow).observe(document.documentElement, {
  attributeFilter: ["data-bs-theme"],
});
follow();

document.addEventListener("DOMContentLoaded", () => {
  const drawn = document.getElementById("swagger-ui");
  const rename = () => drawn.querySelector("main:not([role])")?.setAttribute("role", "group");
  new MutationObserver(rename).observe(drawn, { childList: true, subtree: true });
  rename();
});
