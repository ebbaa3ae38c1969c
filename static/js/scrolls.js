// Wide tables of periods open at their end: the latest period is what people came for.
export function startScrolls() {
  const toEnd = (root) => {
    for (const wrap of root.querySelectorAll("[data-scroll-end]")) {
      const rightToLeft = getComputedStyle(wrap).direction === "rtl";
      wrap.scrollLeft = rightToLeft ? -wrap.scrollWidth : wrap.scrollWidth;
    }
  };
  toEnd(document);
  document.addEventListener("smo:refreshed", () => toEnd(document));
  document.addEventListener("htmx:load", (event) => toEnd(event.detail.elt.parentElement ?? document));
}
