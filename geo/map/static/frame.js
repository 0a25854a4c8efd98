/* Where the map looks: at the whole area until the reader moves it, then wherever the reader put it. */

const CLOSE = 10;

/** Returns {fly({lat, lon, zoom}), reveal(bounds)}; `bounds` is the area to start with. */
export function holdFrame(map, bounds) {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let untouched = true;
  let wanted = null;
  let flying = false;

  const touched = () => (untouched = false);
  for (const sign of ["pointerdown", "wheel", "keydown"]) {
    map.getContainer().addEventListener(sign, touched, { passive: true, once: true });
  }
  const fit = () => {
    map.invalidateSize({ animate: false, pan: !untouched });
    if (!untouched) return;
    map.fitBounds(bounds, { animate: false, padding: [6, 6] });
    if (wanted) bring(map, wanted, false);
  };
  new ResizeObserver(fit).observe(map.getContainer());
  fit();
  // folium forbids enlarging the page with two fingers, which would hold in the exported file
  for (const meta of document.querySelectorAll("meta[name=viewport]")) meta.content = "width=device-width";

  return {
    fly({ lat, lon, zoom }) {
      if (!Number.isFinite(lat) || !Number.isFinite(lon)) return;
      touched();
      map.stop();
      flying = true;
      map.once("moveend", () => (flying = false));
      map.setView([lat, lon], zoom ?? Math.max(map.getZoom(), CLOSE), { animate: !still.matches });
    },
    /** Pans no further than it must, and only if nothing of the area is in sight; a flight goes on. */
    reveal(area) {
      wanted = area;
      if (area && !flying) bring(map, area, !untouched && !still.matches);
    },
  };
}

function bring(map, area, animate) {
  if (map.getBounds().intersects(area)) return;
  map.panInside(area.getCenter(), { padding: map.getSize().divideBy(4), animate });
}
