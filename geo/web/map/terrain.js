/** What never changes with the day: relief, neighbours, lakes, district borders. */
import { addShapes } from "./panes.js";

/** Draws them; a promise of the relief's picture, kept also where it does not load. */
export function drawTerrain(map, facts, shapes, renderers, relief) {
  const picture = relief && L.imageOverlay(relief, facts.relief.bounds, { pane: "relief" }).addTo(map);
  const context = new Map(facts.context.map((place) => [place.id, place]));
  addShapes(map, shapes.context, "context", renderers.context, {
    interactive: true,
    dataOf: ({ id }) => {
      const { kind, region } = context.get(id) ?? {};
      return region ? { kind, region } : { kind };
    },
  });
  const districts = new Set(facts.units.map((unit) => unit.region));
  addShapes(map, shapes.outlines, "borders", renderers.borders, {
    only: (outline) => districts.has(outline.id),
    dataOf: (outline) => ({ border: outline.id }),
  });
  // Without the relief the map is plainer, not wrong.
  return picture ? picture.getElement().decode().catch(() => {}) : Promise.resolve();
}
