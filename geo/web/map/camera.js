/** Where the map looks: at the whole area until the reader moves it, then wherever the reader put it. */
import { reducedMotion } from "../core/motion.js";

/** The area that the map opens with: south-west and north-east corner, degrees. */
export const HOME = [[38.75, 45.3], [40.75, 47.9]];
/** How far the map reaches: the neighbours that are drawn, with Yerevan and Baku. */
const REACH_BOUNDS = [[37.6, 43.1], [42.4, 50.9]];

const CLOSE_ZOOM = 10;
const HOME_PADDING_PX = 6;
// So much closer than the whole area, the map may be moved as far as it reaches.
const FREE_ZOOMS = 1;
const HOME_MARGIN = 0.25;

/**
 * Holds a map to its area: {fly({lat, lon, zoom}), reveal(bounds), goHome(), remove()}.
 *
 * `coveredLeft()` is how many pixels at the left the legend covers: the area stands beside it where there is room.
 */
export function createCamera(map, coveredLeft) {
  const still = reducedMotion();
  const home = createHome(map, coveredLeft);
  const stop = new AbortController();
  let untouched = true;
  let wanted = null;
  let flying = false;
  let fitted = null;
  map.options.maxBoundsViscosity = 1;

  const touch = () => (untouched = false);
  for (const sign of ["pointerdown", "wheel", "keydown"]) {
    map.getContainer().addEventListener(sign, touch, { passive: true, once: true, signal: stop.signal });
  }
  const setLimits = (bounds) => (map.options.maxBounds = bounds);
  const stayInside = () => {
    if (map.options.maxBounds) map.panInsideBounds(map.options.maxBounds, { animate: !still.matches });
  };
  /* Near the whole area a swipe moves little, so that it loses neither the area nor the region chosen. */
  const limit = () => {
    const free = map.getZoom() >= home.zoom() + FREE_ZOOMS;
    const bounds = free ? L.latLngBounds(REACH_BOUNDS) : home.limits();
    setLimits(wanted ? bounds.extend(wanted) : bounds);
  };
  const goHome = (animate) => {
    setLimits(home.limits());
    map.setView(home.center(), home.zoom(), animate ? { animate } : { reset: true });
  };
  const fit = () => {
    setLimits(null);
    map.invalidateSize({ animate: false });
    fitted = map.getSize();
    home.measure();
    setLeastZoom(map, home.zoom());
    if (untouched) goHome(false);
    limit();
    if (untouched && wanted) panIntoSight(map, wanted, false);
  };
  // It calls once at the beginning too.
  const observer = new ResizeObserver(([{ target }]) => fitted.equals([target.clientWidth, target.clientHeight]) || fit());
  observer.observe(map.getContainer());
  map.on("zoomend", limit).on("moveend", stayInside);
  fit();

  return {
    fly({ lat, lon, zoom }) {
      if (!Number.isFinite(lat) || !Number.isFinite(lon)) return;
      touch();
      map.stop();
      flying = true;
      map.once("moveend", () => (flying = false));
      wanted = L.latLngBounds([[lat, lon], [lat, lon]]);
      setLimits(L.latLngBounds(REACH_BOUNDS).extend(wanted));
      map.setView([lat, lon], zoom ?? Math.max(map.getZoom(), CLOSE_ZOOM), { animate: !still.matches });
    },
    /** Pans no further than it must, and only if nothing of the area is in sight; a flight goes on. */
    reveal(area) {
      wanted = area ?? wanted;
      if (!area || flying) return;
      limit();
      panIntoSight(map, area, !untouched && !still.matches);
    },
    goHome() {
      wanted = null;
      goHome(!still.matches);
    },
    remove() {
      stop.abort();
      observer.disconnect();
      map.off("zoomend", limit).off("moveend", stayInside);
    },
  };
}

/* The view of the whole area in the map's frame: {measure(), zoom(), center(), limits()}. */
function createHome(map, coveredLeft) {
  const area = L.latLngBounds(HOME);
  let zoom = 0;
  const center = () => homeCenter(map, area, zoom, coveredLeft());
  return {
    measure() {
      zoom = zoomOf(map, area);
    },
    zoom: () => zoom,
    center,
    /** What can be seen in this view, and a little around the area. */
    limits() {
      // Leaflet rounds to pixels: a margin keeps the view of the whole area inside for sure.
      const half = map.getSize().divideBy(2).add([2, 2]);
      const middle = map.project(center(), zoom);
      const seen = [middle.subtract(half), middle.add(half)].map((corner) => map.unproject(corner, zoom));
      return L.latLngBounds(seen).extend(area.pad(HOME_MARGIN));
    },
  };
}

/** Lets the map out no farther than the zoom; at once, where Leaflet's own setMinZoom would fly there. */
export function setLeastZoom(map, zoom) {
  if (map.options.minZoom === zoom) return;
  map.options.minZoom = zoom;
  map.fire("zoomlevelschange");
  if (map.getZoom() < zoom) map.setView(map.getCenter(), zoom, { animate: false });
}

/* The zoom at which the area just fits, whatever the least zoom is now. */
function zoomOf(map, area) {
  const least = map.options.minZoom;
  map.options.minZoom = 0;
  const zoom = map.getBoundsZoom(area, false, L.point(HOME_PADDING_PX * 2, HOME_PADDING_PX * 2));
  map.options.minZoom = least;
  return zoom;
}

/* The middle of a frame that shows the whole area, as far to the right of what is covered as there is room. */
function homeCenter(map, home, zoom, covered) {
  const [west, east] = [home.getNorthWest(), home.getSouthEast()].map((corner) => map.project(corner, zoom));
  const spare = map.getSize().x / 2 - (east.x - west.x) / 2 - HOME_PADDING_PX;
  const shift = Math.max(0, Math.min(covered - spare, spare));
  return map.unproject([(west.x + east.x) / 2 - shift, (west.y + east.y) / 2], zoom);
}

function panIntoSight(map, area, animate) {
  if (map.getBounds().intersects(area)) return;
  map.panInside(area.getCenter(), { padding: map.getSize().divideBy(4), animate });
}
