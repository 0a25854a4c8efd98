/**
 * What the reader sets once: speed and direction of play, repeat, which events to step through, the
 * heights of the bars. Saved for the session where the browser lets us.
 */
import { h } from "../core/dom.js";

const STORAGE_KEY = "atlas-timeline";
const VALUES = {
  speed: ["0.5", "1", "2", "4"],
  direction: ["forwards", "backwards"],
  loop: ["once", "era"],
  steps: ["region", "all", "main"],
  heights: ["log", "linear"],
};
const USUAL = { speed: "1", direction: "forwards", loop: "once", steps: "region", heights: "log" };

/** The speeds of play, slowest first. */
export const SPEEDS = VALUES.speed;

/** The options of this session; the usual ones where none are saved. */
export function openOptions() {
  try {
    const saved = Object.entries(JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? "{}"));
    return { ...USUAL, ...Object.fromEntries(saved.filter(([name, value]) => VALUES[name]?.includes(value))) };
  } catch {
    return { ...USUAL }; // no storage, or not ours
  }
}

/** Saves the options for the session. */
export function saveOptions(options) {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(options));
  } catch {
    // then they last as long as the page
  }
}

/** Builds the choices; `onSet(name, value)` hears one. */
export function buildOptions({ parts, state, store }, onSet) {
  const { legends, values } = optionWords(store.words);
  const groups = Object.entries(VALUES).map(([name, choices]) => h(
    "fieldset",
    {},
    h("legend", {}, legends[name]),
    choices.map((value) => radio(name, value, values[value], state.options[name] === value, onSet)),
  ));
  parts.optionsBox.replaceChildren(...groups);
}

/** Marks what was set by a key. */
export function paintOptions({ parts, state }) {
  for (const input of parts.optionsBox.querySelectorAll("input")) {
    input.checked = state.options[input.name] === input.value;
  }
}

function radio(name, value, text, checked, onSet) {
  const input = h("input", { type: "radio", name, value, set: { checked }, on: { change: () => onSet(name, value) } });
  return h("label", {}, input, text);
}

function optionWords({ say }) {
  const legends = {
    speed: say("Speed"),
    direction: say("Direction"),
    loop: say("Repeat"),
    steps: say("Previous and next go to"),
    heights: say("Bar heights"),
  };
  const speeds = { 0.5: "½×", 1: "1×", 2: "2×", 4: "4×" };
  const values = {
    ...speeds,
    forwards: say("forwards"),
    backwards: say("backwards"),
    once: say("no"),
    era: say("the era"),
    region: say("events of the region"),
    all: say("all events"),
    main: say("main events"),
    log: say("small numbers enlarged"),
    linear: say("true to number"),
  };
  return { legends, values };
}
