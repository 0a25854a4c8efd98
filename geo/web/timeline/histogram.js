/** The events behind the track: bars of counts in the tones of their groups, and a tick an event. */
import { svg } from "../core/dom.js";
import { lastAtOrBefore } from "../core/days.js";
import { stepTest } from "./event_steps.js";
import { binned } from "./model.js";
import { binGrain, pixelOf } from "./scale.js";
import { HEIGHTS } from "./sizes.js";

// A tick closer than this to another adds nothing to see; thousands of them cost a frame.
const TICKS_APART_PX = 0.7;

/** Draws the bars: one path a tone, the events whose date is uncertain on top. */
export function drawBars(group, model, { range, width, options }, x) {
  const { edges, groups, unsure, tallest } = binned(model, binGrain(range, width));
  const height = barHeight(options.heights, tallest);
  const tones = [...groups, unsure];
  const paths = tones.map(() => "");
  const end = Math.min(lastAtOrBefore(edges, range.to), edges.length - 2);
  for (let bin = Math.max(lastAtOrBefore(edges, range.from), 0); bin <= end; bin += 1) {
    const counts = tones.map((tone) => tone[bin]);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const [left, right] = [Math.max(x(edges[bin]), 0), Math.min(x(edges[bin + 1]), width)];
    if (total && left < right) stackBar(paths, counts, height(total) / total, left, right);
  }
  const name = (tone) => (tone < groups.length ? `group-${tone}` : "unsure");
  group.replaceChildren(...paths.map((d, tone) => svg("path", { d, class: name(tone) })));
}

/* Pixels for a total. Logarithmic, a single event stays visible beside the fifty of one month. */
function barHeight(heights, tallest) {
  const most = HEIGHTS.bars - 2;
  return heights === "linear"
    ? (total) => Math.max((total / tallest) * most, 1)
    : (total) => (Math.log2(1 + total) / Math.log2(1 + tallest)) * most;
}

/* Adds one bar to the paths: its height split by share. */
function stackBar(paths, counts, unit, left, right) {
  const gap = right - left > 5 ? 1 : 0.4;
  let y = HEIGHTS.bars;
  counts.forEach((count, tone) => {
    if (!count) return;
    const height = count * unit;
    const [start, across] = [left + gap / 2, right - left - gap];
    paths[tone] += `M${start.toFixed(2)} ${y.toFixed(2)}h${across.toFixed(2)}v${(-height).toFixed(2)}h${(-across).toFixed(2)}z`;
    y -= height;
  });
}

/** Draws a tick for every event, those to step through darker, and the selected one's mark. */
export function drawTicks(group, model, state, x) {
  const isStep = stepTest(state);
  /** @type {any[][]} */
  const [others, steps] = [[], []];
  for (const event of model.events) (isStep(event) ? steps : others).push(event);
  const chosen = chosenTick(model.byId.get(state.event), state.width, x);
  const paths = { ...tickPaths(others, state.width, x, ""), ...tickPaths(steps, state.width, x, "-step"), chosen };
  for (const [name, d] of Object.entries(paths)) group.querySelector(`.${name}`).setAttribute("d", d);
}

/** Moves only the selected event's mark. */
export function drawChosen({ parts, model, state }) {
  const x = (day) => pixelOf(day, state.range, state.width);
  parts.ticks.querySelector(".chosen").setAttribute("d", chosenTick(model.byId.get(state.event), state.width, x));
}

function tickPaths(events, width, x, suffix) {
  const middle = (HEIGHTS.ticks + HEIGHTS.ticksEnd) / 2;
  const faded = createSpans(HEIGHTS.ticks, HEIGHTS.ticksEnd);
  const lasting = createSpans(middle - 0.75, middle + 0.75);
  let exact = "";
  let drawn = -Infinity;
  for (const { start, from, to, prec } of events) {
    const [left, right] = [Math.max(x(from), 0), Math.min(x(to + 1), width)];
    if (right < 0 || left > width) continue;
    if (prec > 1) {
      faded.add(left, Math.max(right, left + 3));
      continue;
    }
    const at = x(start + 0.5);
    if (at >= 0 && at - drawn >= TICKS_APART_PX) {
      exact += bar(at - 0.7, at + 0.7, HEIGHTS.ticks, HEIGHTS.ticksEnd);
      drawn = at;
    }
    if (from < to && right - left > 3) lasting.add(left, right);
  }
  return { [`exact${suffix}`]: exact, [`span${suffix}`]: lasting.path(), [`faded${suffix}`]: faded.path() };
}

/* Spans at one height, those that touch drawn as one. */
function createSpans(top, bottom) {
  let path = "";
  let open = null;
  const close = () => (open ? bar(open.left, open.right, top, bottom) : "");
  return {
    add(left, right) {
      if (open && left <= open.right && right >= open.left) {
        open = { left: Math.min(left, open.left), right: Math.max(right, open.right) };
        return;
      }
      path += close();
      open = { left, right };
    },
    path: () => path + close(),
  };
}

/* A taller tick with a point above, and the days the event took or may have been on. */
function chosenTick(event, width, x) {
  if (!event) return "";
  const [left, right] = [Math.max(x(event.from), 0), Math.min(x(event.to + 1), width)];
  const at = x(event.start + 0.5);
  const span = right - left > 3 ? bar(left, right, HEIGHTS.ticksEnd, HEIGHTS.ticksEnd + 2) : "";
  if (at < 0 || at > width) return span;
  const top = HEIGHTS.ticks - 1;
  return `${span}M${at.toFixed(1)} ${top + 1}l-3.5 -5h7z${bar(at - 1, at + 1, top, HEIGHTS.ticksEnd + 2)}`;
}

function bar(left, right, top, bottom) {
  return `M${left.toFixed(1)} ${top}H${right.toFixed(1)}V${bottom}H${left.toFixed(1)}z`;
}
