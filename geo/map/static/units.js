/* The units, one SVG path each, recoloured where the day changes their period; above them an outline
   of each, seen while the unit changed hands in the window. */
import { lastAtOrBefore, toDay } from "./days.js";
import { drawShapes } from "./panes.js";
import { ageIn } from "./window.js";

const FRESH_MS = 900;
const AGES = 3;

export function drawUnits(map, bundle, renderers) {
  const units = new Map();
  drawShapes(map, bundle.units, "units", renderers.units, {
    interactive: true,
    mark: (unit) => ({ unit: unit.id, region: unit.properties.region_id }),
  }).eachLayer((layer) => units.set(layer.feature.id, prepareUnit(layer)));
  drawShapes(map, bundle.units, "changes", renderers.changes, {
    only: (unit) => unit.properties.periods.length > 1,
    mark: (unit) => ({ change: unit.id, changed: false }),
  }).eachLayer((layer) => (units.get(layer.feature.id).outline = layer.getElement()));
  const freshen = freshness();
  let textured = false;

  return {
    paint(day, span) {
      for (const unit of units.values()) {
        const turned = repaintUnit(unit, day, textured);
        outlineUnit(unit, span);
        if (turned && unit.change) freshen(unit.outline);
      }
    },
    texture(on) {
      textured = on;
      for (const unit of units.values()) fillUnit(unit, textured);
    },
    /** The unit's period on the day, and {from, to} if it changed hands in the window. */
    period: (id) => units.get(id)?.period ?? null,
    change: (id) => units.get(id)?.change ?? null,
  };
}

function prepareUnit(layer) {
  const periods = layer.feature.properties.periods.map(periodOf);
  const starts = periods.map((period) => toDay(period.start));
  return { path: layer.getElement(), periods, starts, index: -1, period: null, changed: -1, change: null };
}

function periodOf([start, holder, status, certainty, sources, prec = 1, span = [start, start]]) {
  return { start, holder, status, certainty, sources, prec, earliest: span[0], latest: span[1] };
}

/* True if the unit was painted before and another holder has it now. */
function repaintUnit(unit, day, textured) {
  const index = Math.max(0, lastAtOrBefore(unit.starts, day));
  if (index === unit.index) return false;
  const before = unit.period?.holder;
  unit.index = index;
  unit.period = unit.periods[index];
  const { holder, status, certainty } = unit.period;
  Object.assign(unit.path.dataset, { holder, status, certainty });
  fillUnit(unit, textured);
  return before !== undefined && before !== holder;
}

function outlineUnit(unit, span) {
  const index = changeWithin(unit, span);
  if (unit.path.dataset.changed === undefined) unit.path.dataset.changed = false;
  if (index !== unit.changed) {
    unit.changed = index;
    unit.change = index < 0 ? null : { from: unit.periods[index - 1], to: unit.periods[index] };
    unit.path.dataset.changed = index >= 0;
    if (unit.outline) unit.outline.dataset.changed = index >= 0;
    if (unit.change) unit.outline.style.setProperty("--holder", `var(--holder-${unit.change.to.holder}, var(--ink))`);
  }
  if (index < 0) return;
  const start = unit.starts[index];
  const age = Math.floor(ageIn(span, start, start) * AGES);
  if (age !== unit.age) unit.outline.dataset.age = unit.age = age;
}

/* The last change of holder inside the span, as an index of periods; -1 if there is none. */
function changeWithin({ periods, starts }, { first, last }) {
  for (let index = lastAtOrBefore(starts, last); index > 0 && starts[index] >= first; index -= 1) {
    if (periods[index].holder !== periods[index - 1].holder) return index;
  }
  return -1;
}

/* What has just changed stands out until the hand has rested for a moment. */
function freshness() {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const fresh = new Set();
  let timer = 0;
  const settle = () => {
    for (const outline of fresh) delete outline.dataset.fresh;
    fresh.clear();
  };
  return (outline) => {
    if (still.matches) return;
    outline.dataset.fresh = "true";
    fresh.add(outline);
    clearTimeout(timer);
    timer = setTimeout(settle, FRESH_MS);
  };
}

function fillUnit(unit, textured) {
  if (unit.period) unit.path.style.fill = paintOf(unit.period, textured);
}

/** The CSS paint of a period; plain colours stay plain, as patterns cost more to draw. */
export function paintOf({ holder, status }, textured = false) {
  if (holder === "contested" || status === "contested") return "url(#fill-sides)";
  if (status === "partly_contested") return `url(#fill-part-${holder})`;
  return textured ? `url(#fill-${holder})` : `var(--holder-${holder})`;
}
