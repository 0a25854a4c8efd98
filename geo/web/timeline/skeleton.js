/** The timeline's elements, without words: the parts by name. */
import { h, svg } from "../core/dom.js";

const ICONS = {
  previous: ["M5 4v12M16 4.5v11L7.5 10z"],
  next: ["M15 4v12M4 4.5v11l8.5-5.5z"],
  brush: ["M5 3.5H3v13h2M15 3.5h2v13h-2"],
  zoomOut: ["M4 10h12"],
  zoomIn: ["M4 10h12M10 4v12"],
  zoomAll: ["M3 4v12M17 4v12M6 10h8M8.5 7.5L6 10l2.5 2.5M11.5 7.5L14 10l-2.5 2.5"],
  clear: ["M5.5 5.5l9 9M14.5 5.5l-9 9"],
  options: ["M3 6h6M13 6h4M3 14h2M9 14h8"],
};

/** All parts of the timeline by name; `section` holds them. */
export function createParts() {
  const parts = { ...headParts(), ...trackParts(), ...footParts(), ...boxParts() };
  const header = h("header", {}, h("p", { class: "now" }, parts.day, parts.era, parts.note), parts.message, parts.tools);
  const under = h("div", { class: "under" }, parts.overview, parts.zooms);
  const section = h(
    "section",
    { class: "timeline" },
    [header, parts.eras, parts.plot, under, parts.foot],
    [parts.live, parts.compared, parts.optionsBox, parts.keys],
  );
  return { ...parts, under, section };
}

function headParts() {
  const play = [svg("path", { class: "go", d: "M6 4l10 6-10 6z" }), svg("path", { class: "halt", d: "M6.5 4.5v11M13.5 4.5v11" })];
  const dots = [svg("circle", { cx: 11, cy: 6, r: 2 }), svg("circle", { cx: 7, cy: 14, r: 2 })];
  const parts = {
    day: h("time", { class: "day" }),
    era: h("span", { class: "era" }),
    note: h("span", { class: "note" }),
    message: h("p", { class: "message" }),
    previous: button("previous", icon(ICONS.previous)),
    play: button("play", icon([], play)),
    next: button("next", icon(ICONS.next)),
    typed: h("input", { type: "text", class: "typed", maxlength: 60, autocomplete: "off", spellcheck: "false" }),
    brush: button("brush", icon(ICONS.brush, svg("path", { class: "inner", d: "M7 7h6v6H7z" })), { "aria-pressed": "false" }),
    options: button("more", icon(ICONS.options, dots), { "aria-expanded": "false" }),
    help: button("help", "?", { "aria-expanded": "false" }),
    zoomOut: button("zoom-out", icon(ICONS.zoomOut)),
    zoomIn: button("zoom-in", icon(ICONS.zoomIn)),
    zoomAll: button("zoom-all", icon(ICONS.zoomAll)),
  };
  const { previous, next, typed, brush, options, help } = parts;
  const tools = h("div", { class: "tools", role: "group" }, previous, parts.play, next, typed, brush, options, help);
  const zooms = h("div", { class: "zooms", role: "group" }, parts.zoomOut, parts.zoomIn, parts.zoomAll);
  return { ...parts, tools, zooms };
}

function trackParts() {
  const chart = chartParts();
  const parts = {
    ...chart,
    eras: h("div", { class: "eras", role: "group" }),
    window: h("div", { class: "window" }),
    other: h("div", { class: "other" }, h("span")),
    edgeFrom: h("div", { class: "edge from" }),
    edgeTo: h("div", { class: "edge to" }),
    ghost: h("div", { class: "ghost" }, h("div")),
    thumb: h("div", { class: "thumb", role: "slider", tabindex: 0, "aria-describedby": "compared" }, h("span", { class: "handle" })),
    frame: h("div", { class: "frame" }),
    mark: h("div", { class: "mark" }),
  };
  const { window, other, edgeFrom, edgeTo, ghost, thumb, frame, mark } = parts;
  const clip = h("div", { class: "clip" }, window);
  const plot = h("div", { class: "plot" }, chart.chart, clip, other, edgeFrom, edgeTo, ghost, thumb);
  return { ...parts, plot, overview: h("div", { class: "overview" }, frame, mark) };
}

function chartParts() {
  const group = (name) => svg("g", { class: name });
  const ticks = ["faded", "span", "exact", "faded-step", "span-step", "exact-step", "chosen"];
  const parts = {
    bands: group("bands"),
    bars: group("bars"),
    ticks: svg("g", { class: "ticks" }, ticks.map((name) => svg("path", { class: name }))),
    strip: group("strip"),
    axis: group("axis"),
  };
  const patterns = svg("defs", {}, hatching("beyond", 6), hatching("contested", 5));
  return { ...parts, chart: svg("svg", { class: "chart", "aria-hidden": "true" }, patterns, Object.values(parts)) };
}

function hatching(id, size) {
  const attributes = { id, width: size, height: size, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  return svg("pattern", attributes, svg("path", { d: `M0 0v${size}` }));
}

function footParts() {
  const legend = h("ul", { class: "legend" });
  const clear = button("clear", icon(ICONS.clear));
  const chip = h("p", { class: "chip", hidden: true }, h("span"), clear);
  return { legend, clear, chip, foot: h("div", { class: "foot" }, legend, chip) };
}

function boxParts() {
  return {
    live: h("p", { class: "live atlas-unseen", "aria-live": "polite" }),
    compared: h("p", { class: "compared", id: "compared", hidden: true }),
    optionsBox: h("div", { class: "options", popover: "auto", role: "dialog" }),
    keys: h("div", { class: "keys", popover: "auto", role: "dialog" }, h("h2"), h("dl")),
  };
}

function button(name, content, attributes = {}) {
  return h("button", { type: "button", class: name, ...attributes }, content);
}

function icon(paths, ...more) {
  return svg("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, paths.map((d) => svg("path", { d })), more);
}
