// The constant data, made ready once: counts per day, days to step to, eras and shares by day.

const STEP_IMPORTANCE = 3;
const models = new Map();

/** The prepared model of that id; kept in the page, so that the server sends it only once. */
function preparedModel(id, packed) {
  if (packed && !models.has(id)) models.set(id, prepared(packed));
  return models.get(id) ?? null;
}

function prepared(packed) {
  const events = packed.events.map(([start, end, prec, group, importance, title, regions]) =>
    ({ start, end, prec, group, importance, title, regions }));
  const eras = packed.eras.map(([start, end, label]) => ({ start, end, label }));
  return {
    ...packed, events, eras,
    counts: packed.groups.map((_, group) => runningCount(events, group, packed)),
    stops: new Map(),
    tallest: new Map(),
  };
}

/** counts[i] = events of the group that start before day first + i. */
function runningCount(events, group, { first, last }) {
  const counts = new Int32Array(last - first + 2);
  for (const event of events) if (event.group === group) counts[event.start - first + 1] += 1;
  for (let i = 1; i < counts.length; i += 1) counts[i] += counts[i - 1];
  return counts;
}

function countBetween(model, group, from, to) {
  const counts = model.counts[group];
  const at = (day) => counts[clamp(Math.round(day) - model.first, 0, counts.length - 1)];
  return at(to) - at(from);
}

/** The tallest bin of the whole range in that grain, so that bars keep their height while panning. */
function tallestBin(model, grain) {
  const name = grain.unit + grain.step;
  if (!model.tallest.has(name)) model.tallest.set(name, findTallest(model, grain));
  return model.tallest.get(name);
}

function findTallest(model, { unit, step }) {
  let tallest = 1;
  let from = stepStart(model.first, unit, step);
  while (from <= model.last) {
    const to = nextStart(from, unit, step);
    const count = model.groups.reduce((sum, _, g) => sum + countBetween(model, g, from, to), 0);
    tallest = Math.max(tallest, count);
    from = to;
  }
  return tallest;
}

/** The events a step goes through: those of the region, or the important ones of all. */
function stepEvents(model, region) {
  const key = region ?? "";
  if (!model.stops.has(key)) {
    const wanted = (event) =>
      region ? event.regions.includes(region) : event.importance >= STEP_IMPORTANCE;
    model.stops.set(key, model.events.filter(wanted));
  }
  return model.stops.get(key);
}

/** The first event after the day (direction 1) or the last that starts before it (-1), or null. */
function neighbour(model, region, day, direction) {
  const events = stepEvents(model, region);
  const found = direction > 0
    ? events.find((event) => event.start > day)
    : events.findLast((event) => event.start < day);
  return found ?? null;
}

function eventsOn(model, region, day) {
  return stepEvents(model, region).filter((event) => event.start === day);
}

function eraOf(model, day) {
  return model.eras.findLastIndex((era) => era.start <= day && day < era.end);
}

/** Who held the region that day, as holder and percent of its area, in stacking order. */
function sharesOn(model, region, day) {
  const steps = model.control[region ?? ""] ?? [];
  const shares = steps.find(([start, end]) => start <= day && day < end)?.[2] ?? [];
  const held = new Map();
  for (const [holder, , share] of shares) held.set(holder, (held.get(holder) ?? 0) + share);
  return [...held].map(([holder, share]) => `${model.holders[holder].label} ${percent(share)}`);
}

function percent(share) {
  return share > 0 && share < 0.01 ? "<1%" : `${Math.round(share * 100)}%`;
}
