/* Names in the chosen language. They never overlap: the lighter ones give way, at every zoom. */

const NEEDED_ZOOM = { country: 0, lake: 0, region: 9.25, 1: 0, 2: 7.75, 3: 9.5, 4: 9.75 };
const WEIGHT = { 1: 0, country: 1, 2: 2, region: 3, lake: 4, 3: 5, 4: 6 };
const GAP = 3;
const LIFT = 12;

/** Returns write(words), which lays out every label for a language. */
export function drawLabels(map, bundle) {
  const sheet = L.DomUtil.create("div", "leaflet-zoom-hide", map.getPane("labels"));
  const dots = L.DomUtil.create("div", "leaflet-zoom-hide", map.getPane("dots"));
  sheet.setAttribute("aria-hidden", "true");
  const subjects = collect(bundle).sort((one, other) => WEIGHT[one.rank] - WEIGHT[other.rank]);
  const measure = ruler(sheet);
  let words = null;

  const lay = () => {
    if (!words) return;
    const taken = [];
    const zoom = map.getZoom();
    const fitting = subjects.filter((subject) => zoom >= NEEDED_ZOOM[subject.rank]);
    const placed = fitting.flatMap((subject) => place(map, subject, words, measure, taken));
    sheet.replaceChildren(...placed.map(({ label }) => label));
    dots.replaceChildren(...placed.flatMap(({ mark }) => mark));
  };
  map.on("zoomend viewreset", lay);
  return {
    write(chosen) {
      words = chosen;
      lay();
    },
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

function place(map, { name, rank, at, town }, words, measure, taken) {
  const lines = breakName(words.name(name), rank);
  const size = measure(lines, rank);
  const point = map.latLngToLayerPoint(at);
  const spots = town ? besides(point, size) : [around(point, size)];
  const free = spots.find((box) => !taken.some((other) => overlap(box, other)));
  if (!free) return [];
  taken.push(free);
  if (town) taken.push(square(point, 4));
  return [{ label: text(lines, rank, free), mark: town ? [dot(point, rank)] : [] }];
}

/* Two names of a town stand one above the other; a region's name may break anywhere. */
function breakName(name, rank) {
  return rank === "region" ? name.split(" ") : name.split(" / ");
}

function ruler(sheet) {
  const known = new Map();
  return (lines, rank) => {
    const key = `${rank} ${lines.join(" ")}`;
    if (!known.has(key)) {
      const probe = text(lines, rank, { left: 0, top: 0 });
      sheet.append(probe);
      known.set(key, { width: probe.offsetWidth, height: probe.offsetHeight });
      probe.remove();
    }
    return known.get(key);
  };
}

function text(lines, rank, { left, top }) {
  const element = document.createElement("span");
  element.className = `atlas-label atlas-label-${rank}`;
  element.style.transform = `translate(${left}px, ${top}px)`;
  element.innerText = lines.join("\n");
  return element;
}

function dot({ x, y }, rank) {
  const element = document.createElement("i");
  element.className = `atlas-dot atlas-dot-${rank}`;
  element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  return element;
}

function besides({ x, y }, { width, height }) {
  const middle = y - height / 2;
  return [
    box(x + LIFT, middle, width, height),
    box(x - LIFT - width, middle, width, height),
    box(x - width / 2, y + LIFT, width, height),
    box(x - width / 2, y - LIFT - height, width, height),
  ];
}

function around({ x, y }, { width, height }) {
  return box(x - width / 2, y - height / 2, width, height);
}

function square({ x, y }, half) {
  return box(x - half, y - half, half * 2, half * 2);
}

function box(left, top, width, height) {
  return { left: Math.round(left), top: Math.round(top), width, height };
}

function overlap(one, other) {
  return (
    one.left < other.left + other.width + GAP &&
    other.left < one.left + one.width + GAP &&
    one.top < other.top + other.height + GAP / 2 &&
    other.top < one.top + one.height + GAP / 2
  );
}
