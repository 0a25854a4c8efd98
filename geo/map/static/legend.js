/* What the colours, hatches, lines and symbols mean, in the chosen language; folds away. */
import { howFar } from "./describe.js";
import { make, node } from "./dom.js";
import { symbolPicture } from "./symbols.js";
import { paintOf } from "./units.js";

const ROOMY = 700;

/** Returns {write(words), textured(), unfold(), refold()}; the reader's wishes go to the two given. */
export function drawLegend(map, bundle, { onTexture, onFold }) {
  const control = L.control({ position: "bottomleft" });
  const details = document.createElement("details");
  details.className = "atlas-legend";
  let roomy = map.getSize().x >= ROOMY;
  details.open = roomy;
  control.onAdd = () => details;
  control.addTo(map);
  L.DomEvent.disableClickPropagation(details).disableScrollPropagation(details);
  details.addEventListener("toggle", onFold);
  let textured = false;
  let folded = [];
  return {
    textured: () => textured,
    /** Folds the legend where the frame has become too narrow for it, and opens it when it fits again. */
    fit(size) {
      if (roomy === size >= ROOMY) return;
      roomy = size >= ROOMY;
      details.open = roomy;
    },
    unfold() {
      folded = [details, ...details.querySelectorAll("details")].filter((part) => !part.open);
      for (const part of folded) part.open = true;
    },
    refold() {
      for (const part of folded) part.open = false;
    },
    write(words) {
      const toggle = choice(words.label("textures"), textured, (on) => onTexture((textured = on)));
      details.replaceChildren(
        node("summary", words.label("legend")),
        list([...holderRows(bundle.terms, words), changedRow(bundle.terms, words)]),
        foldable(words.label("lines"), list(lineRows(bundle.lines, words))),
        foldable(words.label("events"), list(eventRows(bundle.terms, words))),
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

function changedRow({ holder }, words) {
  const [first] = Object.keys(holder);
  const svg = make("svg", { viewBox: "0 0 22 14", "aria-hidden": "true" }, "atlas-swatch");
  const box = make("rect", { x: 2, y: 2, width: 18, height: 10 }, "atlas-changes-path");
  box.dataset.changed = true;
  box.style.setProperty("--holder", `var(--holder-${first})`);
  svg.append(make("rect", { width: 22, height: 14 }, "atlas-swatch-ground"), box);
  return [svg, words.label("changed_hands")];
}

function lineRows({ features }, words) {
  return features.map(({ id, properties: { name, drawn, accuracy_km: accuracy } }) => [
    stroke(id, drawn),
    accuracy === null ? words.name(name) : `${words.name(name)}: ${howFar(accuracy, words)}`,
  ]);
}

function eventRows({ event_type: types }, words) {
  const [{ symbol }] = Object.values(types);
  return [
    ...Object.entries(types).map(([id, look]) => [symbolPicture(look.symbol), words.term("event_type", id)]),
    [symbolPicture(symbol, { approximate: true }), words.label("approximate_place")],
    [symbolPicture(symbol, { own: true }), words.label("own_record")],
  ];
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

function foldable(title, content) {
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
