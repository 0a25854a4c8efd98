/** The events of the window: a symbol by type, its size by importance, fading by age, near ones as one. */
import { ageIn } from "../core/window.js";
import { createClusters, mercatorX, mercatorY } from "./cluster.js";
import { createCanvasPainter, numberBox } from "./sprites.js";
import { createSvgPainter } from "./svg_events.js";
import { RADII, badgeWidth, isApproximate } from "./symbols.js";

const MARGIN = 0.25;
const OLDEST = 0.4;
const APPROXIMATE_BIT = 1;
const OWN_BIT = 2;

/** Draws events in the map's pane "events"; `theme()` gives {ink, paper} as CSS colours. */
export function createEventLayer(map, theme) {
  const pane = map.getPane("events");
  const screenPainter = createCanvasPainter(pane, theme) ?? createSvgPainter(pane);
  let painter = screenPainter;
  let records = recordsOf([], {});
  let span = null;
  let selected = null;
  let view = null;
  let clusters = null;
  const strengthOf = (index) => 1 - (1 - OLDEST) * ageIn(span, records.from[index], records.to[index]);

  const draw = () => {
    if (!span || !view) return;
    chooseLive(records, span, selected);
    clusters = records.gather(records.live, records.number, strengthOf, view);
    painter.draw(clusters, records, records.indexOf.get(selected) ?? -1);
  };
  const place = () => {
    view = viewOf(map);
    painter.place(view);
    draw();
  };
  const liveEvents = (isWanted) => {
    const live = clusters ? records.live.subarray(0, records.number) : [];
    return Array.from(live).filter(isWanted).map((index) => records.events[index]);
  };

  return {
    /** Takes the events that have a place on the map. */
    useFacts(facts) {
      records = recordsOf(facts.events, facts.terms.event_type ?? {});
      clusters = null;
    },
    paint(nextSpan, event) {
      span = nextSpan;
      selected = event;
      draw();
    },
    /** Draws again after the map has moved. */
    place,
    /** Draws again in the theme's colours. */
    restyle() {
      painter.restyle();
      draw();
    },
    /** Puts SVG pictures in the canvas's place, which paper prints as an opaque sheet; false puts it back. */
    forPaper(on) {
      if (screenPainter.isSvg) return;
      screenPainter.setHidden(on);
      if (!on) painter.remove();
      painter = on ? createSvgPainter(pane) : screenPainter;
      if (view) painter.place(view);
      draw();
    },
    /** The events at a container point, the selected first, then the weightiest; `slack` pixels around still count. */
    at(point, slack) {
      if (!clusters) return { events: [], center: null };
      const found = clusterAt(clusters, records, point.x + view.offset.x, point.y + view.offset.y, slack);
      if (found < 0) return { events: [], center: null };
      const center = { x: clusters.x[found] - view.offset.x, y: clusters.y[found] - view.offset.y };
      return { events: liveEvents((index) => clusters.of[index] === found), center };
    },
    /** The ids of the events on the map. */
    shown: () => liveEvents((index) => clusters.of[index] >= 0).map(({ id }) => id),
    /** The symbols and numbers on the map as boxes in layer pixels: {number, left, top, right, bottom}. */
    boxes: () => boxesOf(clusters, records, view),
    /** {types, approximate, own} of the events in the frame. */
    kinds: () => kindsIn(clusters, records, view),
    remove: () => screenPainter.remove(),
  };
}

function recordsOf(all, types) {
  const events = all
    .filter((event) => event.on_map !== false && Number.isFinite(event.lat) && Number.isFinite(event.lon))
    .sort((one, other) => other.importance - one.importance || other.startDay - one.startDay);
  const typeIds = Object.keys(types);
  const column = (Kind, read) => Kind.from(events, read);
  return {
    events,
    types,
    typeIds,
    indexOf: new Map(events.map((event, index) => [event.id, index])),
    from: column(Float64Array, (event) => event.startDay),
    to: column(Float64Array, (event) => event.endDay),
    typeOf: column(Uint8Array, (event) => Math.max(0, typeIds.indexOf(event.type))),
    flags: column(Uint8Array, (event) => (isApproximate(event) ? APPROXIMATE_BIT : 0) | (event.own ? OWN_BIT : 0)),
    gather: createClusters(column(Float64Array, ({ lon }) => mercatorX(lon)), column(Float64Array, ({ lat }) => mercatorY(lat))),
    widths: typeIds.map((id) => badgeWidth(types[id].symbol)),
    live: new Int32Array(events.length),
    number: 0,
    boxes: { number: 0, left: new Float32Array(0), top: new Float32Array(0), right: new Float32Array(0), bottom: new Float32Array(0) },
    seen: new Uint8Array(Math.max(1, typeIds.length)),
  };
}

