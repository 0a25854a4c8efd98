/**
 * The units, one SVG path each, recoloured where the day changes their period; above them an outline
 * of each, seen while the unit changed hands in the window.
 */
import { controlOn } from "../core/control.js";
import { lastAtOrBefore } from "../core/days.js";
import { reducedMotion } from "../core/motion.js";
import { ageIn } from "../core/window.js";
import { addShapes } from "./panes.js";
import { paintOf } from "./patterns.js";

const FRESH_MS = 900;
const AGES = 3;

/** Draws the units once; `useFacts` gives them periods, `paint(day, span)` shows a day. */
export function drawUnits(map, shapes, renderers) {
  const units = new Map();
  addShapes(map, shapes.units, "units", renderers.units, {
    interactive: true,
    dataOf: (shape) => ({ unit: shape.id }),
  }).eachLayer((layer) => units.set(layer.feature.id, { path: layer.getElement() }));
  addShapes(map, shapes.units, "changes", renderers.changes, {
    dataOf: (shape) => ({ change: shape.id, changed: false }),
  }).eachLayer((layer) => (units.get(layer.feature.id).outline = layer.getElement()));
  const highlight = briefHighlight();
  let textured = false;

  return {
    useFacts(facts) {
      for (const [id, unit] of units) prepareUnit(unit, facts.unitById.get(id));
    },
    paint(day, span) {
      for (const unit of units.values()) {
        const changed = repaintUnit(unit, day, textured);
        outlineUnit(unit, span);
        if (changed && unit.change) highlight(unit.outline);
      }
    },
    setTextures(on) {
      textured = on;
      for (const unit of units.values()) fillUnit(unit, textured);
    },
    /** {unit, period, run, change}: control on the day shown; `change` is {from, to} in the window, or null. */
    control: (id) => units.get(id) ?? null,
    all: () => units.values(),
  };
}

function prepareUnit(shown, unit) {
  Object.assign(shown, { unit, period: null, run: null, change: null, changeIndex: -1, age: -1 });
  shown.path.dataset.region = unit.region;
}

/* True if the unit was painted before and another holder has it now. */
function repaintUnit(shown, day, textured) {
  const { period, run } = controlOn(shown.unit, day);
  if (period === shown.period) return false;
  const before = shown.period?.holder;
  Object.assign(shown, { period, run });
  const { holder, status, certainty } = period;
  Object.assign(shown.path.dataset, { holder, status, certainty });
  fillUnit(shown, textured);
  return before !== undefined && before !== holder;
}

function outlineUnit(shown, span) {
  const { unit, path, outline } = shown;
  const index = changeWithin(unit, span);
  if (index !== shown.changeIndex || path.dataset.changed === undefined) {
    shown.changeIndex = index;
    shown.change = index < 0 ? null : { from: unit.periods[index - 1], to: unit.periods[index] };
    path.dataset.changed = outline.dataset.changed = String(index >= 0);
    if (shown.change) outline.style.setProperty("--holder", `var(--holder-${shown.change.to.holder}, var(--ink))`);
  }
  if (index < 0) return;
  const age = Math.floor(ageIn(span, unit.starts[index], unit.starts[index]) * AGES);
  if (age !== shown.age) outline.dataset.age = shown.age = age;
}

/** The last change of holder inside the span, as an index of the unit's periods; -1 if there is none. */
export function changeWithin({ periods, starts }, { first, last }) {
  for (let index = lastAtOrBefore(starts, last); index > 0 && starts[index] >= first; index -= 1) {
    if (periods[index].holder !== periods[index - 1].holder) return index;
  }
  return -1;
}

/* What has just changed stands out until the day has rested for a moment. */
function briefHighlight() {
  const still = reducedMotion();
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
    timer = window.setTimeout(settle, FRESH_MS);
  };
}

function fillUnit({ period, path }, textured) {
  if (period) path.style.fill = paintOf(period, textured);
}
