/** The events that a reader steps through and picks: the selected region's, all, or the main ones. */
import { MAIN_IMPORTANCE } from "./model.js";
import { pixelOf } from "./scale.js";

/** The region whose events the reader steps through; null where it is all events or the main ones. */
export function stepRegion({ region, options }) {
  return options.steps === "region" ? region : null;
}

/** True for the events to step through. */
export function stepTest({ region, options }) {
  if (options.steps === "main") return (event) => event.importance >= MAIN_IMPORTANCE;
  if (options.steps === "all" || region === null) return () => true;
  return (event) => event.regions.includes(region);
}

/** The next event (direction 1) or the previous (-1) after the selected one, or else after the day; or null. */
export function neighbour(model, state, direction) {
  const { day, event } = state;
  const events = model.events.filter(stepTest(state));
  const at = event ? events.findIndex(({ id }) => id === event) : -1;
  if (at >= 0 && events[at].start === day) return events[at + direction] ?? null;
  const found = direction > 0 ? events.find(({ start }) => start > day) : events.findLast(({ start }) => start < day);
  return found ?? null;
}

/** The events that start on the day, weightiest first, whatever the region; the selected one in front. */
export function eventsOn(model, { day, event }) {
  const selected = model.byId.get(event);
  const others = model.events.filter(({ start, id }) => start === day && id !== event);
  others.sort((a, b) => b.importance - a.importance);
  return selected ? [selected, ...others] : others;
}

/**
 * The events whose mark lies within `reach` pixels of x: nearest first, then those to step through,
 * then the more important.
 */
export function eventsAt(model, state, x, reach) {
  const { range, width } = state;
  const steps = stepTest(state);
  const distance = ({ start, end, from, to, prec }) => {
    const mark = Math.abs(pixelOf(start + 0.5, range, width) - x);
    const [left, right] = prec > 1 ? [from, to] : [start, end];
    const inside = pixelOf(left, range, width) <= x && x <= pixelOf(right + 1, range, width);
    return inside ? Math.min(mark, reach) : mark;
  };
  const rank = ({ near, event }) => [Math.round(near / 2), -Number(steps(event)), -event.importance];
  const order = (a, b) => a.map((part, index) => part - b[index]).find(Boolean) ?? 0;
  return model.events
    .map((event) => ({ event, near: distance(event) }))
    .filter(({ near }) => near <= reach)
    .sort((a, b) => order(rank(a), rank(b)))
    .map(({ event }) => event);
}
