// The reader's colours and folded rail, remembered in this browser.
const store = (key, value) => {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // Storage may be forbidden; the choice then lasts for this page only.
  }
  dispatchEvent(new Event("smo:preferences"));
};

const show = () => {
  let chosen = "auto";
  try {
    chosen = localStorage.getItem("smo-theme") ?? "auto";
  } catch {
    // as above
  }
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === chosen));
  }
  const folded = document.documentElement.classList.contains("is-folded");
  for (const button of document.querySelectorAll("[data-rail-toggle]")) {
    button.setAttribute("aria-pressed", String(folded));
  }
};

export function startPreferences() {
  show();
  addEventListener("smo:preferences", show);
  document.addEventListener("click", (event) => {
    const theme = event.target.closest("[data-theme-choice]");
    if (theme) store("smo-theme", theme.dataset.themeChoice === "auto" ? "" : theme.dataset.themeChoice);
    if (event.target.closest("[data-rail-toggle]")) {
      store("smo-rail", document.documentElement.classList.contains("is-folded") ? "open" : "folded");
    }
  });
}
