/** One drawn map: every layer once, and paint(view), which changes only what the view changes. */
import { toDay } from "../core/days.js";
import { parseWindow, windowSpan } from "../core/window.js";
import { createEventLayer } from "./event_layer.js";
import { drawLabels } from "./labels.js";
import { drawLines } from "./lines.js";
import { createPanes } from "./panes.js";
import { watchPointer } from "./pointer.js";
import { drawSelection } from "./selection.js";
import { drawTerrain } from "./terrain.js";
import { drawUnits } from "./units.js";

/**
 * Draws the layers of a Leaflet map; `context` is {store, shapes, relief, theme(), choose(choice)}.
 *
 * `paint` takes the store's view, of another day where it is the second map; `ready` is a promise of the relief.
 */
export function drawMapView(map, { store, shapes, relief, theme, choose }) {
  const renderers = createPanes(map);
  const ready = drawTerrain(map, store.facts, shapes, renderers, relief);
  const layers = {
    units: drawUnits(map, shapes, renderers),
    lines: drawLines(map, store.facts, shapes, renderers.lines),
    selection: drawSelection(map, store.facts, shapes, renderers),
    events: createEventLayer(map, theme),
    labels: drawLabels(map),
    ...membership(store),
  };
  const { units, lines, selection, events, labels } = layers;
  let shown = store.view;
  const pointer = watchPointer(map, layers, () => ({ view: shown, facts: store.facts, words: store.words }), choose);

  const layOutNames = () => labels.layOut(events.boxes());
  const moved = () => {
    labels.move();
    events.place();
    layOutNames();
  };
  const zoomed = () => labels.forget();
  map.on("zoomend resize", zoomed).on("moveend zoomend resize viewreset", moved);
  events.place();

  return {
    ready,
    layers,
    paint(view) {
      shown = view;
      const day = toDay(view.date);
      const span = windowSpan(parseWindow(view.window), day, store.facts.firstDay);
      units.paint(day, span);
      lines.paint(day);
      events.paint(span, view.event);
      selection.select(view.region);
      layOutNames();
      pointer.refresh();
    },
    /** Takes the store's facts and the names' languages, after either has changed. */
    write(languages) {
      pointer.close();
      units.useFacts(store.facts);
      events.useFacts(store.facts);
      labels.write(store.facts, languages);
    },
    /** The legend's keys of what is on the map. */
    legendKeys: () => [...controlKeys(units), ...lines.shown().map((id) => `line:${id}`), ...eventKeys(events)],
    controlsChanged() {
      labels.measureControls();
      layOutNames();
    },
    remove() {
      map.off("zoomend resize", zoomed).off("moveend zoomend resize viewreset", moved);
      events.remove();
    },
  };
}

function controlKeys(units) {
  const keys = new Set();
  for (const { period, change } of units.all()) {
    if (!period) continue;
    const { holder, status, certainty } = period;
    keys.add(`holder:${holder}`).add(`status:${status}`).add(`certainty:${certainty}`);
    if (change) keys.add("changed");
  }
  return keys;
}

function eventKeys(events) {
  const { types, approximate, own } = events.kinds();
  return [...types.map((id) => `event:${id}`), ...(approximate ? ["approximate"] : []), ...(own ? ["own"] : [])];
}

/* The regions of a unit, its own district first, and a region with those it lies in. */
function membership({ facts }) {
  const withUnits = facts.regions.filter(({ units }) => units.length > 0);
  const others = (units, own) => withUnits.filter(({ id, units: all }) => id !== own && units.every((unit) => all.includes(unit)));
  const listed = (units, own) => [own, ...others(units, own).map(({ id }) => id)];
  const ofUnit = new Map(facts.units.map(({ id, region }) => [id, listed([id], region)]));
  const ofRegion = new Map(withUnits.map(({ id, units }) => [id, listed(units, id)]));
  return {
    regionsOf: (unit) => ofUnit.get(unit),
    regionsWith: (region) => ofRegion.get(region) ?? [region],
  };
}
