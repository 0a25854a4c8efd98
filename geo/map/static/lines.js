/* Borders typed by us, dashed, on the map only while they were valid; the former oblast stays. */
import { toDay } from "./days.js";
import { drawShapes } from "./panes.js";

// for orientation this outline is kept, thinner, after its last day
const LASTING = "nkao_1923_1991";

export function drawLines(map, bundle, renderer) {
  const lines = [];
  drawShapes(map, bundle.lines, "lines", renderer, {
    interactive: true,
    mark: (line) => ({ line: line.id, drawn: line.properties.drawn }),
  }).eachLayer((layer) => lines.push(prepare(layer)));
  return { paint: (day) => lines.forEach((line) => repaint(line, day)) };
}

function prepare(layer) {
  const { id, properties } = layer.feature;
  return {
    id,
    path: layer.getElement(),
    start: properties.start ? toDay(properties.start) : -Infinity,
    end: properties.end ? toDay(properties.end) : Infinity,
    shown: null,
  };
}

function repaint(line, day) {
  const valid = line.start <= day && day < line.end;
  const shown = valid ? "now" : line.id === LASTING && day >= line.end ? "former" : "no";
  if (shown === line.shown) return;
  line.shown = shown;
  line.path.dataset.shown = shown;
}
