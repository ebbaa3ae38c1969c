// Rows that are wider than the screen open where people look: tables of periods at their end, tabs and choices
// at the one that is shown.
export function startScrolls() {
  const toEnd = (root) => {
    for (const wrap of root.querySelectorAll("[data-scroll-end]")) {
      const rightToLeft = getComputedStyle(wrap).direction === "rtl";
      wrap.scrollLeft = rightToLeft ? -wrap.scrollWidth : wrap.scrollWidth;
    }
  };
  const toCurrent = (root) => {
    for (const current of root.querySelectorAll(":is(.tabs, .segments) a[aria-current]")) {
      const row = current.closest(".tabs, .segments");
      const [outer, inner] = [row, current].map((each) => each.getBoundingClientRect());
      // In the middle, so that what comes before and after is seen to be there.
      row.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
    }
  };
  const place = (root) => {
    toEnd(root);
    toCurrent(root);
  };
  place(document);
  document.addEventListener("smo:refreshed", () => place(document));
  document.addEventListener("htmx:load", (event) => place(event.detail.elt.parentElement ?? document));
}