/* The indexes of the window's events; the selected one leads whatever cluster it is in. */
function chooseLive(records, { first, last }, selected) {
  const { from, to, live } = records;
  const chosen = records.indexOf.get(selected) ?? -1;
  let number = 0;
  if (chosen >= 0 && from[chosen] <= last && to[chosen] >= first) live[number++] = chosen;
  for (let index = 0; index < from.length; index += 1) {
    if (index !== chosen && from[index] <= last && to[index] >= first) live[number++] = index;
  }
  records.number = number;
}

/* The canvas is larger than the frame by a margin, so that a drag brings nothing empty in. */
function viewOf(map) {
  const size = map.getSize();
  const offset = size.multiplyBy(MARGIN).round();
  const corner = map.containerPointToLayerPoint(offset.multiplyBy(-1)).round();
  const origin = corner.add(map.getPixelOrigin());
  const { x: width, y: height } = size.add(offset.multiplyBy(2));
  const scale = map.options.crs.scale(map.getZoom());
  return { scale, left: origin.x, top: origin.y, width, height, corner, offset };
}

function clusterAt(clusters, { events }, x, y, slack) {
  let [found, least] = [-1, Infinity];
  for (let cluster = 0; cluster < clusters.number; cluster += 1) {
    const away = Math.hypot(clusters.x[cluster] - x, clusters.y[cluster] - y);
    const reach = RADII[events[clusters.lead[cluster]].importance] + slack;
    if (away <= reach && away < least) [found, least] = [cluster, away];
  }
  return found;
}

/* Two boxes a cluster at most, the symbol's and the number's, in arrays that are used again. */
function boxesOf(clusters, { boxes, events, widths, typeOf }, view) {
  boxes.number = 0;
  if (!clusters) return boxes;
  if (boxes.left.length < clusters.number * 2) {
    for (const side of ["left", "top", "right", "bottom"]) boxes[side] = new Float32Array(clusters.number * 4);
  }
  for (let cluster = 0; cluster < clusters.number; cluster += 1) {
    const x = clusters.x[cluster] + view.corner.x;
    const y = clusters.y[cluster] + view.corner.y;
    const radius = RADII[events[clusters.lead[cluster]].importance];
    const half = radius * widths[typeOf[clusters.lead[cluster]]];
    addBox(boxes, x, y, half, half);
    const count = clusters.count[cluster];
    if (count > 1) addBox(boxes, x + numberBox.right(radius), y - numberBox.up(radius), numberBox.width(count) / 2, numberBox.height / 2);
  }
  return boxes;
}

function addBox(boxes, x, y, halfWidth, halfHeight) {
  const index = boxes.number++;
  boxes.left[index] = x - halfWidth;
  boxes.right[index] = x + halfWidth;
  boxes.top[index] = y - halfHeight;
  boxes.bottom[index] = y + halfHeight;
}

function kindsIn(clusters, records, view) {
  const { seen, live, number, typeIds, typeOf } = records;
  seen.fill(0);
  let flags = 0;
  for (let place = 0; clusters && place < number; place += 1) {
    const index = live[place];
    const cluster = clusters.of[index];
    if (cluster < 0 || !isInFrame(clusters.x[cluster], clusters.y[cluster], view)) continue;
    seen[typeOf[index]] = 1;
    flags |= records.flags[index];
  }
  return {
    types: typeIds.filter((_, index) => seen[index]),
    approximate: (flags & APPROXIMATE_BIT) > 0,
    own: (flags & OWN_BIT) > 0,
  };
}

function isInFrame(x, y, { offset, width, height }) {
  return x >= offset.x && y >= offset.y && x <= width - offset.x && y <= height - offset.y;
}
