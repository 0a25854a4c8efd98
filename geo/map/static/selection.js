/* The selected region: a dark line on a light one, clear over any colour and under the labels. */

export function drawSelection(map, bundle, renderer) {
  const shapes = new Map(bundle.outlines.features.map((outline) => [outline.id, latLngs(outline)]));
  const points = new Map(bundle.regions.map((region) => [region.id, region.point]));
  const style = (className) => ({ renderer, pane: "selection", interactive: false, className });
  const lines = ["atlas-selection-halo", "atlas-selection-line"].map((className) =>
    L.polygon([], style(className)).addTo(map),
  );
  const ring = L.circleMarker([0, 0], { ...style("atlas-selection-line"), radius: 14 });

  return {
    show(region) {
      for (const line of lines) line.setLatLngs(shapes.get(region) ?? []);
      const alone = !shapes.has(region) && points.get(region);
      if (alone) ring.setLatLng(alone).addTo(map);
      else ring.remove();
    },
    /** What the region covers, as bounds; null if no region or none known. */
    areaOf(region) {
      const at = points.get(region);
      if (!shapes.has(region) && !at) return null;
      return L.latLngBounds(shapes.has(region) ? shapes.get(region).flat(3) : [at, at]);
    },
  };
}

function latLngs({ geometry }) {
  const depth = geometry.type === "MultiPolygon" ? 2 : 1;
  return L.GeoJSON.coordsToLatLngs(geometry.coordinates, depth);
}
