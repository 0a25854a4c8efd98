/* What the colours, hatches, lines and symbols mean, in the chosen language; folds away. */
import { howFar } from "./describe.js";
import { make, node } from "./dom.js";
import { SIDES } from "./fills.js";
import { symbolPicture } from "./symbols.js";
import { paintOf } from "./units.js";

const ROOMY = 700;

/** Returns {write, texture, fit, print, ...}; the reader's wishes go to the two functions given. */
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
  const texture = (on) => {
    for (const box of details.querySelectorAll("[data-held]")) {
      box.style.fill = paintOf({ holder: box.dataset.held, status: "held" }, on);
    }
  };
  return {
    texture,
    textured: () => textured,
    /** Folds the legend where the frame has become too narrow for it, and opens it when it fits again. */
    fit(size) {
      if (roomy === size >= ROOMY) return;
      roomy = size >= ROOMY;
      details.open = roomy;
    },
    /** Opens what paper needs, before printing; folds it again after. */
    unfold() {
      folded = [details, details.lastElementChild.previousElementSibling].filter((part) => !part.open);
      for (const part of folded) part.open = true;
    },
    refold() {
      for (const part of folded) part.open = false;
    },
    write(words) {
      const toggle = choice(words.label("textures"), textured, (on) => onTexture((textured = on)));
      details.replaceChildren(
        node("summary", words.label("legend")),
        list([...holderRows(bundle.terms, words), changedRow(words)]),
        foldable(words.label("lines"), list(lineRows(bundle.lines, words))),
        foldable(words.label("events"), list(eventRows(bundle.terms, words))),
        toggle,
      );
      texture(textured);
    },
  };
}

function holderRows({ holder, status, certainty }, words) {
  const rows = Object.keys(holder)
    .filter((id) => id !== "contested")
    .map((id) => [swatch([{ holder: id, status: "held" }]), words.term("holder", id)]);
  const ofBoth = (look) => SIDES.map((side) => ({ holder: side, ...look }));
  if (status.contested) rows.push([swatch([{ status: "contested" }]), words.term("status", "contested")]);
  if (status.partly_contested) {
    const look = swatch(ofBoth({ status: "partly_contested" }));
    rows.push([look, words.term("status", "partly_contested")]);
  }
  if (certainty.low) {
    const look = swatch(ofBoth({ status: "held", certainty: "low" }));
    rows.push([look, words.term("certainty", "low")]);
  }
  return rows;
}

function changedRow(words) {
  const svg = swatchOf();
  const box = make("rect", { x: 2, y: 2, width: 18, height: 10 }, "atlas-changes-path");
  box.dataset.changed = true;
  svg.append(box);
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

/* The looks share the swatch from left to right. */
function swatch(looks) {
  const svg = swatchOf();
  const width = 21 / looks.length;
  looks.forEach(({ certainty = "high", ...period }, place) => {
    const box = { x: 0.5 + place * width, y: 0.5, width, height: 13 };
    const part = make("rect", box, "atlas-units-path");
    part.dataset.certainty = certainty;
    if (period.status === "held") part.dataset.held = period.holder;
    part.style.fill = paintOf(period);
    svg.append(part);
  });
  return svg;
}

function swatchOf() {
  const svg = make("svg", { viewBox: "0 0 22 14", "aria-hidden": "true" }, "atlas-swatch");
  svg.append(make("rect", { width: 22, height: 14 }, "atlas-swatch-ground"));
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
