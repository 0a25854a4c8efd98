/* One drawn map: every layer once, and paint(view), which changes only what the view changes. */
import { describer } from "./describe.js";
import { toDay } from "./days.js";
import { EventLayer } from "./events.js";
import { drawGround } from "./ground.js";
import { drawLabels } from "./labels.js";
import { drawLines } from "./lines.js";
import { stackPanes } from "./panes.js";
import { watchPointer } from "./pointer.js";
import { drawSelection } from "./selection.js";
import { drawUnits } from "./units.js";
import { spanOf } from "./window.js";

/** Returns {paint, write, texture, ready, ...}; `choose({region, day?, event?})` hears of clicks. */
export function drawSheet(map, bundle, relief, choose) {
  const renderers = stackPanes(map);
  const ready = drawGround(map, bundle, renderers, relief);
  const units = drawUnits(map, bundle, renderers);
  const lines = drawLines(map, bundle, renderers.lines);
  const selection = drawSelection(map, bundle, renderers.selection);
  const events = new EventLayer(bundle.events, bundle.terms.event_type).addTo(map);
  const labels = drawLabels(map, bundle);
  const regionsOf = membership(bundle);
  let shown = {};
  let words = null;

  const read = () => ({ ...shown, words, first: bundle.first, last_day: bundle.last });
  const under = {
    eventsAt: (point, slack) => events.at(point, slack),
    regionsOf: (unit) => regionsOf.get(unit),
    describe: describer(bundle, units),
  };
  const pointer = watchPointer(map, under, read, choose);

  return {
    ready,
    paint(view) {
      const before = shown;
      shown = view;
      const day = toDay(view.day);
      const span = spanOf(view.window, day);
      units.paint(day, span);
      lines.paint(day);
      events.paint(span, view.event);
      if (view.region !== before.region) selection.show(view.region);
      pointer.refresh();
    },
    write(chosen) {
      words = chosen;
      pointer.quiet();
      labels.write(words);
    },
    texture: units.texture,
    relabel: labels.lay,
    areaOf: selection.areaOf,
    events: () => events.drawn(),
  };
}

/* unit -> its regions: its own district first, then the others in the order of the table. */
function membership({ units, regions }) {
  return new Map(
    units.features.map(({ id, properties: { region_id: own } }) => {
      const others = regions.filter((region) => region.id !== own && region.units.includes(id));
      return [id, [own, ...others.map((region) => region.id)]];
    }),
  );
}
