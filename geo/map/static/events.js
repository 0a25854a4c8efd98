/* The events of the window: a symbol by type, its size by importance, fading by age, crowds as one. */
import { canvasPainter } from "./canvas.js";
import { createCrowd } from "./crowd.js";
import { toDay } from "./days.js";
import { markPainter } from "./marks.js";
import { RADII } from "./symbols.js";
import { ageIn } from "./window.js";

const MARGIN = 0.25;
const OLDEST = 0.4;
// known to the district or worse: the badge's outline is dashed
const APPROXIMATE = 3;

export const EventLayer = L.Layer.extend({
  initialize(events, types) {
    this._events = events.map(prepareEvent).sort(byWeight);
    this._places = new Map(this._events.map((event, place) => [event.id, place]));
    const column = (Kind, read) => Kind.from(this._events, read);
    this._from = column(Float64Array, (event) => event.from);
    this._to = column(Float64Array, (event) => event.to);
    this._gather = createCrowd(column(Float64Array, mercatorX), column(Float64Array, mercatorY));
    this._live = new Int32Array(events.length);
    this._number = 0;
    this._types = types;
    this._strengthOf = (place) =>
      1 - (1 - OLDEST) * ageIn(this._span, this._from[place], this._to[place]);
  },

  onAdd(map) {
    const pane = map.getPane("events");
    this._painter = canvasPainter(pane, this._types) ?? markPainter(pane, this._types);
    this._theme = new MutationObserver(() => {
      this._painter.restyle();
      this._draw();
    });
    this._theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    this._place();
  },

  onRemove() {
    this._theme.disconnect();
    this._painter.remove();
  },

  getEvents() {
    return { moveend: this._place, zoomend: this._place, resize: this._place };
  },

  paint(span, selected) {
    this._span = span;
    this._selected = selected;
    this._draw();
  },

  /** The events under a container point, the weightiest first; `slack` pixels beside still count. */
  at(point, slack = 3) {
    if (!this._spots) return [];
    const { x, y } = point.add(this._offset);
    let found = -1;
    let least = Infinity;
    for (let spot = 0; spot < this._spots.number; spot += 1) {
      const { importance } = this._events[this._spots.lead[spot]];
      const away = Math.hypot(this._spots.x[spot] - x, this._spots.y[spot] - y);
      if (away <= RADII[importance] + slack && away < least) [found, least] = [spot, away];
    }
    return this._liveEvents((place) => found >= 0 && this._spots.of[place] === found);
  },

  /** The ids of the events on the canvas. */
  drawn() {
    return this._liveEvents((place) => this._spots.of[place] >= 0).map((event) => event.id);
  },

  _liveEvents(keep) {
    return Array.from(this._live.subarray(0, this._number)).filter(keep).map((place) => this._events[place]);
  },

  _place() {
    const size = this._map.getSize();
    this._offset = size.multiplyBy(MARGIN).round();
    const corner = this._map.containerPointToLayerPoint(this._offset.multiplyBy(-1)).round();
    const origin = corner.add(this._map.getPixelOrigin());
    const { x: width, y: height } = size.add(this._offset.multiplyBy(2));
    const scale = this._map.options.crs.scale(this._map.getZoom());
    this._view = { scale, left: origin.x, top: origin.y, width, height };
    this._painter.place(corner, width, height);
    this._draw();
  },

  _draw() {
    if (!this._span || !this._view) return;
    this._choose();
    this._spots = this._gather(this._live, this._number, this._strengthOf, this._view);
    this._painter.draw(this._spots, this._events, this._places.get(this._selected) ?? -1);
  },

  /* The places of the window's events; the selected one leads whatever crowd it is in. */
  _choose() {
    const { first, last } = this._span;
    const chosen = this._places.get(this._selected) ?? -1;
    const inside = (place) => this._from[place] <= last && this._to[place] >= first;
    this._number = 0;
    if (chosen >= 0 && inside(chosen)) this._live[this._number++] = chosen;
    for (let place = 0; place < this._events.length; place += 1) {
      if (place !== chosen && inside(place)) this._live[this._number++] = place;
    }
  },
});

/* Web Mercator on a map of size 1, as Leaflet projects before it scales. */
function mercatorX({ lon }) {
  return lon / 360 + 0.5;
}

function mercatorY({ lat }) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

function prepareEvent(event) {
  const approximate = event.where_prec >= APPROXIMATE;
  return { ...event, approximate, from: toDay(event.start), to: toDay(event.end) };
}

function byWeight(one, other) {
  return other.importance - one.importance || other.from - one.from;
}
