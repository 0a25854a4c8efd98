/* The order of the sheets, below to above; Leaflet's own tiles (200) lie over the relief. */

const ORDER = {
  relief: 150,
  context: 350,
  units: 400,
  borders: 420,
  changes: 430,
  lines: 440,
  selection: 450,
  dots: 455,
  events: 460,
  labels: 470,
};

/** Creates the panes; returns an SVG renderer for each pane that draws shapes. */
export function stackPanes(map) {
  const renderers = {};
  for (const [name, height] of Object.entries(ORDER)) {
    const pane = map.createPane(name);
    pane.style.zIndex = height;
    pane.classList.add(`atlas-${name}`);
    if (name !== "units" && name !== "context" && name !== "lines") pane.style.pointerEvents = "none";
    renderers[name] = L.svg({ pane: name, padding: 0.5 });
  }
  return renderers;
}

/** A GeoJSON layer in a pane whose paths carry the feature's facts as data attributes. */
export function drawShapes(map, features, name, renderer, { mark, interactive = false, only, pane = name }) {
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
    if (path) Object.assign(path.dataset, mark(part.feature));
  });
  return layer;
}
