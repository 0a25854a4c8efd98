/** Two maps that move as one: panned together in the same frame, zoomed together. */

/** Links the maps both ways; returns unlink(). */
export function linkMaps(one, other) {
  let leading = false;
  const lead = (work) => {
    if (leading) return;
    leading = true;
    work();
    leading = false;
  };
  const pairs = [
    [one, other],
    [other, one],
  ].map(([from, to]) => [from, handlers(from, to, lead)]);
  for (const [from, listeners] of pairs) from.on(listeners);
  const observer = new ResizeObserver(() => {
    other.invalidateSize({ animate: false, pan: false });
    lead(() => catchUp(one, other));
  });
  observer.observe(other.getContainer());
  const untile = mirrorTiles(one, other);
  return () => {
    observer.disconnect();
    untile();
    for (const [from, listeners] of pairs) from.off(listeners);
  };
}

function handlers(from, to, lead) {
  return {
    zoomanim: ({ center, zoom }) => lead(() => to.setView(center, zoom, { animate: true })),
    move: () => lead(() => shift(from, to)),
    moveend: () => lead(() => catchUp(from, to)),
  };
}

/* While the reader drags, only the second map's pane moves, as Leaflet moves the first one's. */
function shift(from, to) {
  if (from._animatingZoom || to._animatingZoom || from.getZoom() !== to.getZoom()) return;
  const away = to.latLngToContainerPoint(from.getCenter()).subtract(to.getSize().divideBy(2)).round();
  if (!away.x && !away.y) return;
  const pane = to.getPane("mapPane");
  L.DomUtil.setPosition(pane, L.DomUtil.getPosition(pane).subtract(away));
  to.fire("move");
}

function catchUp(from, to) {
  if (to._animatingZoom) return;
  if (from.getZoom() !== to.getZoom()) to.setView(from.getCenter(), from.getZoom(), { animate: false });
  else {
    shift(from, to);
    to.fire("moveend");
  }
}

/* The online tiles, if the reader turned them on. */
function mirrorTiles(one, other) {
  const copies = new Map();
  const add = ({ layer }) => {
    if (!(layer instanceof L.TileLayer) || copies.has(layer)) return;
    copies.set(layer, L.tileLayer(layer._url, layer.options).addTo(other));
  };
  const drop = ({ layer }) => {
    copies.get(layer)?.remove();
    copies.delete(layer);
  };
  one.eachLayer((layer) => add({ layer }));
  one.on("layeradd", add).on("layerremove", drop);
  return () => one.off("layeradd", add).off("layerremove", drop);
}
