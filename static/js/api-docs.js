// Swagger UI has a dark mode of its own; it follows the theme of the page.
"use strict";

const follow = () => {
  const dark = document.documentElement.dataset.bsTheme === "dark";
  document.documentElement.classList.toggle("dark-mode", dark);
};

new MutationObserver(follow).observe(document.documentElement, {
  attributeFilter: ["data-bs-theme"],
});
follow();
