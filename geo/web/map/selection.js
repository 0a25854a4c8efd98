/** The selected region, a dark line on a light one, clear over any colour and under the names; and the
 * region that a click would select, a thin line while the mouse is over it. */

/** Returns {select, hover, areaOf}; both take a region's id or null. */
export function drawSelection(map, facts, shapes, renderers) {
  const outlines = new Map(shapes.outlines.features.map((outline) => [outline.id, latLngs(outline)]));
  const drawIn = (pane, classNames) => {
    const style = (className) => ({ renderer: renderers[pane], pane, interactive: false, className });
    const lines = classNames.map((className) => L.polygon([], style(className)).addTo(map));
    const ring = L.circleMarker([0, 0], { ...style(classNames.at(-1)), radius: 14 });
    let shown = null;
    return (region) => {
      if (region === shown) return;
      shown = region;
      for (const line of lines) line.setLatLngs(outlines.get(region) ?? []);
      const alone = !outlines.has(region) && facts.regionById.get(region)?.point;
      if (alone) ring.setLatLng(alone).addTo(map);
      else ring.remove();
    };
  };
  return {
    select: drawIn("selection", ["atlas-selection-halo", "atlas-selection-line"]),
    hover: drawIn("hover", ["atlas-hover-line"]),
    /** What the region covers, as bounds; null if no region or none known. */
    areaOf(region) {
      const point = facts.regionById.get(region)?.point;
      if (!outlines.has(region) && !point) return null;
      return L.latLngBounds(outlines.has(region) ? outlines.get(region).flat(3) : [point, point]);
    },
  };
}

function latLngs({ geometry }) {
  const depth = geometry.type === "MultiPolygon" ? 2 : 1;
  return L.GeoJSON.coordsToLatLngs(geometry.coordinates, depth);
}
