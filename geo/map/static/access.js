/* What the map and its buttons are called, in the chosen language. */
import { node } from "./dom.js";

const NOTE = "atlas-note";

/** Returns write(words) for the map's container, its note for those who do not see it, its buttons. */
export function nameMap(map) {
  const container = map.getContainer();
  const note = node("p", "", "atlas-unseen");
  note.id = NOTE;
  container.append(note);
  container.setAttribute("role", "region");
  container.setAttribute("aria-describedby", NOTE);
  map.getPane("mapPane").setAttribute("aria-hidden", "true");
  return (words) => {
    note.textContent = words.label("map_note");
    container.setAttribute("aria-label", words.label("map"));
    call(container, ".leaflet-control-zoom-in", words.label("zoom_in"));
    call(container, ".leaflet-control-zoom-out", words.label("zoom_out"));
    call(container, ".leaflet-control-layers-toggle", words.label("layers"));
    // folium's layer control was written before the language was known
    const tiles = container.querySelector(".leaflet-control-layers-overlays span span");
    if (tiles) tiles.textContent = ` ${words.label("online_map")}`;
  };
}

function call(container, selector, name) {
  const button = container.querySelector(selector);
  button?.setAttribute("aria-label", name);
  button?.setAttribute("title", name);
}
