/** A Leaflet map for a page without folium. */
import { h } from "../core/dom.js";
import { HOME } from "./camera.js";

/** An empty map that fills the element, with the options that geo/map/base.py gives folium's. */
export function createLeafletMap(element) {
  const container = h("div", { class: "atlas-map atlas-map-fill" });
  element.append(container);
  const options = { maxZoom: 13, zoomSnap: 0.25, zoomDelta: 0.5, wheelPxPerZoomLevel: 120 };
  return L.map(container, options).fitBounds(HOME, { animate: false });
}
