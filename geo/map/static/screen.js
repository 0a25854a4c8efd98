/* What the frame shows: the map, its legend and names, and the second map where two days are compared. */
import { nameMap } from "./access.js";
import { besideMap } from "./compare.js";
import { mixFills } from "./fills.js";
import { drawLegend } from "./legend.js";
import { drawSheet } from "./sheet.js";
import { wordsFor } from "./words.js";

export async function openScreen(map, bundle, options, place, choose) {
  const root = document.documentElement;
  mixFills(map.getContainer(), bundle.terms.holder);
  let clicked;
  const hear = (choice) => {
    clicked = choice.region;
    choose(choice);
  };
  const sheet = drawSheet(map, bundle, options.relief, hear);
  const second = besideMap(map, bundle, options.relief, hear);
  const texture = (on) => [sheet, second, legend].forEach((one) => one.texture(on));
  const legend = drawLegend(map, bundle, { onTexture: texture, onFold: sheet.relabel });
  const callMap = nameMap(map);
  const credit = creditLine(map, bundle.attribution);
  onPrint(legend, texture);
  map.on("resize", ({ newSize }) => legend.fit(newSize.x));

  let shown = {};
  let words = null;

  const paint = (view) => {
    const before = shown;
    shown = view;
    sheet.paint(view);
    if (view.lang !== before.lang || view.beside !== before.beside) speak(view);
    if (view.region !== before.region && view.region !== clicked) place.reveal(sheet.areaOf(view.region));
    clicked = undefined;
    if (view.compare !== before.compare) turn(view);
    second.paint(view, words);
    root.dataset.date = view.day;
  };

  const speak = ({ lang, beside }) => {
    words = wordsFor(bundle, lang, beside);
    root.lang = lang;
    callMap(words);
    credit(lang);
    legend.write(words);
    sheet.write(words);
  };

  const turn = ({ compare }) => {
    if (compare) root.dataset.compare = compare;
    else delete root.dataset.compare;
    callMap(words);
  };

  await sheet.ready;
  return { paint, state: () => ({ ...shown, events: sheet.events() }) };
}

/* Paper has no colours to rely on and nobody to unfold the legend. */
function onPrint(legend, texture) {
  const root = document.documentElement;
  let theme;
  addEventListener("beforeprint", () => {
    theme = root.dataset.theme;
    root.dataset.theme = "light";
    texture(true);
    legend.unfold();
  });
  addEventListener("afterprint", () => {
    root.dataset.theme = theme;
    texture(legend.textured());
    legend.refold();
  });
}

/* Credits are one text, or one for each language. Leaflet reads them as HTML; ours are text. */
function creditLine(map, credits) {
  const safe = document.createElement("span");
  const line = map.attributionControl.setPrefix("Leaflet");
  const height = () => map.getContainer().style.setProperty("--credits", `${line.getContainer().offsetHeight}px`);
  new ResizeObserver(height).observe(line.getContainer());
  L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
  return (lang) => {
    line.removeAttribution(safe.innerHTML);
    safe.textContent = typeof credits === "string" ? credits : credits[lang];
    line.addAttribution(safe.innerHTML);
  };
}
