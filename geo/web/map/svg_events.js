/** Events as small SVG pictures: on paper, and where the browser gives no canvas. */
import { h } from "../core/dom.js";
import { numberBox, numberText } from "./sprites.js";
import { RADII, symbolPicture } from "./symbols.js";

// Each is an element of its own: more of them than this would make the map heavy.
const MOST_MARKS = 400;

/** A painter as createCanvasPainter gives one. */
export function createSvgPainter(pane) {
  const sheet = h("div", { class: "leaflet-zoom-hide atlas-marks", "aria-hidden": "true" });
  pane.append(sheet);
  return {
    isSvg: true,
    place: ({ corner }) => L.DomUtil.setPosition(sheet, corner),
    draw(clusters, records, chosen) {
      const number = Math.min(clusters.number, MOST_MARKS);
      const marks = Array.from({ length: number }, (_, cluster) => markOf(clusters, cluster, records, chosen));
      sheet.replaceChildren(...marks.reverse());
    },
    restyle() {},
    setHidden() {},
    remove: () => sheet.remove(),
  };
}

/* The number where the canvas has it. */
function numberAt(text, middle, radius) {
  const style = `left: ${middle + numberBox.right(radius)}px; top: ${middle - numberBox.up(radius)}px`;
  return h("b", { style }, text);
}

function markOf(clusters, cluster, { events, types, flags }, chosen) {
  const lead = clusters.lead[cluster];
  const { importance, type } = events[lead];
  const look = { approximate: Boolean(flags[lead] & 1), own: Boolean(flags[lead] & 2) };
  const size = RADII[importance] * 2.5;
  const selected = lead === chosen;
  const mark = h(
    "span",
    { class: "atlas-mark", data: { selected } },
    symbolPicture(types[type]?.symbol, look),
    clusters.count[cluster] > 1 && numberAt(numberText(clusters.count[cluster]), size / 2, RADII[importance]),
  );
  Object.assign(mark.style, {
    transform: `translate(${clusters.x[cluster] - size / 2}px, ${clusters.y[cluster] - size / 2}px)`,
    width: `${size}px`,
    height: `${size}px`,
    opacity: selected ? 1 : clusters.alpha[cluster],
  });
  return mark;
}
