/* Borders typed by us, dashed, on the map only while they were valid; the former oblast stays. A wide
   unseen copy of each lets a mouse or a finger find it. */
import { toDay } from "./days.js";
import { drawShapes } from "./panes.js";

// for orientation this outline is kept, thinner, after its last day
const LASTING = "nkao_1923_1991";

export function drawLines(map, bundle, renderer) {
  const lines = new Map();
  drawShapes(map, bundle.lines, "lines", renderer, {
    mark: (line) => ({ line: line.id, drawn: line.properties.drawn }),
  }).eachLayer((layer) => lines.set(layer.feature.id, prepareLine(layer)));
  drawShapes(map, bundle.lines, "reach", renderer, {
    pane: "lines",
    interactive: true,
    mark: (line) => ({ near: line.id }),
  }).eachLayer((layer) => lines.get(layer.feature.id).paths.push(layer.getElement()));
  return {
    paint(day) {
      for (const line of lines.values()) repaintLine(line, day);
    },
  };
}

function prepareLine(layer) {
  const { id, properties } = layer.feature;
  return {
    id,
    paths: [layer.getElement()],
    start: properties.start ? toDay(properties.start) : -Infinity,
    end: properties.end ? toDay(properties.end) : Infinity,
    shown: null,
  };
}

function repaintLine(line, day) {
  const valid = line.start <= day && day < line.end;
  const shown = valid ? "now" : line.id === LASTING && day >= line.end ? "former" : "no";
  if (shown === line.shown) return;
  line.shown = shown;
  for (const path of line.paths) path.dataset.shown = shown;
}
