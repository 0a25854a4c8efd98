/* A second day on a second map beside the first, or below it in a narrow frame: the same facts, the same
   place, each with its own date in large letters. */
import { node } from "./dom.js";
import { linkMaps } from "./link.js";
import { drawSheet } from "./sheet.js";

const KEPT = ["minZoom", "maxZoom", "zoomSnap", "zoomDelta", "wheelPxPerZoomLevel"];

/** Returns {paint(view, words), texture(on), sheet()}; a view without `compare` has no second map. */
export function besideMap(map, bundle, relief, choose) {
  const box = map.getContainer().parentElement;
  const date = drawDate(map);
  let second = null;
  let written = null;
  let against = null;
  let textured = false;

  const open = () => {
    const container = node("div", "", "atlas-compare");
    container.dataset.pane = "compare";
    map.getContainer().after(container);
    box.classList.add("atlas-two");
    const other = copyOf(map, container);
    const sheet = drawSheet(other, bundle, relief, choose);
    sheet.texture(textured);
    second = { container, other, sheet, date: drawDate(other), unlink: linkMaps(map, other) };
    written = null;
  };
  const close = () => {
    second.unlink();
    second.other.remove();
    second.container.remove();
    second = null;
    box.classList.remove("atlas-two");
    date("");
  };

  /* The earlier day first, as the day to compare with is chosen; scrubbing past it moves no map. */
  const place = ({ compare, day }) => {
    against = compare;
    box.classList.toggle("atlas-earlier-second", Boolean(compare) && compare < day);
  };

  return {
    paint(view, words) {
      if (view.compare && !second) open();
      if (!view.compare && second) close();
      if (view.compare !== against) place(view);
      if (!second) return;
      if (words !== written) second.sheet.write((written = words));
      second.sheet.paint({ ...view, day: view.compare });
      name(second.container, second.date, words, view.compare);
      name(map.getContainer(), date, words, view.day);
    },
    texture(on) {
      textured = on;
      second?.sheet.texture(on);
    },
  };
}

function name(container, date, words, day) {
  const text = words.date(day);
  date(text);
  container.setAttribute("aria-label", `${words.label("map")}: ${text}`);
}

function copyOf(map, container) {
  const kept = Object.fromEntries(KEPT.map((key) => [key, map.options[key]]));
  const other = L.map(container, { ...kept, zoomControl: false, attributionControl: false });
  container.setAttribute("role", "region");
  other.getPane("mapPane").setAttribute("aria-hidden", "true");
  return other.setView(map.getCenter(), map.getZoom(), { animate: false });
}

/* The day of a map in large letters, hidden while it is empty. */
function drawDate(map) {
  const sign = node("p", "", "atlas-date");
  sign.hidden = true;
  map.getContainer().append(sign);
  return (text) => {
    if (sign.textContent === text) return;
    sign.textContent = text;
    sign.hidden = !text;
  };
}
