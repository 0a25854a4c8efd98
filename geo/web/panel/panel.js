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
  const scroll = watchScroll(element);
  const stop = store.subscribe(({ view, before, how }) => {
    if (how === "drag" || how === "play") return;
    if (view.event && (view.event !== event || how === "texts")) scroll.reveal();
    else if (view.region !== before.region) scroll.toTop();
    event = view.event;
  });
  if (event) scroll.reveal();
  return {
    unmount() {
      stop();
      scroll.stop();
      removeHint();
      reading.unmount();
    },
  };
}

/* The box with a scroll bar of its own that the panel stands in on a wide screen. */
function watchScroll(element) {
  const box = element.closest(".st-key-reading, .atlas-reading");
  let moved = false;
  const note = () => (moved = box.scrollTop > 0);
  box?.addEventListener("scroll", note, { passive: true });
  return {
    // Only where it has moved: to write the place makes the browser lay out the page at once.
    toTop() {
      if (moved) box.scrollTop = 0;
    },
    /** Brings the selected event into the box's view, never moving the page. */
    reveal() {
      const chosen = element.querySelector("[data-event][aria-current]");
      if (!chosen || !box || getComputedStyle(box).overflowY === "visible") return;
      const [inner, outer] = [chosen.getBoundingClientRect(), box.getBoundingClientRect()];
      if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
      box.scrollTop += inner.top - outer.top - 8;
    },
    stop: () => box?.removeEventListener("scroll", note),
  };
}
