/**
 * One symbol per event type: a badge for its family (square armed, diamond people, circle
 * politics) and a plain glyph in it; the same paths serve canvas and legend. Unit: 16 pixels.
 */
import { svg } from "../core/dom.js";

/** The radius of an event's symbol in css pixels, by importance 1 to 5. */
export const RADII = [0, 7, 8, 9.5, 11, 13];

const BADGES = {
  square: "M-6.5-6.5H6.5V6.5H-6.5Z",
  diamond: "M0-9L9 0L0 9L-9 0Z",
  circle: "M7.5 0A7.5 7.5 0 1 1-7.5 0A7.5 7.5 0 1 1 7.5 0Z",
};

const CORES = {
  square: "M-3.2-3.2H3.2V3.2H-3.2Z",
  diamond: "M0-4.8L4.8 0L0 4.8L-4.8 0Z",
  circle: "M3.4 0A3.4 3.4 0 1 1-3.4 0A3.4 3.4 0 1 1 3.4 0Z",
};

const GLYPHS = {
  saltire: { line: "M-3-3L3 3M3-3L-3 3" },
  burst: { line: "M0-4V4M-3.5-2L3.5 2M-3.5 2L3.5-2" },
  facing: { line: "M-4.2-3L-1.4 0L-4.2 3M4.2-3L1.4 0L4.2 3" },
  ring: { line: "M2.8 0A2.8 2.8 0 1 1-2.8 0A2.8 2.8 0 1 1 2.8 0Z" },
  chevron: { line: "M-4 0H4M1.2-2.8L4 0L1.2 2.8" },
  lines: { line: "M-3.2-2.6H3.2M-3.2 0H3.2M-3.2 2.6H3.2" },
  dots: { line: "M-2.6-.4V.4M2.6-.4V.4" },
  rings: {
    line: "M.8 0A2.5 2.5 0 1 1-4.2 0A2.5 2.5 0 1 1 .8 0ZM4.2 0A2.5 2.5 0 1 1-.8 0A2.5 2.5 0 1 1 4.2 0Z",
  },
  pause: { line: "M-1.8-3V3M1.8-3V3" },
  half: { area: "M0-4A4 4 0 0 0 0 4Z", line: "M4 0A4 4 0 1 1-4 0A4 4 0 1 1 4 0Z" },
};

function shapesOf(symbol) {
  const [badge, glyph] = (symbol ?? "").split("-");
  const inside = glyph === "solid" ? { area: CORES[badge] } : GLYPHS[glyph];
  return { badge: BADGES[badge] ?? BADGES.circle, glyph: inside ?? {} };
}

/** How far the badge of a symbol reaches beyond its radius, as a factor. */
export function badgeWidth(symbol) {
  return symbol?.startsWith("diamond") ? 1.2 : 1;
}

// Known to the district or worse: the badge's outline is dashed.
const APPROXIMATE = 3;

/** True if the event's place is known to the district or worse. */
export function isApproximate({ where_prec: precision }) {
  return precision >= APPROXIMATE;
}

/** The symbol as a small SVG picture; `own` exchanges ink and paper, `approximate` dashes the badge. */
export function symbolPicture(symbol, { own = false, approximate = false } = {}) {
  const { badge, glyph } = shapesOf(symbol);
  const frame = { viewBox: "-10 -10 20 20", "aria-hidden": "true", class: "atlas-symbol", data: { own, approximate } };
  return svg(
    "svg",
    frame,
    svg("path", { d: badge, class: "atlas-badge" }),
    glyph.area && svg("path", { d: glyph.area, class: "atlas-area" }),
    glyph.line && svg("path", { d: glyph.line, class: "atlas-glyph" }),
  );
}

/** A canvas `size` css pixels wide whose pen has its origin in the middle and counts in css pixels. */
export function blankSprite(size, ratio) {
  const sprite = document.createElement("canvas");
  sprite.width = sprite.height = Math.ceil(size * ratio);
  const pen = sprite.getContext("2d");
  if (!pen) throw new Error("The browser gives no canvas to draw a symbol on.");
  pen.setTransform(ratio, 0, 0, ratio, sprite.width / 2, sprite.height / 2);
  return { sprite, pen };
}

/** The symbol drawn once, `radius` css pixels, to be put on the canvas many times. */
export function symbolSprite(symbol, radius, { ink, paper, ratio, approximate }) {
  const { sprite, pen } = blankSprite(radius * 2 + 6, ratio);
  pen.scale(radius / 8, radius / 8);
  const { badge, glyph } = shapesOf(symbol);
  Object.assign(pen, { fillStyle: paper, strokeStyle: paper, lineCap: "round", lineJoin: "round" });
  strokePath(pen, badge, 3.2);
  pen.fill(new Path2D(badge));
  Object.assign(pen, { fillStyle: ink, strokeStyle: ink });
  if (approximate) pen.setLineDash([2.2, 2.4]);
  strokePath(pen, badge, 1.2);
  pen.setLineDash([]);
  if (glyph.area) pen.fill(new Path2D(glyph.area));
  if (glyph.line) strokePath(pen, glyph.line, 1.7);
  return sprite;
}

function strokePath(pen, path, width) {
  pen.lineWidth = width;
  pen.stroke(new Path2D(path));
}
