/**
 * The atlas on a day: who held each unit, and the events and excerpts of the window.
 *
 * It finds what `Atlas.on` of geo/atlas.py finds; tests/web/test_on_day.py holds the two together.
 */
import { lastAtOrBefore, toDay } from "./days.js";
import { codeOrder } from "./sort.js";
import { parseWindow, windowSpan } from "./window.js";

/**
 * The snapshot of a view: {day, span, units, events, excerpts}.
 *
 * `units` maps a unit's id to {unit, period, run}: its period on the day and the first period of the
 * unbroken run of one holder. `events` and `excerpts` share a day with the span, newest first.
 *
 * @param {import("./types.js").Facts} facts
 * @param {import("./types.js").View} view
 */
export function snapshotOf(facts, { date, window }) {
  const day = toDay(date);
  const span = windowSpan(parseWindow(window), day, facts.firstDay);
  const units = new Map(facts.units.map((unit) => [unit.id, { unit, ...controlOn(unit, day) }]));
  return {
    day,
    span,
    units,
    events: facts.events.filter((event) => touches(event, span)),
    excerpts: facts.excerpts.filter((excerpt) => touches(excerpt, span)),
  };
}

/** {period, run} of a unit on the day; `run` began the unbroken hold of the period's holder. */
export function controlOn(unit, day) {
  const index = Math.max(0, lastAtOrBefore(unit.starts, day));
  const period = unit.periods[index];
  return { period, run: unit.periods[period.runStart] };
}

/** The first period of the unbroken run of one holder and one status that the unit's period belongs to. */
export function statusStart(unit, period) {
  const isAlike = (other) => other.holder === period.holder && other.status === period.status;
  let { index } = period;
  while (index > 0 && isAlike(unit.periods[index - 1])) index -= 1;
  return unit.periods[index];
}

/**
 * What the snapshot holds of a region: {region, units, events, excerpts}; `otherExcerpts` of other days, and
 * its events next to the span on either side, `earlier` and `later`, or null.
 */
export function regionOf(facts, snapshot, id) {
  const region = facts.regionById.get(id);
  const here = (record) => record.regions.includes(id);
  const events = facts.events.filter(here);
  const excerpts = snapshot.excerpts.filter(here);
  return {
    region,
    units: region.units.map((unit) => snapshot.units.get(unit)),
    events: snapshot.events.filter(here),
    excerpts,
    otherExcerpts: facts.excerpts.filter((excerpt) => here(excerpt) && !excerpts.includes(excerpt)),
    earlier: lastBefore(events, snapshot.span.first),
    later: firstAfter(events, snapshot.span.last),
  };
}

/** [{holder, km2}] of the units, largest first: a unit counts whole for its holder. */
export function areaByHolder(units) {
  const areas = new Map();
  for (const { unit, period } of units) areas.set(period.holder, (areas.get(period.holder) ?? 0) + unit.km2);
  return [...areas].map(([holder, km2]) => ({ holder, km2 })).sort((a, b) => b.km2 - a.km2);
}

/** Every change of holder or status after `first`, up to and with `last`: {unit, before, period}, oldest first. */
export function changesBetween(facts, first, last) {
  const changes = facts.units.flatMap((unit) =>
    unit.periods
      .map((period, index) => ({ unit, before: unit.periods[index - 1], period }))
      .filter(({ before, period }) => before && period.startDay > first && period.startDay <= last),
  );
  return changes.sort((a, b) => a.period.startDay - b.period.startDay || codeOrder(a.unit.id, b.unit.id));
}

/** True if the record's days, both inclusive, share one with the span. */
function touches({ startDay, endDay }, { first, last }) {
  return startDay <= last && endDay >= first;
}

function lastBefore(events, day) {
  return best(events.filter(({ endDay }) => endDay < day), (a, b) => a.endDay - b.endDay || codeOrder(a.id, b.id));
}

function firstAfter(events, day) {
  return best(events.filter(({ startDay }) => startDay > day), (a, b) => b.startDay - a.startDay || codeOrder(b.id, a.id));
}

function best(records, compare) {
  return records.reduce((found, record) => (found === null || compare(record, found) > 0 ? record : found), null);
}
