/** The panel: what is known of the selected region on the day. */
import { MOST_EVENTS } from "./event.js";
import { hintBelow } from "./hint.js";
import { mountReading } from "./reading.js";
import { overviewBody, regionBody } from "./region.js";

/** The id of the panel's text, for a link that skips to it. */
export const TEXT_ID = "atlas-text";

/** Mounts the panel; returns {unmount}. */
export function mountPanel(element, store) {
  let most = MOST_EVENTS;
  let { region, window, event } = store.view;

  const draw = () => {
    const { view } = store;
    if (view.region !== region || view.window !== window) most = MOST_EVENTS;
    ({ region, window } = view);
    return region === null ? overviewBody(store, { most }) : regionBody(store, region, { most });
  };
  const reading = mountReading(element, store, draw);
  reading.body.id = TEXT_ID;
  reading.body.tabIndex = -1;
  const removeHint = hintBelow(reading.body, store);
  reading.body.addEventListener("click", ({ target }) => {
    if (target.closest?.("button")?.dataset.more === undefined) return;
    most += 2 * MOST_EVENTS;
    reading.paint();
  });
  const stop = store.subscribe(({ view, before, how }) => {
    if (how === "drag" || how === "play") return;
    if (view.event && (view.event !== event || how === "texts")) reveal(reading.body, scrollBox(element));
    else if (view.region !== before.region) scrollBox(element).scrollTop = 0;
    event = view.event;
  });
  if (event) reveal(reading.body, scrollBox(element));
  return {
    unmount() {
      stop();
      removeHint();
      reading.unmount();
    },
  };
}

/* Brings the selected event into the panel's own view, never moving the page. */
function reveal(body, box) {
  const chosen = body.querySelector("[data-event][aria-current]");
  if (!chosen || box === document.scrollingElement) return;
  const [inner, outer] = [chosen.getBoundingClientRect(), box.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  box.scrollTop += inner.top - outer.top - 8;
}

/* What scrolls the panel: the nearest box with a scroll bar of its own, or the page. */
function scrollBox(element) {
  for (let box = element; box && box !== document.body; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) {
      return box.matches("[class*=st-key-reading], .atlas-reading") ? box : document.scrollingElement;
    }
  }
  return document.scrollingElement;
}
