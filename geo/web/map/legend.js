/** What the colours, hatches, lines and symbols on the map mean: only what is there now; folds away. */
import { fill, h } from "../core/dom.js";
import { legendRows } from "./legend_rows.js";
import { paintOf } from "./patterns.js";

// The share of the map's width that the legend may cover on paper.
const MOST_ON_PAPER = 0.42;
const ROOMY_PX = 700;

/**
 * Draws the legend, a box below it for each of the `switches` {name(words), on}.
 *
 * `onSwitch()` is told once a reader has turned one on or off, `onResize()` of the legend's change of size.
 */
export function createLegend(map, { switches, onSwitch, onResize }) {
  const control = L.control({ position: "bottomleft" });
  const details = h("details", { class: "atlas-legend", on: { toggle: onResize } });
  let roomy = map.getSize().x >= ROOMY_PX;
  details.open = roomy;
  control.onAdd = () => details;
  control.addTo(map);
  L.DomEvent.disableClickPropagation(details).disableScrollPropagation(details);
  let rows = new Map();
  let groups = [];
  let shownKeys = "";
  let folded = false;

  const paintSwatches = (on) => {
    for (const box of details.querySelectorAll("[data-held]")) {
      box.style.fill = paintOf({ holder: box.dataset.held, status: "held" }, on);
    }
  };
  const switchBox = (one, words) => {
    const change = ({ target }) => {
      one.on = target.checked;
      onSwitch();
    };
    const input = h("input", { type: "checkbox", set: { checked: one.on }, on: { change } });
    return h("label", {}, input, one.name(words));
  };

  return {
    setTextures: paintSwatches,
    /** The pixels at the map's left that the open legend covers. */
    width: () => (details.open ? details.offsetLeft + details.offsetWidth : 0),
    /** Makes all rows in the words' language; none shows before `show`, and swatches have no patterns. */
    write(facts, words) {
      const made = legendRows(facts, words);
      rows = new Map(made.flatMap((group) => group.rows));
      groups = made.map((group) => h("section", { data: { group: group.id } }, h("h4", {}, group.name), h("ul", {}, [...group.rows.map(([, row]) => row)])));
      fill(details, h("summary", {}, words.say("Legend")), groups, switches.map((one) => switchBox(one, words)));
      shownKeys = "";
    },
    /** Shows the rows with these keys; `adds` leaves the others, as long as the day is on its way. */
    show(keys, { adds = false } = {}) {
      const wanted = adds ? [...new Set([...shownKeys.split(" "), ...keys])] : keys;
      const text = [...wanted].sort().join(" ");
      if (text === shownKeys) return;
      shownKeys = text;
      const shown = new Set(wanted);
      for (const [key, row] of rows) row.hidden = !shown.has(key);
      for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
      onResize();
    },
    /** Folds the legend where the frame has become too narrow for it, and opens it when it fits again. */
    fit(width) {
      if (roomy === width >= ROOMY_PX) return;
      roomy = width >= ROOMY_PX;
      details.open = roomy;
    },
    /** Opens the legend for paper, smaller if it must be so as to leave most of the map free; false folds it again. */
    forPaper(on) {
      if (on) folded = !details.open;
      if (on || folded) details.open = on;
      const { x: width, y: height } = map.getSize();
      const room = height - map.attributionControl.getContainer().offsetHeight - 16;
      const fitting = Math.min(1, room / details.offsetHeight, (MOST_ON_PAPER * width) / details.offsetWidth);
      details.style.zoom = on ? String(fitting) : "";
    },
  };
}
