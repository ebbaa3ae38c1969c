// Wide tables of periods open at their end: the latest period is what people came for.
export function startScrolls() {
  const toEnd = () => {
    for (const wrap of document.querySelectorAll("[data-scroll-end]")) {
      const rightToLeft = getComputedStyle(wrap).direction === "rtl";
      wrap.scrollLeft = rightToLeft ? -wrap.scrollWidth : wrap.scrollWidth;
    }
  };
  toEnd();
  document.addEventListener("smo:refreshed", toEnd);
}
