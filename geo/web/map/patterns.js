/** Holder colours as CSS variables and SVG patterns, from the data's own colours and textures. */
import { h, svg } from "../core/dom.js";

const TILE = 8;
/** The two whose colours are shown together where ground is contested. */
export const SIDES = ["azerbaijan", "armenian_forces"];

const TEXTURES = {
  vertical: [["rect", { width: 1.2, height: TILE }]],
  horizontal: [["rect", { width: TILE, height: 1.2 }]],
  dots: [
    ["circle", { cx: 2, cy: 2, r: 1 }],
    ["circle", { cx: 6, cy: 6, r: 1 }],
  ],
};

/** Gives a map's container --holder-x for both themes and the patterns #fill-x, #fill-part-x, #fill-sides. */
export function addPatterns(container, holders) {
  const light = variables(".atlas-map", holders, "colour");
  const dark = variables('.atlas-map[data-theme="dark"]', holders, "colour_dark");
  const shapes = Object.keys(holders).flatMap((id) => patternsOf(id, holders[id].texture));
  container.append(
    h("style", {}, light + dark),
    svg("svg", { class: "atlas-patterns", "aria-hidden": "true", width: 0, height: 0 }, shapes, sidesPattern()),
  );
}

/** The CSS paint of a period; plain colours stay plain, as patterns cost more to draw. */
export function paintOf({ holder, status }, textured = false) {
  if (holder === "contested" || status === "contested") return "url(#fill-sides)";
  if (status === "partly_contested") return `url(#fill-part-${holder})`;
  return textured ? `url(#fill-${holder})` : `var(--holder-${holder})`;
}

function variables(selector, holders, key) {
  const lines = Object.entries(holders).map(([id, look]) => `--holder-${id}: ${look[key]};`);
  return `${selector} { ${lines.join(" ")} }\n`;
}

function patternsOf(holder, texture) {
  const marks = (TEXTURES[texture] ?? []).map(([tag, box]) => svg(tag, { ...box, class: "atlas-texture" }));
  const stripe = svg("rect", { width: 1.8, height: TILE, class: "atlas-stripe" });
  return [
    patternOf(`fill-${holder}`, [tile(holder, TILE), ...marks]),
    patternOf(`fill-part-${holder}`, [tile(holder, TILE), stripe], 45),
  ];
}

function sidesPattern() {
  const [one, other] = SIDES;
  return patternOf("fill-sides", [tile(one, TILE), tile(other, TILE / 2)], 45);
}

function patternOf(id, content, angle = 0) {
  const box = { id, width: TILE, height: TILE, patternUnits: "userSpaceOnUse" };
  return svg("pattern", { ...box, patternTransform: `rotate(${angle})` }, content);
}

function tile(holder, width) {
  return svg("rect", { width, height: TILE, style: `fill: var(--holder-${holder})` });
}
