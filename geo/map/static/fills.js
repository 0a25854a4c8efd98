/* Holder colours as CSS variables and SVG patterns, from the data's own colours and textures. */
import { make } from "./dom.js";

const TILE = 8;
// the two whose colours are shown together where ground is contested
export const SIDES = ["azerbaijan", "armenian_forces"];

const TEXTURES = {
  vertical: [["rect", { width: 1.2, height: TILE }]],
  horizontal: [["rect", { width: TILE, height: 1.2 }]],
  dots: [
    ["circle", { cx: 2, cy: 2, r: 1 }],
    ["circle", { cx: 6, cy: 6, r: 1 }],
  ],
};

/** Writes --holder-x for both themes and the patterns #fill-x, #fill-part-x, #fill-sides. */
export function mixFills(container, holders) {
  const style = document.createElement("style");
  const light = sheet(":root", holders, "colour");
  const dark = sheet(":root[data-theme=dark]", holders, "colour_dark");
  style.textContent = light + dark;
  const svg = make("svg", { class: "atlas-fills", "aria-hidden": "true", width: 0, height: 0 });
  svg.append(...Object.keys(holders).flatMap((id) => patterns(id, holders[id].texture)), contested());
  container.append(style, svg);
}

function sheet(root, holders, key) {
  const lines = Object.entries(holders).map(([id, look]) => `--holder-${id}: ${look[key]};`);
  return `${root} { ${lines.join(" ")} }\n`;
}

function patterns(holder, texture) {
  const marks = (TEXTURES[texture] ?? []).map(([tag, box]) => make(tag, box, "atlas-texture"));
  const stripe = make("rect", { width: 1.8, height: TILE }, "atlas-stripe");
  return [
    pattern(`fill-${holder}`, [coloured(holder, TILE), ...marks]),
    pattern(`fill-part-${holder}`, [coloured(holder, TILE), stripe], 45),
  ];
}

function contested() {
  const [one, other] = SIDES;
  return pattern("fill-sides", [coloured(one, TILE), coloured(other, TILE / 2)], 45);
}

function pattern(id, marks, angle = 0) {
  const box = { id, width: TILE, height: TILE, patternUnits: "userSpaceOnUse" };
  const element = make("pattern", { ...box, patternTransform: `rotate(${angle})` });
  element.append(...marks);
  return element;
}

function coloured(holder, width) {
  return make("rect", { width, height: TILE, style: `fill: var(--holder-${holder})` });
}
