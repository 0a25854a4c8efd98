/* Names in the chosen language, or in two. They never overlap and none is cut at the frame's edge: the
   lighter ones give way, wherever the map is. */
import { around, besidesOf, overlap, within } from "./boxes.js";
import { node } from "./dom.js";

const NEEDED_ZOOM = { country: 0, lake: 0, region: 9.25, 1: 0, 2: 7.75, 3: 9.5, 4: 9.75 };
const WEIGHT = { 1: 0, country: 1, 2: 2, region: 3, lake: 4, 3: 5, 4: 6 };

/** Returns {write(words), lay()}: the first lays out every name for a language, the second again. */
export function drawLabels(map, bundle) {
  const sheet = L.DomUtil.create("div", "leaflet-zoom-hide", map.getPane("labels"));
  const dots = L.DomUtil.create("div", "leaflet-zoom-hide", map.getPane("dots"));
  const subjects = collect(bundle).sort((one, other) => WEIGHT[one.rank] - WEIGHT[other.rank]);
  let names = [];

  const lay = () => {
    const frame = frameOf(map);
    const taken = controlsOn(map, frame);
    const zoom = map.getZoom();
    const fitting = names.filter(({ rank }) => zoom >= NEEDED_ZOOM[rank]);
    const placed = fitting.flatMap((name) => placeName(map, name, frame, taken));
    sheet.replaceChildren(...placed.map(({ label }) => label));
    dots.replaceChildren(...placed.flatMap(({ mark }) => mark));
  };
  map.on("zoomend moveend resize viewreset", lay);
  return {
    write(words) {
      names = written(sheet, subjects, words);
      lay();
    },
    lay,
  };
}

function collect({ places, regions, context, units }) {
  const districts = new Set(units.features.map((unit) => unit.properties.region_id));
  return [
    ...places.map(({ name, lat, lon, rank }) => ({ name, rank, at: [lat, lon], town: true })),
    ...regions
      .filter((region) => districts.has(region.id))
      .map(({ name, point }) => ({ name, rank: "region", at: point })),
    ...context.features
      .filter(({ properties: { kind } }) => kind === "country" || kind === "lake")
      .map(({ properties: { name, kind, point } }) => ({ name, rank: kind, at: point })),
  ];
}

function placeName(map, { rank, at, town, label, size }, frame, taken) {
  const point = map.latLngToLayerPoint(at);
  if (!within({ left: point.x, top: point.y, width: 0, height: 0 }, frame)) return [];
  const spots = town ? besidesOf(point, size) : [around(point, size)];
  const free = spots.find((box) => within(box, frame) && !taken.some((other) => overlap(box, other)));
  if (!free) return [];
  taken.push(free);
  if (town) taken.push(around(point, { width: 8, height: 8 }));
  label.style.transform = `translate(${free.left}px, ${free.top}px)`;
  return [{ label, mark: town ? [dot(point, rank)] : [] }];
}

/* Each name's element is made once for a language, and all are measured in one layout. */
function written(sheet, subjects, words) {
  const labels = subjects.map(({ name, rank }) => labelOf(words.names(name), rank));
  sheet.replaceChildren(...labels);
  return subjects.map((subject, place) => {
    const { offsetWidth: width, offsetHeight: height } = labels[place];
    return { ...subject, label: labels[place], size: { width, height } };
  });
}

/* One language: a town's two names stand one above the other. Two languages: a line for each. */
function labelOf(names, rank) {
  const label = node("span", "", `atlas-label atlas-label-${rank}`);
  const lines = names.length > 1 ? names : breakName(names[0], rank);
  label.append(...lines.flatMap((line, number) => (number ? ["\n", line] : [line])));
  return label;
}

function breakName(name, rank) {
  return rank === "region" ? name.split(" ") : name.split(" / ");
}

function dot({ x, y }, rank) {
  const mark = node("i", "", `atlas-dot atlas-dot-${rank}`);
  mark.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  return mark;
}

/* The frame and what covers it, in the pixels that layers are placed by. */
function frameOf(map) {
  const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
  const { x: width, y: height } = map.getSize();
  return { left, top, width, height };
}

function controlsOn(map, { left, top }) {
  const container = map.getContainer();
  const corner = container.getBoundingClientRect();
  return [...container.querySelectorAll(".leaflet-control, .atlas-date")].map((control) => {
    const { x, y, width, height } = control.getBoundingClientRect();
    return { left: x - corner.x + left, top: y - corner.y + top, width, height };
  });
}
