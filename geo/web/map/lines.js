/**
 * Borders typed by us, dashed, on the map only while they were valid; the former oblast stays. A wide
 * unseen copy of each lets a mouse or a finger find it.
 */
import { toDay } from "../core/days.js";
import { addShapes } from "./panes.js";

// For orientation this outline is shown, thinner, after its last day.
const LASTING = "nkao_1923_1991";

/** Draws the lines once; `paint(day)` shows those of the day. */
export function drawLines(map, facts, shapes, renderer) {
  const records = new Map(facts.lines.map((line) => [line.id, line]));
  const lines = new Map();
  addShapes(map, shapes.lines, "lines", renderer, {
    dataOf: ({ id }) => ({ line: id, drawn: records.get(id)?.drawn ?? "typed" }),
  }).eachLayer((layer) => lines.set(layer.feature.id, prepareLine(layer, records)));
  addShapes(map, shapes.lines, "reach", renderer, {
    pane: "lines",
    interactive: true,
    dataOf: ({ id }) => ({ near: id }),
  }).eachLayer((layer) => lines.get(layer.feature.id).paths.push(layer.getElement()));
  return {
    paint(day) {
      for (const line of lines.values()) repaintLine(line, day);
    },
    /** The ids of the lines on the map. */
    shown: () => [...lines.values()].filter(({ shown }) => shown !== "no").map(({ id }) => id),
  };
}

function prepareLine(layer, records) {
  const { id } = layer.feature;
  const { start, end } = records.get(id) ?? {};
  const [startDay, endDay] = [start ? toDay(start) : -Infinity, end ? toDay(end) : Infinity];
  return { id, paths: [layer.getElement()], startDay, endDay, shown: null };
}

function repaintLine(line, day) {
  const valid = line.startDay <= day && day < line.endDay;
  const shown = valid ? "now" : line.id === LASTING && day >= line.endDay ? "former" : "no";
  if (shown === line.shown) return;
  line.shown = shown;
  for (const path of line.paths) path.dataset.shown = shown;
}
