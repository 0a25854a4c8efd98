/* What the colours, hatches, lines and symbols mean, in the chosen language; folds away. */
import { paintOf } from "./units.js";
import { make, node } from "./dom.js";
import { symbolPicture } from "./symbols.js";

const ROOMY = 700;

/** Returns write(words); `onTexture(on)` is called when the reader asks for textures. */
export function drawLegend(map, bundle, onTexture) {
  const control = L.control({ position: "bottomleft" });
  const details = document.createElement("details");
  details.className = "atlas-legend";
  details.open = map.getSize().x >= ROOMY;
  control.onAdd = () => details;
  control.addTo(map);
  L.DomEvent.disableClickPropagation(details).disableScrollPropagation(details);
  let textured = false;
  return {
    textured: () => textured,
    write(words) {
      const toggle = choice(words.label("textures"), textured, (on) => onTexture((textured = on)));
      details.replaceChildren(
        node("summary", words.label("legend")),
        list(holderRows(bundle.terms, words)),
        folded(words.label("lines"), list(lineRows(bundle.lines, words))),
        folded(words.label("events"), list(eventRows(bundle.terms, words))),
        toggle,
      );
    },
  };
}

function holderRows({ holder, status, certainty }, words) {
  const rows = Object.keys(holder)
    .filter((id) => id !== "contested")
    .map((id) => [swatch({ holder: id, status: "held" }), words.term("holder", id)]);
  const [first] = Object.keys(holder);
  if (status.contested) rows.push([swatch({ status: "contested" }), words.term("status", "contested")]);
  if (status.partly_contested) {
    const look = swatch({ holder: first, status: "partly_contested" });
    rows.push([look, words.term("status", "partly_contested")]);
  }
  if (certainty.low) {
    const look = swatch({ holder: first, status: "held" }, "low");
    rows.push([look, words.term("certainty", "low")]);
  }
  return rows;
}

function lineRows({ features }, words) {
  return features.map(({ id, properties: { name, drawn } }) => [
    stroke(id, drawn),
    words.name(name),
  ]);
}

function eventRows({ event_type: types }, words) {
  return Object.entries(types).map(([id, { symbol }]) => [
    symbolPicture(symbol),
    words.term("event_type", id),
  ]);
}

function swatch(period, certainty = "high") {
  const svg = make("svg", { viewBox: "0 0 22 14", "aria-hidden": "true" }, "atlas-swatch");
  const box = make("rect", { x: 0.5, y: 0.5, width: 21, height: 13 }, "atlas-units-path");
  box.dataset.certainty = certainty;
  box.style.fill = paintOf(period);
  svg.append(make("rect", { width: 22, height: 14 }, "atlas-swatch-ground"), box);
  return svg;
}

function stroke(id, drawn) {
  const svg = make("svg", { viewBox: "0 0 22 14", "aria-hidden": "true" }, "atlas-swatch");
  const line = make("path", { d: "M1 7H21" }, "atlas-lines-path");
  Object.assign(line.dataset, { line: id, drawn, shown: "now" });
  svg.append(line);
  return svg;
}

function list(rows) {
  const element = document.createElement("ul");
  for (const [picture, name] of rows) {
    const item = document.createElement("li");
    item.append(picture, node("span", name));
    element.append(item);
  }
  return element;
}

function folded(title, content) {
  const element = document.createElement("details");
  element.append(node("summary", title), content);
  return element;
}

function choice(name, checked, onChange) {
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "checkbox", checked });
  input.addEventListener("change", () => onChange(input.checked));
  label.append(input, name);
  return label;
}
