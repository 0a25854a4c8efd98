// The events to step through and to pick: those of the region, or the important ones of all.

const STEP_IMPORTANCE = 3;

/** The region that narrows steps and ticks; null where the reader steps through all or there is none. */
function stepRegion({ region, options }) {
  return options.steps === "all" ? null : region;
}

function stepEvents(model, region) {
  const key = region ?? "";
  if (!model.stops.has(key)) {
    const wanted = (event) =>
      region ? event.regions.includes(region) : event.importance >= STEP_IMPORTANCE;
    model.stops.set(key, model.events.filter(wanted));
  }
  return model.stops.get(key);
}

/** The next event (direction 1) or the previous (-1) after the chosen one, or else after the day; or null. */
function neighbour(model, { region, day, event }, direction) {
  const events = stepEvents(model, region);
  const at = event ? events.findIndex(({ id }) => id === event) : -1;
  if (at >= 0 && events[at].start === day) return events[at + direction] ?? null;
  const found = direction > 0
    ? events.find((one) => one.start > day)
    : events.findLast((one) => one.start < day);
  return found ?? null;
}

/** What the page tells of the day: the chosen event first, then the other steps that start on it. */
function eventsOn(model, { region, day, event }) {
  const chosen = model.byId.get(event);
  const others = stepEvents(model, region).filter((one) => one.start === day && one.id !== event);
  return chosen ? [chosen, ...others] : others;
}

/** The events whose mark lies within `reach` pixels of x, nearest first, then the more important. */
function eventsAt(model, region, range, width, x, reach) {
  const far = ({ start, end, from, to, prec }) => {
    const mark = Math.abs(pixelOf(start + 0.5, range, width) - x);
    const [left, right] = prec > 1 ? [from, to] : [start, end];
    const inside = pixelOf(left, range, width) <= x && x <= pixelOf(right + 1, range, width);
    return inside ? Math.min(mark, reach) : mark;
  };
  return stepEvents(model, region)
    .map((event) => [far(event), event])
    .filter(([distance]) => distance <= reach)
    .sort(([a, one], [b, other]) => Math.round(a / 2) - Math.round(b / 2) || other.importance - one.importance)
    .map(([, event]) => event);
}
