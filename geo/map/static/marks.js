/* Events as small SVG pictures, where the browser gives no canvas. */
import { node } from "./dom.js";
import { RADII, symbolPicture } from "./symbols.js";

// each is an element of its own: more of them than this would make the map heavy
const MOST_MARKS = 400;

/** Returns {place, draw, restyle, remove}, as canvasPainter does. */
export function markPainter(pane, types) {
  const sheet = node("div", "", "leaflet-zoom-hide atlas-marks");
  sheet.setAttribute("aria-hidden", "true");
  pane.append(sheet);
  return {
    place: (corner) => L.DomUtil.setPosition(sheet, corner),
    draw(spots, events, chosen) {
      const number = Math.min(spots.number, MOST_MARKS);
      const marks = Array.from({ length: number }, (_, spot) =>
        markOf(spots, spot, events[spots.lead[spot]], types, chosen),
      );
      sheet.replaceChildren(...marks.reverse());
    },
    restyle() {},
    remove: () => sheet.remove(),
  };
}

function markOf(spots, spot, event, types, chosen) {
  const mark = node("span", "", "atlas-mark");
  const size = RADII[event.importance] * 2.5;
  const selected = spots.lead[spot] === chosen;
  Object.assign(mark.style, {
    transform: `translate(${spots.x[spot] - size / 2}px, ${spots.y[spot] - size / 2}px)`,
    width: `${size}px`,
    height: `${size}px`,
    opacity: selected ? 1 : spots.alpha[spot],
  });
  mark.dataset.selected = selected;
  mark.append(symbolPicture(types[event.type]?.symbol, event));
  if (spots.count[spot] > 1) mark.append(node("b", spots.count[spot]));
  return mark;
}
