/** The order of the map's layers, below to above; Leaflet's own tiles (200) lie over the relief. */

const ORDER = {
  relief: 150,
  context: 350,
  units: 400,
  borders: 420,
  changes: 430,
  lines: 440,
  hover: 445,
  selection: 450,
  dots: 455,
  events: 460,
  labels: 470,
};
const HEARS_POINTER = ["context", "units", "lines"];

/** Creates the panes; an SVG renderer for each by its name. */
export function createPanes(map) {
  const renderers = {};
  for (const [name, height] of Object.entries(ORDER)) {
    const pane = map.createPane(name);
    pane.style.zIndex = String(height);
    pane.classList.add(`atlas-${name}`);
    if (!HEARS_POINTER.includes(name)) pane.style.pointerEvents = "none";
    renderers[name] = L.svg({ pane: name, padding: 0.5 });
  }
  return renderers;
}

/**
 * A GeoJSON layer in a pane whose paths carry `dataOf(feature)` as data attributes; `only(feature)` is true for
 * those to draw.
 *
 * @param {any} map
 * @param {any} features
 * @param {string} name
 * @param {any} renderer
 * @param {{ dataOf: (feature: any) => object, interactive?: boolean, only?: (feature: any) => boolean, pane?: string }} options
 */
export function addShapes(map, features, name, renderer, { dataOf, interactive = false, only, pane = name }) {
  const layer = L.geoJSON(features, {
    pane,
    renderer,
    interactive,
    filter: only,
    style: () => ({ renderer, pane, interactive, className: `atlas-${name}-path` }),
    pointToLayer: () => L.layerGroup(),
  }).addTo(map);
  layer.eachLayer((part) => {
    const path = part.getElement?.();
    if (path) Object.assign(path.dataset, dataOf(part.feature));
  });
  return layer;
}
