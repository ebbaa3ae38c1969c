// Runs before the first paint, so that nothing flashes: colours and the folded rail as the reader left them.
(() => {
  const root = document.documentElement;
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage may be forbidden; then the system decides
    }
  };
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    const choice = read("smo-theme");
    const wanted = choice === "light" || choice === "dark" ? choice : dark.matches ? "dark" : "light";
    if (root.dataset.bsTheme !== wanted) root.dataset.bsTheme = wanted;
  };
  const fold = () => {
    const narrow = matchMedia("(max-width: 1099px)").matches;
    const choice = read("smo-rail");
    const byPage = root.hasAttribute("data-fold-rail");
    root.classList.toggle("is-folded", choice ? choice === "folded" : narrow || byPage);
  };
  root.classList.add("js");
  paint();
  fold();
  dark.addEventListener("change", paint);
  addEventListener("storage", paint);
  addEventListener("resize", fold);
  addEventListener("smo:preferences", () => { paint(); fold(); });
})();
