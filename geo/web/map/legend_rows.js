/** The legend's rows by key, as groups {id, name, rows: [key, element]}; map_view.js says which are on the map. */
import { h, svg } from "../core/dom.js";
import { SIDES, paintOf } from "./patterns.js";
import { symbolPicture } from "./symbols.js";
import { accuracyText } from "./tooltip_text.js";

/** All rows that the map may need. */
export function legendRows(facts, words) {
  return [
    { id: "control", name: words.say("Who held what"), rows: [...holderRows(facts, words), ...statusRows(facts, words), changedRow(words)] },
    { id: "lines", name: words.say("Lines"), rows: lineRows(facts.lines, words) },
    { id: "events", name: words.say("Events"), rows: eventRows(facts.terms.event_type ?? {}, words) },
  ].filter(({ rows }) => rows.length > 0);
}

function holderRows({ holders }, words) {
  return Object.entries(holders)
    .filter(([id]) => id !== "contested")
    .map(([id, { name }]) => row(`holder:${id}`, swatch([{ holder: id, status: "held" }]), words.name(name)));
}

function statusRows({ terms }, words) {
  const ofBoth = (look) => SIDES.map((holder) => ({ holder, status: "held", ...look }));
  /** @type {[string, string, any[]][]} */
  const looks = [
    ["status", "contested", [{ status: "contested" }]],
    ["status", "partly_contested", ofBoth({ status: "partly_contested" })],
    ["certainty", "low", ofBoth({ certainty: "low" })],
  ];
  return looks
    .filter(([vocabulary, id]) => terms[vocabulary]?.[id])
    .map(([vocabulary, id, look]) => row(`${vocabulary}:${id}`, swatch(look), words.term(vocabulary, id)));
}

function changedRow(words) {
  const box = svg("rect", { x: 2, y: 2, width: 18, height: 10, class: "atlas-changes-path", data: { changed: "true" } });
  return row("changed", swatchFrame(box), words.say("Changed hands in the days shown"));
}

function lineRows(lines, words) {
  return lines.map(({ id, name, drawn, accuracy_km: accuracy }) => {
    const text = accuracy === null ? words.name(name) : `${words.name(name)}, ${accuracyText(accuracy, words)}`;
    return row(`line:${id}`, stroke(id, drawn), text);
  });
}

function eventRows(types, words) {
  const [look] = Object.values(types);
  const rows = Object.entries(types).map(([id, { symbol }]) => row(`event:${id}`, symbolPicture(symbol), words.term("event_type", id)));
  return [
    ...rows,
    row("approximate", symbolPicture(look?.symbol, { approximate: true }), words.say("Place not exact")),
    row("own", symbolPicture(look?.symbol, { own: true }), words.say("Your own record")),
  ];
}

function row(key, picture, text) {
  return [key, h("li", { data: { key } }, picture, h("span", {}, text))];
}

/* The looks share the swatch from left to right. */
function swatch(looks) {
  const width = 21 / looks.length;
  return swatchFrame(
    looks.map((/** @type {any} */ { certainty = "high", ...period }, index) => {
      const data = { certainty, held: period.status === "held" ? period.holder : null };
      const box = { x: 0.5 + index * width, y: 0.5, width, height: 13, class: "atlas-units-path", data };
      return svg("rect", { ...box, style: `fill: ${paintOf(period)}` });
    }),
  );
}

function swatchFrame(...content) {
  const ground = svg("rect", { width: 22, height: 14, class: "atlas-swatch-ground" });
  return svg("svg", { viewBox: "0 0 22 14", "aria-hidden": "true", class: "atlas-swatch" }, ground, content);
}

function stroke(id, drawn) {
  const line = svg("path", { d: "M1 7H21", class: "atlas-lines-path", data: { line: id, drawn, shown: "now" } });
  return svg("svg", { viewBox: "0 0 22 14", "aria-hidden": "true", class: "atlas-swatch" }, line);
}
