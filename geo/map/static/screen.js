/* The drawn map: every layer once, and paint(view), which changes only what the view changes. */
import { toDay } from "./days.js";
import { describer } from "./describe.js";
import { EventLayer } from "./events.js";
import { mixFills } from "./fills.js";
import { drawGround } from "./ground.js";
import { drawLabels } from "./labels.js";
import { drawLegend } from "./legend.js";
import { drawLines } from "./lines.js";
import { stackPanes } from "./panes.js";
import { watchPointer } from "./pointer.js";
import { drawSelection } from "./selection.js";
import { drawUnits } from "./units.js";
import { wordsFor } from "./words.js";

export async function openScreen(map, bundle, options, choose) {
  mixFills(map.getContainer(), bundle.terms.holder);
  const renderers = stackPanes(map);
  const ground = drawGround(map, bundle, renderers, options.relief);
  const units = drawUnits(map, bundle, renderers.units);
  const lines = drawLines(map, bundle, renderers.lines);
  const selection = drawSelection(map, bundle, renderers.selection);
  const events = new EventLayer(bundle.events, bundle.terms.event_type).addTo(map);
  const labels = drawLabels(map, bundle);
  const legend = drawLegend(map, bundle, (on) => units.texture(on));
  credit(map, bundle.attribution);
  addEventListener("beforeprint", () => units.texture(true));
  addEventListener("afterprint", () => units.texture(legend.textured()));

  let shown = {};
  let words = null;

  const paint = (view) => {
    const before = shown;
    shown = view;
    const day = toDay(view.day);
    const window = Number(view.window) || 30;
    units.paint(day, window);
    lines.paint(day);
    events.paint(day, window);
    if (view.region !== before.region) selection.show(view.region);
    if (view.lang !== before.lang) speak(view.lang);
    document.documentElement.dataset.date = view.day;
  };

  const speak = (lang) => {
    words = wordsFor(bundle, lang);
    document.documentElement.lang = lang;
    labels.write(words);
    legend.write(words);
    nameTiles(map, words);
  };

  const regionsOf = membership(bundle);
  const atlas = {
    day: () => shown.day,
    eventsAt: (point) => events.at(point),
    regionsOf: (unit) => regionsOf.get(unit),
    describe: describer(bundle, units.period),
  };
  watchPointer(map, atlas, () => ({ region: shown.region, words }), choose);
  await ground;
  return { paint, state: () => ({ ...shown, events: events.drawn() }) };
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

/* folium's layer control was written before the language was known. */
function nameTiles(map, words) {
  const name = map.getContainer().querySelector(".leaflet-control-layers-overlays span span");
  if (name) name.textContent = ` ${words.label("online_map")}`;
}

/* Leaflet reads credits as HTML; ours are text. */
function credit(map, text) {
  const safe = document.createElement("span");
  safe.textContent = text;
  map.attributionControl.setPrefix(false);
  if (text) map.attributionControl.addAttribution(safe.innerHTML);
  L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
}
