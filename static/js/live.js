// Keeps a page fresh: asks a tiny endpoint for a stamp every second while the page is seen, and fetches the content
// again when the stamp has changed. The endpoint answers {"stamp": "…", "pending": true|false} or plain text.
const EVERY = 1000;
const SLOWEST = 30000;

const answer = async (response) => {
  const text = await response.text();
  try {
    const body = JSON.parse(text);
    return typeof body === "object" && body ? body : { stamp: text };
  } catch {
    return { stamp: text };
  }
};

const beingEdited = (content) => {
  const active = document.activeElement;
  return content.contains(active) && active.matches("input, textarea, select, [contenteditable]");
};

const openDetails = (content) => [...content.querySelectorAll("details[id][open]")].map((element) => element.id);

async function refresh(content) {
  const { scrollX, scrollY } = window;
  const open = openDetails(content);
  const folded = [...content.querySelectorAll("[data-fold][aria-expanded=false]")].map((button) => button.dataset.fold);
  const focused = content.contains(document.activeElement) ? document.activeElement.id : "";
  await window.htmx.ajax("GET", location.href, { target: "#content", select: "#content > *", swap: "innerHTML" });
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  for (const group of folded) content.querySelector(`[data-fold="${CSS.escape(group)}"][aria-expanded=true]`)?.click();
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  window.scrollTo(scrollX, scrollY);
  document.dispatchEvent(new Event("smo:refreshed"));
}

export function startLive() {
  const content = document.getElementById("content");
  if (!content?.dataset.liveUrl) return;
  let stamp = content.dataset.liveStamp || null;
  let wait = EVERY;

  const ask = async () => {
    const response = await fetch(content.dataset.liveUrl, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(String(response.status));
    const news = await answer(response);
    for (const note of document.querySelectorAll("[data-live-pending]")) note.hidden = !news.pending;
    if (stamp === null) stamp = String(news.stamp);
    if (String(news.stamp) === stamp || beingEdited(content)) return;
    await refresh(content);
    stamp = String(news.stamp);
  };

  const turn = async () => {
    if (!document.hidden) {
      try {
        await ask();
        wait = EVERY;
      } catch {
        wait = Math.min(wait * 2, SLOWEST); // the server is away: ask less and less often
      }
    }
    setTimeout(turn, wait);
  };
  document.addEventListener("visibilitychange", () => { wait = EVERY; });
  setTimeout(turn, EVERY);
}
