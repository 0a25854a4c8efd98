/**
 * What can be read beside and below the map, drawn in the frame of the choice.
 *
 * The text stands in the page's own document, for find-in-page, screen readers and print.
 */
import { fill, h } from "../core/dom.js";
import { useSheets } from "../core/sheets.js";
import { holderColours } from "./colours.js";

// The map must not wait for the texts: they follow a drag once the hand rests, and play a few times a second.
const RESTING_MS = 120;
const PLAYING_MS = 250;
const ONE_CHANGE = ["step", "drag", "play"];

/**
 * Mounts a text into the element: `draw(store)` gives its content, again after every change
 * of one of the view's keys that it `uses` (of any, if none are named), of facts or texts.
 *
 * Presses on `data-select` select an event, those on `data-change` (JSON) change the view. Returns
 * {body, paint, unmount}.
 */
export function mountReading(element, store, draw, { name = "", uses = Object.keys(store.view) } = {}) {
  useSheets(["panel"]);
  const content = h("div", { class: "content" });
  const body = h("div", { class: `atlas-panel ${name}`.trim() }, holderColours(store.facts), content);
  element.replaceChildren(body);
  let timer = 0;

  const paint = () => {
    clearTimeout(timer);
    timer = 0;
    const state = readingState(content);
    body.lang = store.words.lang;
    fill(content, draw(store));
    restore(content, state);
  };
  const follow = ({ view, before, how }) => {
    if (ONE_CHANGE.includes(how) && uses.every((key) => view[key] === before[key])) return;
    if (how === "play") timer ||= setTimeout(paint, PLAYING_MS);
    else if (how === "drag") {
      clearTimeout(timer);
      timer = setTimeout(paint, RESTING_MS);
    } else paint();
  };
  body.addEventListener("click", ({ target }) => {
    const { select, change } = target.closest?.("button")?.dataset ?? {};
    if (select) selectEvent(store, select);
    if (change) store.change(JSON.parse(change));
  });

  paint();
  const stop = store.subscribe(follow);
  return {
    body,
    paint,
    unmount() {
      stop();
      clearTimeout(timer);
      body.remove();
    },
  };
}

/** Selects the event and goes to its first day, as a press on the map does. */
function selectEvent(store, id) {
  const event = store.facts.eventById.get(id);
  if (event) store.change({ date: event.start, event: id });
}

/* What is unfolded and where the focus is, so that a new day does not fold what somebody is reading. */
function readingState(content) {
  /** @type {any} */
  const focused = content.contains(document.activeElement) ? document.activeElement : null;
  return {
    open: new Set([...content.querySelectorAll("details[open]")].map(({ dataset }) => dataset.fold)),
    select: focused?.dataset.select,
    focusKey: focused?.dataset.focus,
    fold: focused?.tagName === "SUMMARY" ? focused.parentElement.dataset.fold : undefined,
  };
}

function restore(content, { open, select, focusKey, fold }) {
  for (const details of content.querySelectorAll("details")) {
    if (open.has(details.dataset.fold)) details.open = true;
  }
  const wanted = [
    select && `[data-select="${CSS.escape(select)}"]`,
    focusKey && `[data-focus="${CSS.escape(focusKey)}"]`,
    fold && `details[data-fold="${CSS.escape(fold)}"] > summary`,
  ].find(Boolean);
  if (wanted) content.querySelector(wanted)?.focus({ preventScroll: true });
}
