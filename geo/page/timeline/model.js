// The constant data, made ready once: events by id, counts per bin, eras and shares by day.

const MODELS_KEPT = 6;
const models = new Map();

/** The prepared model of that id; kept in the page, so that the server sends it only once. */
function preparedModel(id, packed) {
  if (packed && !models.has(id)) models.set(id, prepared(packed));
  if (models.size > MODELS_KEPT) models.delete(models.keys().next().value);
  return models.get(id) ?? null;
}

function prepared(packed) {
  const events = packed.events.map(
    ([start, end, prec, group, importance, title, regions, id, when, from, to]) =>
      ({ start, end, prec, group, importance, title, regions, id, when, from, to }));
  const eras = packed.eras.map(([start, end, label]) => ({ start, end, label }));
  const byId = new Map(events.map((event, order) => [event.id, { ...event, order }]));
  return { ...packed, events, eras, byId, stops: new Map(), bins: new Map() };
}

/** Counts in that grain over the whole range: {edges, groups, unsure, tallest}.
 *
 * An event counts in every bin it lasts into; one whose date is known to more than one bin counts in
 * each as unsure. `tallest` is of the whole range, so that bars keep their height while panning. */
function binned(model, grain) {
  const name = grain.unit + grain.step;
  if (!model.bins.has(name)) model.bins.set(name, counted(model, grain));
  return model.bins.get(name);
}

function counted(model, { unit, step }) {
  const edges = [stepStart(model.first, unit, step)];
  while (edges.at(-1) <= model.last) edges.push(nextStart(edges.at(-1), unit, step));
  const empty = () => new Uint32Array(edges.length - 1);
  const [groups, unsure, totals] = [model.groups.map(empty), empty(), empty()];
  for (const { prec, group, from, to } of model.events) {
    const [first, last] = [binAt(edges, from), binAt(edges, to)];
    const into = prec > 1 && first !== last ? unsure : groups[group];
    for (let bin = first; bin <= last; bin += 1) {
      into[bin] += 1;
      totals[bin] += 1;
    }
  }
  return { edges, groups, unsure, tallest: totals.reduce((most, total) => Math.max(most, total), 1) };
}

/** The number of the bin that holds the day; below 0 before the first, past the last beyond it. */
function binAt(edges, day) {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function eraOf(model, day) {
  return model.eras.findLastIndex((era) => era.start <= day && day < era.end);
}

/** The event's date in words, no finer than it is known. */
function whenWords(event, words) {
  return event.when || inWords(event.start, words);
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
