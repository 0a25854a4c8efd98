/* What never changes with the day: relief, neighbours, lakes, district borders. */
import { picture } from "./load.js";
import { drawShapes } from "./panes.js";

export async function drawGround(map, bundle, renderers, reliefUrl) {
  const relief = L.imageOverlay(reliefUrl, bundle.relief.bounds, { pane: "relief" }).addTo(map);
  drawShapes(map, bundle.context, "context", renderers.context, {
    interactive: true,
    mark: ({ properties: { kind, region_id: region } }) => (region ? { kind, region } : { kind }),
  });
  const districts = new Set(bundle.units.features.map((unit) => unit.properties.region_id));
  drawShapes(map, bundle.outlines, "borders", renderers.borders, {
    only: (outline) => districts.has(outline.id),
    mark: (outline) => ({ border: outline.id }),
  });
  await picture(relief.getElement());
}
