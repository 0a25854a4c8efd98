/** The instruments that mount into an element of a page, by name; each is mount(element, store) -> {unmount()}. */
import { mountChoices } from "./panel/choices.js";
import { mountComparison } from "./panel/comparison.js";
import { mountHeader } from "./panel/header.js";
import { mountOpening } from "./panel/opening.js";
import { mountPanel } from "./panel/panel.js";
import { mountTables } from "./panel/tables.js";
import { mountTimeline } from "./timeline/timeline.js";

/** All of them but the map, which a page mounts into a Leaflet map of its own. */
export const INSTRUMENTS = {
  choices: mountChoices,
  comparison: mountComparison,
  header: mountHeader,
  opening: mountOpening,
  panel: mountPanel,
  tables: mountTables,
  timeline: mountTimeline,
};
