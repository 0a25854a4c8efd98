/** The map's buttons, scale and credits, and what they and the map are called in the chosen language. */
import { h, svg } from "../core/dom.js";

const HOUSE = "M2.5 8.5 9 3l6.5 5.5M4.5 7.5V15h9V7.5";

/** Adds them; `onHome` is the wish to see the whole area. Returns {write(words, credits)}. */
export function addControls(map, { onHome }) {
  const note = h("p", { class: "atlas-unseen", id: `atlas-note-${L.Util.stamp(map)}` });
  const container = map.getContainer();
  container.append(note);
  container.setAttribute("role", "region");
  container.setAttribute("aria-describedby", note.id);
  map.getPane("mapPane").setAttribute("aria-hidden", "true");
  addHomeButton(map, onHome);
  container.addEventListener("keydown", pressBySpace);
  const credit = addCredits(map);
  L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
  return {
    write(words, credits) {
      note.textContent = words.say("All that the map shows is also written in the panel beside it.");
      container.setAttribute("aria-label", words.say("Map"));
      nameButton(container, ".leaflet-control-zoom-in", words.say("Zoom in"));
      nameButton(container, ".leaflet-control-zoom-out", words.say("Zoom out"));
      nameButton(container, ".atlas-home", words.say("Show the whole area"));
      nameButton(container, ".leaflet-control-layers-toggle", words.say("Map layers"));
      // Folium's layer control was written before the language was known.
      const tiles = container.querySelector(".leaflet-control-layers-overlays span span");
      const online = words.say("Online map (from another server)");
      if (tiles) tiles.textContent = ` ${online}`;
      credit(credits);
    },
  };
}

/* Leaflet's buttons are links, which the space bar does not press by itself. */
function pressBySpace(event) {
  const button = event.key === " " && event.target.closest("a[role=button]");
  if (!button) return;
  event.preventDefault();
  button.click();
}

function addHomeButton(map, onHome) {
  const bar = map.zoomControl?.getContainer();
  if (!bar) return;
  const click = (press) => {
    L.DomEvent.stop(press);
    onHome();
  };
  const house = svg("svg", { viewBox: "0 0 18 18", width: 18, height: 18, "aria-hidden": "true" }, svg("path", { d: HOUSE }));
  bar.append(h("a", { class: "atlas-home", href: "#", role: "button", on: { click, dblclick: L.DomEvent.stop } }, house));
}

/* Leaflet reads credits as HTML; ours are text. */
function addCredits(map) {
  const { style } = map.getContainer();
  const safe = document.createElement("span");
  const line = map.attributionControl.setPrefix("Leaflet");
  const measure = () => {
    style.setProperty("--credits", `${line.getContainer().offsetHeight}px`);
    style.setProperty("--map-height", `${map.getSize().y}px`);
  };
  measure();
  map.on("resize", measure);
  new ResizeObserver(measure).observe(line.getContainer());
  return (text) => {
    line.removeAttribution(safe.innerHTML);
    safe.textContent = text;
    line.addAttribution(safe.innerHTML);
  };
}

function nameButton(container, selector, name) {
  const button = container.querySelector(selector);
  button?.setAttribute("aria-label", name);
  button?.setAttribute("title", name);
}
