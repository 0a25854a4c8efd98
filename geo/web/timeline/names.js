/** Names of the parts, legend and help: written when the facts, the region or play change. */
import { h } from "../core/dom.js";
import { stepRegion } from "./event_steps.js";

/** Writes names and tooltips. */
export function paintNames(line) {
  const { parts, state, model, store } = line;
  const { words } = store;
  parts.section.lang = words.lang;
  nameSteps(line, words);
  name(parts.play, state.playing ? words.say("Pause") : words.say("Play"));
  name(parts.zoomIn, words.say("Zoom in"));
  name(parts.zoomOut, words.say("Zoom out"));
  name(parts.zoomAll, words.say("Whole range"));
  name(parts.typed, words.say("Go to date"));
  name(parts.brush, words.say("Choose a range of days"));
  name(parts.clear, words.say("Clear the range"));
  name(parts.options, words.say("Timeline options"));
  name(parts.help, words.say("Keyboard and mouse"));
  parts.overview.title = words.say("Drag to choose the part of the range shown");
  parts.optionsBox.setAttribute("aria-label", words.say("Timeline options"));
  parts.keys.setAttribute("aria-label", words.say("Keyboard and mouse"));
  parts.tools.setAttribute("aria-label", words.say("Timeline controls"));
  parts.zooms.setAttribute("aria-label", words.say("Part of the time shown"));
  parts.eras.setAttribute("aria-label", words.say("Eras"));
  parts.legend.setAttribute("aria-label", words.say("Events by type"));
  parts.thumb.setAttribute("aria-label", words.say("Date"));
  parts.thumb.setAttribute("aria-valuemin", "0");
  parts.thumb.setAttribute("aria-valuemax", String(model.last - model.first));
}

function nameSteps({ parts, state, model }, words) {
  const stepped = stepRegion(state);
  if (state.options.steps === "main") {
    name(parts.previous, words.say("Previous main event"));
    return name(parts.next, words.say("Next main event"));
  }
  if (stepped === null) {
    name(parts.previous, words.say("Previous event"));
    return name(parts.next, words.say("Next event"));
  }
  const region = words.name(model.facts.regionById.get(stepped).name);
  name(parts.previous, words.say("Previous event in {region}", { region }));
  return name(parts.next, words.say("Next event in {region}", { region }));
}

function name(part, text) {
  part.setAttribute("aria-label", text);
  part.title = text;
}

/** Writes the tones of the bars with the families of events they stand for. */
export function paintLegend({ parts, model, store }) {
  const { words } = store;
  const tones = model.groups.map((group, index) => h("li", { class: `tone group-${index}` }, words.name(group.name)));
  parts.legend.replaceChildren(...tones, h("li", { class: "tone unsure" }, words.say("Date uncertain")));
}

/** Writes what keys and mouse do. */
export function paintKeys({ parts, store }) {
  const { words } = store;
  const [title, list] = parts.keys.children;
  title.textContent = words.say("Keyboard and mouse");
  list.replaceChildren(...helpRows(words).flatMap(([keys, meaning]) => [h("dt", {}, keys), h("dd", {}, meaning)]));
}

function helpRows({ say }) {
  return [
    ["← →", say("a day")],
    [say("Page Up, Page Down"), say("a month")],
    [say("Home, End"), say("first and last day")],
    [say("Shift ← →"), say("previous and next event, of the selected region if there is one")],
    ["+ − 0", say("zoom in, zoom out, whole range")],
    [say("Space"), say("play and pause")],
    ["< >", say("slower and faster")],
    ["[ ]", say("first and last day of a range of events")],
    [say("Escape"), say("clear the range")],
    [say("Wheel or pinch"), say("zoom; sideways moves the range shown")],
    [say("Shift and drag"), say("choose a range of days")],
    [say("Pull away while dragging"), say("finer, down to single days")],
    [say("Era"), say("the era at full width, and back")],
  ];
}
