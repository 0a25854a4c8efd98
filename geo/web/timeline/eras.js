/** The eras: labels over their bands; one pressed shows its era at full width, pressed again the whole. */
import { clamp } from "../core/days.js";
import { h } from "../core/dom.js";
import { eraRange, isSameRange, pixelOf } from "./scale.js";
import { spread } from "./spread.js";

const GAP_PX = 4;

/** Builds a button an era; `onPick(index)` hears a press. */
export function buildEras({ parts, state, model, store }, onPick) {
  const { words } = store;
  state.era = null;
  parts.eras.replaceChildren(...model.eras.map((era, index) => {
    const name = words.name(era.name);
    const [first, last] = [era.startDay, era.endDay - 1].map((day) => words.days(day));
    const title = words.say("{era}, {first} – {last}: show at full width, or the whole range again", { era: name, first, last });
    const point = (shown) => () => markBand({ parts }, "pointed", shown);
    const on = { click: () => onPick(index), pointerenter: point(index), focus: point(index), pointerleave: point(), blur: point() };
    return h("button", { type: "button", title, on }, name);
  }));
}

/** Names the era of the day and marks its label and band. */
export function paintEra({ parts, state, model, store }, era) {
  state.era = era;
  parts.era.textContent = era < 0 ? "" : store.words.name(model.eras[era].name);
  [...parts.eras.children].forEach((button, index) => {
    if (index === era) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  });
  markBand({ parts }, "current", era);
  const lane = parts.eras;
  const button = lane.children[era];
  if (button && lane.classList.contains("scrolling")) {
    lane.scrollLeft = button.offsetLeft - (state.width - state.labels[era]) / 2;
  }
}

/* Gives one era's band the class, and takes it from the others. */
function markBand({ parts }, name, era) {
  for (const band of parts.bands.querySelectorAll("[data-era]")) {
    band.classList.toggle(name, Number(band.dataset.era) === era);
  }
}

/** Puts the labels near the middle of what is seen of their band; all scroll by where none would fit. */
export function placeEras({ parts, state, model }) {
  const { width, labels, range, full } = state;
  const narrow = labels.reduce((sum, label) => sum + label + GAP_PX, 0) > width;
  parts.eras.classList.toggle("scrolling", narrow);
  const edge = (day) => clamp(pixelOf(day, range, width), 0, width);
  const centres = model.eras.map((era) => (edge(era.startDay) + edge(era.endDay)) / 2);
  const lefts = narrow ? [] : spread(centres, labels, width, GAP_PX);
  [...parts.eras.children].forEach((button, index) => {
    button.style.transform = narrow ? "" : `translateX(${lefts[index]}px)`;
    button.setAttribute("aria-pressed", String(isSameRange(range, eraRange(model.eras[index], full))));
  });
  markBand({ parts }, "current", state.era);
}
