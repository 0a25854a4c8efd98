/**
 * What the timeline draws, derived from the facts once a language: events in order, counts per bin,
 * shares of control through time, days of change.
 */
import { clamp, lastAtOrBefore, toDay } from "../core/days.js";
import { BINS, nextStart, stepStart } from "./scale.js";

/** Events at least this important are the main ones. */
export const MAIN_IMPORTANCE = 3;

/** The model of the facts: {facts, first, last, eras, events, byId, groups, changeDays, eventDays, ...}. */
export function createModel(facts) {
  const { firstDay: first, lastDay: last } = facts;
  const events = timelineEvents(facts);
  const days = (starts) => [...new Set(starts)].filter((day) => day >= first && day <= last).sort((a, b) => a - b);
  return {
    facts,
    first,
    last,
    eras: facts.eras.map((era) => ({ ...era, startDay: Math.max(era.startDay, first) })),
    events,
    byId: new Map(events.map((event) => [event.id, event])),
    groups: facts.groups,
    /** Days on which a unit changed its holder or status, and on which an event started, ascending. */
    changeDays: days(facts.units.flatMap(({ periods }) => periods.slice(1).map(({ startDay }) => startDay))),
    eventDays: days(events.map(({ start }) => start)),
    bins: new Map(),
    control: new Map(),
  };
}

/* Events that touch the records, cut to them, by start, then id; from and to are the days they may have been on. */
function timelineEvents({ events, groups, firstDay, lastDay }) {
  const groupOf = new Map(groups.flatMap(({ types }, group) => types.map((type) => [type, group])));
  const cut = (day) => clamp(day, firstDay, lastDay);
  return events
    .filter(({ startDay, endDay }) => endDay >= firstDay && startDay <= lastDay)
    .map((record) => {
      const { id, startDay, endDay, earliest, latest, type, prec, importance, title, regions } = record;
      const days = { start: cut(startDay), end: cut(endDay), from: cut(toDay(earliest)), to: cut(toDay(latest)) };
      return { id, ...days, prec, importance, title, regions, group: groupOf.get(type) ?? groups.length - 1, record };
    })
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}

/**
 * Counts in that grain over the whole time: {edges, groups, unsure, tallest}.
 *
 * An event counts in every bin it lasts into; one whose date is known to more than one bin counts in
 * each as unsure. `tallest` is of the whole time, so that bars keep their height while it is moved.
 */
export function binned(model, grain) {
  const name = grain.unit + grain.step;
  if (!model.bins.has(name)) model.bins.set(name, counted(model, grain));
  return model.bins.get(name);
}

/** Counts in every grain ahead of the first zoom to it, so that none of its frames waits. */
export function countAhead(model) {
  BINS.forEach((grain) => binned(model, grain));
}

function counted(model, { unit, step }) {
  let edge = stepStart(model.first, unit, step);
  const edges = [edge];
  while (edge <= model.last) {
    edge = nextStart(edge, unit, step);
    edges.push(edge);
  }
  const empty = () => new Uint32Array(edges.length - 1);
  const [groups, unsure, totals] = [model.groups.map(empty), empty(), empty()];
  for (const { prec, group, from, to } of model.events) {
    const [first, last] = [lastAtOrBefore(edges, from), lastAtOrBefore(edges, to)];
    const into = prec > 1 && first !== last ? unsure : groups[group];
    for (let bin = first; bin <= last; bin += 1) {
      into[bin] += 1;
      totals[bin] += 1;
    }
  }
  return { edges, groups, unsure, tallest: totals.reduce((most, total) => Math.max(most, total), 1) };
}

/** The number of the era that holds the day; -1 if none does. */
export function eraAt(model, day) {
  return model.eras.findLastIndex((era) => era.startDay <= day && day < era.endDay);
}

/**
 * Who held the region (null: all units) through time: [{start, end, shares: [{holder, status, share}]}],
 * [start, end) in days, tiling the records; shares are of area, stacked in the holders' order.
 */
export function controlSteps(model, region) {
  const key = region ?? "";
  if (!model.control.has(key)) model.control.set(key, stepsOf(unitsOf(model, region), model));
  return model.control.get(key);
}

/** [{holder, share}] of the region on the day, in stacking order, whatever the status. */
export function sharesOn(model, region, day) {
  const step = controlSteps(model, region).find(({ start, end }) => start <= day && day < end);
  const held = new Map();
  for (const { holder, share } of step?.shares ?? []) held.set(holder, (held.get(holder) ?? 0) + share);
  return [...held].map(([holder, share]) => ({ holder, share }));
}

function unitsOf({ facts }, region) {
  if (region === null) return facts.units;
  return facts.regionById.get(region).units.map((id) => facts.unitById.get(id));
}

function stepsOf(units, model) {
  if (!units.length) return [];
  const starts = new Set(units.flatMap((unit) => unit.starts));
  const edges = [...new Set([model.first, ...starts])].filter((day) => day >= model.first && day <= model.last);
  const steps = [];
  for (const edge of edges.sort((a, b) => a - b)) {
    const shares = sharesAt(units, edge, model.facts);
    const before = steps[steps.length - 1];
    if (before && isSameShares(before.shares, shares)) continue;
    if (before) before.end = edge;
    steps.push({ start: edge, end: model.last + 1, shares });
  }
  return steps;
}

function sharesAt(units, day, { holders }) {
  const order = Object.keys(holders);
  const total = units.reduce((sum, { km2 }) => sum + km2, 0);
  const areas = new Map();
  for (const unit of units) {
    const period = unit.periods[lastAtOrBefore(unit.starts, day)];
    if (!period) continue;
    const key = `${period.holder} ${period.status}`;
    const area = areas.get(key) ?? { holder: period.holder, status: period.status, km2: 0 };
    areas.set(key, { ...area, km2: area.km2 + unit.km2 });
  }
  return [...areas.values()]
    .sort((a, b) => order.indexOf(a.holder) - order.indexOf(b.holder) || (a.status < b.status ? -1 : 1))
    .map(({ holder, status, km2 }) => ({ holder, status, share: km2 / total }));
}

function isSameShares(one, other) {
  const same = (a, b) => a.holder === b.holder && a.status === b.status && Math.abs(a.share - b.share) < 0.00005;
  return one.length === other.length && one.every((share, index) => same(share, other[index]));
}
