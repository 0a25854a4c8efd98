/**
 * The still picture of the track, drawn anew only when the range, the width or the region changes.
 *
 * Colours come from the classes of styles/timeline.css, so that both themes work.
 */
import { svg } from "../core/dom.js";
import { axisTicks } from "./axis.js";
import { drawBars, drawTicks } from "./histogram.js";
import { controlSteps } from "./model.js";
import { pixelOf } from "./scale.js";
import { HEIGHTS } from "./sizes.js";

// About as wide as a letter and as high as a line of the chart are.
const LETTER_PX = 6;
const LINE_PX = 13;

const measured = new Map();

/** Draws bands, bars, ticks, the strip of control and the axis. */
export function drawChart({ parts, model, state, store }) {
  const x = (day) => pixelOf(day, state.range, state.width);
  drawBands(parts.bands, model, state, x, store.words);
  drawBars(parts.bars, model, state, x);
  drawTicks(parts.ticks, model, state, x);
  drawStrip(parts.strip, model, state, x);
  drawAxis(parts.axis, model, state);
}

function drawBands(group, model, { width }, x, words) {
  const bands = model.eras.flatMap((era, index) => {
    const spot = [x(era.startDay), x(era.endDay)];
    return [
      box({ class: index % 2 ? "odd" : "even" }, ...spot, 0, HEIGHTS.stripEnd, width),
      box({ class: "lid", "data-era": index }, ...spot, -2, 0, width),
    ];
  });
  const end = x(model.last + 1);
  const beyond = box({ class: "beyond" }, end, width, 0, HEIGHTS.stripEnd, width);
  group.replaceChildren(...[...bands, beyond, ...beyondWords(words.say("no data"), end, width)].filter(Boolean));
}

/* In one line where there is room, else a word a line; nothing where not even a word has room. */
function beyondWords(text, from, to) {
  const fits = (line) => to - from > (line.length + 1) * LETTER_PX;
  const lines = fits(text) ? [text] : text.split(" ");
  if (!lines.every(fits)) return [];
  const first = HEIGHTS.bars / 2 + 4 - ((lines.length - 1) * LINE_PX) / 2;
  return lines.map((line, index) => label(line, (from + to) / 2, first + index * LINE_PX, "beyond-words"));
}

function drawStrip(group, model, { region, width }, x) {
  const height = HEIGHTS.stripEnd - HEIGHTS.strip;
  const rects = [];
  for (const { start, end, shares } of controlSteps(model, region)) {
    let y = HEIGHTS.strip;
    for (const { holder, status, share } of shares) {
      const spot = [x(start), x(end), y, y + share * height, width];
      rects.push(box({ style: holderFill(model.facts.holders[holder]) }, ...spot));
      if (status !== "held") rects.push(box({ class: status }, ...spot));
      y += share * height;
    }
  }
  const outline = box({ class: "outline" }, x(model.first), x(model.last + 1), HEIGHTS.strip, HEIGHTS.stripEnd, width);
  group.replaceChildren(...[...rects, outline].filter(Boolean));
}

function holderFill({ colour, colour_dark: dark }) {
  return `fill: ${colour}; fill: light-dark(${colour}, ${dark || colour})`;
}

function drawAxis(group, model, { range, width }) {
  const ticks = axisTicks({ range, width, last: model.last }, model.facts.months.short, (text) => widthOf(text, group));
  group.replaceChildren(
    ...ticks.map(({ x }) => svg("path", { d: `M${x.toFixed(1)} ${HEIGHTS.stripEnd}v4`, class: "tick" })),
    ...ticks.filter(({ text }) => text).map(({ text, left, major }) => label(text, left, HEIGHTS.axis, major ? "major" : "minor")),
  );
}

/* Pixels of a label; the browser is asked once for each text. */
function widthOf(text, group) {
  const known = measured.get(text);
  if (known) return known;
  const probe = label(text, 0, HEIGHTS.axis, "minor");
  group.append(probe);
  const width = probe.getComputedTextLength();
  probe.remove();
  if (width) measured.set(text, width);
  return width || text.length * 7;
}

/* A rectangle cut to [0, width], at least half a pixel wide; null when it is out of sight. */
function box(attributes, left, right, top, bottom, width) {
  const [from, to] = [Math.max(left, 0), Math.min(right, width)];
  if (to <= 0 || from >= width || right <= left) return null;
  return svg("rect", { ...attributes, x: from, y: top, width: Math.max(to - from, 0.5), height: bottom - top });
}

function label(text, x, y, name) {
  return svg("text", { x: x.toFixed(1), y, class: name }, text);
}
