/* The events of the window on one canvas: a symbol by type, its size by importance, fading by age. */
import { gather } from "./crowd.js";
import { toDay } from "./days.js";
import { symbolStamp } from "./symbols.js";

const RADII = [0, 7, 8, 9.5, 11, 13];
const MARGIN = 0.25;
const OLDEST = 0.4;
// known to the district or worse: the badge's outline is dashed
const APPROXIMATE = 3;

export const EventLayer = L.Layer.extend({
  initialize(events, types) {
    this._events = events.map(prepare).sort(byWeight);
    this._types = types;
    this._spots = [];
    this._stamps = new Map();
  },

  onAdd(map) {
    this._canvas = L.DomUtil.create("canvas", "leaflet-zoom-hide", map.getPane("events"));
    this._canvas.setAttribute("aria-hidden", "true");
    new MutationObserver(() => this._restamp()).observe(document.documentElement, {
      attributeFilter: ["data-theme"],
    });
    this._colours = coloursNow();
    this._project();
    this._place();
  },

  onRemove() {
    this._canvas.remove();
  },

  getEvents() {
    return { moveend: this._place, zoomend: this._project, resize: this._place };
  },

  paint(day, window) {
    this._day = day;
    this._window = window;
    this._draw();
  },

  /** The events under a container point, the weightiest first; empty if there are none. */
  at(point) {
    const { x, y } = point.add(this._offset);
    const hit = (spot) => Math.hypot(spot.x - x, spot.y - y) <= RADII[spot.events[0].importance] + 3;
    return this._spots.find(hit)?.events ?? [];
  },

  drawn() {
    return this._spots.flatMap((spot) => spot.events.map((event) => event.id));
  },

  _project() {
    const zoom = this._map.getZoom();
    for (const event of this._events) {
      event.pixel = this._map.project([event.lat, event.lon], zoom);
    }
  },

  _place() {
    const size = this._map.getSize();
    this._offset = size.multiplyBy(MARGIN).round();
    const corner = this._map.containerPointToLayerPoint(this._offset.multiplyBy(-1)).round();
    this._origin = corner.add(this._map.getPixelOrigin());
    this._ratio = window.devicePixelRatio || 1;
    const whole = size.add(this._offset.multiplyBy(2));
    this._canvas.width = whole.x * this._ratio;
    this._canvas.height = whole.y * this._ratio;
    this._canvas.style.width = `${whole.x}px`;
    this._canvas.style.height = `${whole.y}px`;
    L.DomUtil.setPosition(this._canvas, corner);
    this._draw();
  },

  _restamp() {
    this._colours = coloursNow();
    this._stamps.clear();
    this._draw();
  },

  _draw() {
    if (this._day === undefined || !this._origin) return;
    const first = this._day - this._window + 1;
    const live = this._events.filter((event) => event.from <= this._day && event.to >= first);
    this._spots = gather(live, ({ pixel }) => pixel.subtract(this._origin));
    const pen = this._canvas.getContext("2d");
    pen.clearRect(0, 0, this._canvas.width, this._canvas.height);
    for (const spot of this._spots.toReversed()) this._stamp(pen, spot);
    pen.globalAlpha = 1;
  },

  _stamp(pen, { x, y, events }) {
    const [event] = events;
    const stamp = this._stampFor(event);
    const left = Math.round(x * this._ratio - stamp.width / 2);
    const top = Math.round(y * this._ratio - stamp.height / 2);
    pen.globalAlpha = Math.max(...events.map((one) => this._strength(one)));
    pen.drawImage(stamp, left, top);
    if (events.length > 1) this._count(pen, x, y, RADII[event.importance], events.length);
  },

  _count(pen, x, y, radius, number) {
    const { ink, paper } = this._colours;
    pen.font = `600 ${9 * this._ratio}px system-ui, sans-serif`;
    Object.assign(pen, { textAlign: "center", textBaseline: "middle", lineWidth: 3 * this._ratio });
    Object.assign(pen, { strokeStyle: paper, fillStyle: ink, lineJoin: "round" });
    const at = [(x + radius + 3) * this._ratio, (y - radius) * this._ratio];
    pen.strokeText(number, ...at);
    pen.fillText(number, ...at);
  },

  _strength(event) {
    const age = Math.max(0, this._day - event.to);
    return 1 - (1 - OLDEST) * (age / this._window);
  },

  /* A reader's own event is the same symbol with ink and paper exchanged. */
  _stampFor({ type, importance, approximate, own }) {
    const key = `${type} ${importance} ${approximate} ${own} ${this._ratio}`;
    if (!this._stamps.has(key)) {
      const { ink, paper } = this._colours;
      const colours = own ? { ink: paper, paper: ink } : { ink, paper };
      const look = { ...colours, ratio: this._ratio, approximate };
      this._stamps.set(key, symbolStamp(this._types[type]?.symbol, RADII[importance], look));
    }
    return this._stamps.get(key);
  },
});

function coloursNow() {
  const style = getComputedStyle(document.documentElement);
  return { ink: style.getPropertyValue("--ink"), paper: style.getPropertyValue("--paper") };
}

function prepare(event) {
  const approximate = event.where_prec >= APPROXIMATE;
  return { ...event, approximate, from: toDay(event.start), to: toDay(event.end) };
}

function byWeight(one, other) {
  return other.importance - one.importance || other.from - one.from;
}
