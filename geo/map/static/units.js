/* The units, one SVG path each, recoloured where the day changes their period. */
import { lastAtOrBefore, toDay } from "./days.js";
import { drawShapes } from "./panes.js";

export function drawUnits(map, bundle, renderer) {
  const units = new Map();
  drawShapes(map, bundle.units, "units", renderer, {
    interactive: true,
    mark: (unit) => ({ unit: unit.id, region: unit.properties.region_id }),
  }).eachLayer((layer) => units.set(layer.feature.id, prepare(layer)));
  let textured = false;

  return {
    paint(day, window) {
      for (const unit of units.values()) repaint(unit, day, window, textured);
    },
    texture(on) {
      textured = on;
      for (const unit of units.values()) fill(unit, textured);
    },
    period: (id) => units.get(id)?.period ?? null,
  };
}

function prepare(layer) {
  const periods = layer.feature.properties.periods.map(([start, holder, status, certainty]) => ({
    start,
    holder,
    status,
    certainty,
  }));
  const starts = periods.map((period) => toDay(period.start));
  return { path: layer.getElement(), periods, starts, index: -1, period: null, changed: null };
}

function repaint(unit, day, window, textured) {
  const index = Math.max(0, lastAtOrBefore(unit.starts, day));
  const changed = index > 0 && unit.starts[index] > day - window;
  if (changed !== unit.changed) unit.path.dataset.changed = unit.changed = changed;
  if (index === unit.index) return;
  unit.index = index;
  unit.period = unit.periods[index];
  const { holder, status, certainty } = unit.period;
  Object.assign(unit.path.dataset, { holder, status, certainty });
  fill(unit, textured);
}

function fill(unit, textured) {
  if (unit.period) unit.path.style.fill = paintOf(unit.period, textured);
}

/** The CSS paint of a period; plain colours stay plain, as patterns cost more to draw. */
export function paintOf({ holder, status }, textured = false) {
  if (holder === "contested" || status === "contested") return "url(#fill-sides)";
  if (status === "partly_contested") return `url(#fill-part-${holder})`;
  return textured ? `url(#fill-${holder})` : `var(--holder-${holder})`;
}
