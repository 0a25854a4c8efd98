/**
 * A second day on a second map beside the first, or below it in a narrow frame: the same facts, the same
 * place, each with its own date in large letters.
 */
import { h } from "../core/dom.js";
import { setLeastZoom } from "./camera.js";
import { linkMaps } from "./linked_maps.js";
import { drawMapView } from "./map_view.js";

const SAME_OPTIONS = ["minZoom", "maxZoom", "zoomSnap", "zoomDelta", "wheelPxPerZoomLevel"];

/** Returns {paint(view), write(languages), shown()}; a view without `compare` has no second map. */
export function createSecondMap(map, context) {
  const { words } = context;
  const container = map.getContainer();
  const box = container.parentElement;
  const date = createDate(container);
  let second = null;
  let against = null;

  const write = (languages) => {
    if (!second) return;
    second.container.lang = words().lang;
    second.view.write(languages);
  };
  const open = () => {
    box.classList.add("atlas-two");
    second = openBeside(map, context);
    write(context.languages());
    context.onOpen(second.view);
  };
  const close = () => {
    second.remove();
    second = null;
    box.classList.remove("atlas-two");
    date("");
    container.setAttribute("aria-label", words().say("Map"));
  };
  /* The earlier day first, as the day to compare with is chosen; scrubbing past it moves no map. */
  const order = ({ compare, date: day }) => {
    against = compare;
    box.classList.toggle("atlas-earlier-second", Boolean(compare) && compare < day);
  };
  const nameMap = (element, showDate, day) => {
    const text = words().days(day);
    showDate(text);
    element.setAttribute("aria-label", words().say("{name}: {what}", { name: words().say("Map"), what: text }));
  };

  return {
    paint(view) {
      if (view.compare && !second) open();
      if (!view.compare && second) close();
      if (view.compare !== against) order(view);
      if (!second) return;
      second.view.paint({ ...view, date: view.compare });
      nameMap(second.container, second.date, view.compare);
      nameMap(container, date, view.date);
    },
    write,
    /** The second map's view and container, or null. */
    shown: () => second,
  };
}

/* A map of its own after the first one's container, linked with it: {container, view, date(text), remove()}. */
function openBeside(map, context) {
  const first = map.getContainer();
  const data = { pane: "compare", theme: first.dataset.theme };
  const container = h("div", { class: "atlas-map atlas-compare", role: "region", data });
  first.after(container);
  const copy = copyOf(map, container);
  const view = drawMapView(copy, context);
  const sameLimit = () => setLeastZoom(copy, map.getMinZoom());
  map.on("zoomlevelschange", sameLimit);
  const unlink = linkMaps(map, copy);
  return {
    container,
    view,
    date: createDate(container),
    remove() {
      unlink();
      map.off("zoomlevelschange", sameLimit);
      view.remove();
      copy.remove();
      container.remove();
    },
  };
}

function copyOf(map, container) {
  const same = Object.fromEntries(SAME_OPTIONS.map((key) => [key, map.options[key]]));
  const copy = L.map(container, { ...same, zoomControl: false, attributionControl: false });
  copy.getPane("mapPane").setAttribute("aria-hidden", "true");
  return copy.setView(map.getCenter(), map.getZoom(), { animate: false });
}

/* The day of a map in large letters, hidden while it is empty. */
function createDate(container) {
  const sign = h("p", { class: "atlas-date", hidden: true });
  container.append(sign);
  return (text) => {
    if (sign.textContent === text) return;
    sign.textContent = text;
    sign.hidden = !text;
  };
}
