/** Names in the chosen language, or in two; label_layout.js says where they stand. */
import { h } from "../core/dom.js";
import { layOut } from "./label_layout.js";

const NEEDED_ZOOM = { country: 0, lake: 0, region: 9.25, 1: 0, 2: 7.75, 3: 9.5, 4: 9.75 };
const WEIGHT = { 1: 0, country: 1, 2: 2, region: 3, lake: 4, 3: 5, 4: 6 };
const DOT_REACH_PX = 8;

/** Draws them; `write` makes the names of a language, `layOut(symbols)` places them after a move or a step. */
export function drawLabels(map) {
  const sheet = L.DomUtil.create("div", "leaflet-zoom-hide", map.getPane("labels"));
  const dots = L.DomUtil.create("div", "leaflet-zoom-hide", map.getPane("dots"));
  let names = [];
  let controls = null;
  let moved = true;

  const project = () => {
    const zoom = map.getZoom();
    for (const name of names) {
      name.fits = zoom >= NEEDED_ZOOM[name.rank];
      if (name.fits) name.point = map.latLngToLayerPoint(name.at);
    }
    moved = false;
  };
  return {
    write(facts, languages) {
      const subjects = subjectsOf(facts).sort((one, other) => WEIGHT[one.rank] - WEIGHT[other.rank]);
      names = measured(sheet, subjects.map((subject) => withLabel(subject, languages)));
      dots.replaceChildren();
      moved = true;
    },
    /** The map has moved: every name's point is another. */
    move() {
      moved = true;
    },
    /** A zoom or another size of the frame: names go back to their best places. */
    forget() {
      controls = null;
      for (const name of names) name.spot = 0;
    },
    /** The controls have changed their size. */
    measureControls() {
      controls = null;
    },
    layOut(symbols) {
      controls ??= controlBoxes(map);
      if (moved) project();
      const frame = frameOf(map);
      const covering = controls.map((box) => ({ ...box, left: box.left + frame.left, top: box.top + frame.top }));
      const fitting = names.filter(({ fits }) => fits);
      const boxes = layOut(fitting, frame, covering, symbols);
      for (const name of names) if (!name.fits) show(name, null, sheet, dots);
      fitting.forEach((name, index) => show(name, boxes[index], sheet, dots));
    },
    /**
     * The town's dot or the name at a container point: {id, region, unit}; null if there is none. A town is
     * there also where its name has found no room.
     */
    at(point, slack, only) {
      const { x, y } = map.containerPointToLayerPoint(point);
      const found = names.filter(({ fits, region }) => fits && region);
      const near = ({ point: dot, town }) => town && Math.hypot(dot.x - x, dot.y - y) <= DOT_REACH_PX + slack;
      const over = ({ box }) => only !== "dots" && box && x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height;
      return found.find(near) ?? found.find(over) ?? null;
    },
  };
}

/* A town stands for the region of its own name, where there is one, or for that it lies in. */
function subjectsOf({ places, regions, context, units, regionById }) {
  const districts = new Set(units.map((unit) => unit.region));
  return [
    ...places.map(({ id, name, lat, lon, rank, region, unit }) => ({
      id: `place ${id}`, name, rank, at: [lat, lon], town: true, region: regionById.has(id) ? id : region, unit,
    })),
    ...regions
      .filter(({ id }) => districts.has(id))
      .map(({ id, name, point }) => ({ id: `region ${id}`, name, rank: "region", at: point, town: false, region: id })),
    ...context
      .filter(({ kind }) => kind === "country" || kind === "lake")
      .map(({ id, name, kind, point }) => ({ id: `context ${id}`, name, rank: kind, at: point, town: false })),
  ];
}

function withLabel(subject, languages) {
  const names = [...new Set(languages.map((code) => subject.name[code] || subject.name.en))];
  const dot = subject.town ? h("i", { class: `atlas-dot atlas-dot-${subject.rank}` }) : null;
  return { ...subject, label: labelOf(names, subject.rank), dot, spot: 0, box: null, point: null, fits: false };
}

/* One language: a town's two names stand one above the other. Two languages: a line for each. */
function labelOf(names, rank) {
  const lines = names.length > 1 ? names : names[0].split(rank === "region" ? " " : " / ");
  return h("span", { class: `atlas-label atlas-label-${rank}` }, lines.join("\n"));
}

/* Each name's element is made once for a language, and all are measured in one layout. */
function measured(sheet, names) {
  sheet.replaceChildren(...names.map(({ label }) => label));
  for (const name of names) name.size = { width: name.label.offsetWidth, height: name.label.offsetHeight };
  sheet.replaceChildren();
  return names;
}

function show(name, box, sheet, dots) {
  const { label, dot, point } = name;
  if (!box) {
    if (name.box) for (const element of [label, dot]) element?.remove();
    name.box = null;
    return;
  }
  if (!name.box) {
    sheet.append(label);
    if (dot) dots.append(dot);
  }
  if (name.box?.left !== box.left || name.box.top !== box.top) label.style.transform = `translate(${box.left}px, ${box.top}px)`;
  if (dot) dot.style.transform = `translate(${Math.round(point.x)}px, ${Math.round(point.y)}px)`;
  name.box = box;
}

/* The frame in layer pixels, and what covers it in container pixels. */
function frameOf(map) {
  const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
  const { x: width, y: height } = map.getSize();
  return { left, top, width, height };
}

function controlBoxes(map) {
  const container = map.getContainer();
  const corner = container.getBoundingClientRect();
  return [...container.querySelectorAll(".leaflet-control, .atlas-date")]
    .map((control) => control.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ x, y, width, height }) => ({ left: x - corner.x, top: y - corner.y, width, height }));
}
