// The panel's event titles as buttons. A press marks the event in the same frame and tells the
// server; a newly selected event is scrolled into the panel's own view, never the page's, and the
// focus stays where the reader had it.

const READING = ".st-key-reading";
const TITLES = ".st-key-dashboard [data-pick]";
let shown = null;
let pressed = null;

export default function ({ data, setTriggerValue }) {
  const stop = new AbortController();
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(TITLES);
    if (!button) return;
    pressed = button.dataset.pick;
    mark(pressed);
    setTriggerValue("event", pressed);
  }, { signal: stop.signal });

  const panel = document.querySelector(READING);
  const look = () => follow(data, panel);
  const watch = new MutationObserver(look);
  if (panel) watch.observe(panel, { childList: true, subtree: true });
  look();
  return () => {
    stop.abort();
    watch.disconnect();
  };
}

function mark(id) {
  for (const article of document.querySelectorAll(`${READING} [data-event]`)) {
    const on = article.dataset.event === id;
    article.classList.toggle("chosen", on);
    article.querySelector("[data-pick]")?.setAttribute("aria-pressed", on);
    if (on) article.setAttribute("aria-current", "true");
    else article.removeAttribute("aria-current");
  }
}

/** Keeps the pressed title focused when its HTML is made anew, and shows what was selected. */
function follow({ region, event, day }, panel) {
  if (!panel) return;
  const chosen = panel.querySelector("[data-event][aria-current]");
  if (pressed === event && document.activeElement === document.body) {
    chosen?.querySelector("[data-pick]")?.focus({ preventScroll: true });
  }
  const now = `${region} ${event} ${day}`;
  if (now === shown) return;
  if (!event) {
    if (shown && shown.split(" ")[0] !== String(region)) panel.scrollTop = 0;
    shown = now;
  } else if (chosen?.dataset.event === event) {
    bring(chosen, panel);
    shown = now;
  }
}

function bring(part, panel) {
  const [inner, outer] = [part.getBoundingClientRect(), panel.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  panel.scrollTop += inner.top - outer.top - 8;
}
