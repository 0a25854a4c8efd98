/** The map as an instrument: mounted into a Leaflet map, it shows the store's view and answers clicks. */
import { useSheets } from "../core/sheets.js";
import { createCamera } from "./camera.js";
import { createSecondMap } from "./compare.js";
import { addControls } from "./controls.js";
import { createLegend } from "./legend.js";
import { drawMapView } from "./map_view.js";
import { addPatterns } from "./patterns.js";
import { followPrinting } from "./print.js";
import { followTheme } from "./theme.js";

/**
 * Mounts the map; a promise of {unmount(), state()} once the first view is painted.
 *
 * `options` are {relief: address of the picture, theme: "light" | "dark", or nothing to follow the page's}.
 */
export async function mountMap(leafletMap, store, options = {}) {
  const shapes = await store.shapes;
  const container = leafletMap.getContainer();
  useSheets(["map"]);
  container.classList.add("atlas-map");
  addPatterns(container, store.facts.holders);
  const choices = watchChoices(store);
  const parts = drawParts(leafletMap, store, shapes, options, choices);
  write(parts, store);
  paint(parts, store, "step");
  leafletMap.on("resize", ({ newSize }) => parts.legend.fit(newSize.x));
  const { camera } = Object.assign(parts, { camera: createCamera(leafletMap, parts.legend.width) });
  const stops = [
    store.subscribe((change) => follow(parts, store, choices, change)),
    store.onFly(camera.fly),
    followTheme(options.theme, (theme) => setTheme(parts, theme)),
    followPrinting(leafletMap, (on) => showForPaper(parts, on)),
  ];
  camera.reveal(parts.view.layers.selection.areaOf(store.view.region));
  await parts.view.ready;
  return {
    unmount() {
      for (const stop of stops) stop();
      camera.remove();
      leafletMap.remove();
    },
    state: () => stateOf(parts.view, store),
  };
}

/* Whether a change of the view came from a click on the map, which then stays where it is. */
function watchChoices(store) {
  const choices = {
    own: false,
    choose(choice) {
      choices.own = true;
      store.change(choice);
      choices.own = false;
    },
  };
  return choices;
}

function drawParts(map, store, shapes, /** @type {any} */ { relief }, { choose }) {
  /** @type {any} */
  const parts = { container: map.getContainer(), switches: createSwitches() };
  const context = {
    store, shapes, relief, choose,
    theme: () => coloursOf(map.getContainer()),
    words: () => store.words,
    languages: () => languagesOf(store.view),
    onOpen: (view) => applySwitches(parts, view),
  };
  parts.view = drawMapView(map, context);
  applySwitches(parts, parts.view);
  parts.second = createSecondMap(map, context);
  parts.legend = createLegend(map, {
    switches: Object.values(parts.switches),
    onSwitch() {
      for (const view of viewsOf(parts)) applySwitches(parts, view);
      parts.legend.setTextures(parts.switches.textures.on);
      showLegend(parts);
    },
    onResize: () => parts.view.controlsChanged(),
  });
  parts.controls = addControls(map, { onHome: () => parts.camera.goHome() });
  return parts;
}

function follow(parts, store, choices, { view, before, how }) {
  if (how === "texts") return;
  if (how === "facts" || view.second_language !== before.second_language) write(parts, store);
  paint(parts, store, how);
  if (view.region !== before.region && !choices.own) parts.camera.reveal(parts.view.layers.selection.areaOf(view.region));
}

/* What a reader turns on and off below the legend: its name, and what that does to a drawn map. */
function createSwitches() {
  return {
    textures: {
      name: (words) => words.say("Patterns as well as colours"),
      on: false,
      apply: ({ layers }, on) => layers.units.setTextures(on),
    },
  };
}

function applySwitches({ switches }, view) {
  for (const { apply, on } of Object.values(switches)) apply(view, on);
}

function write({ view, second, legend, controls, container, switches }, store) {
  const { facts, words } = store;
  const languages = languagesOf(store.view);
  container.lang = facts.lang;
  controls.write(words, facts.credits ?? "");
  legend.write(facts, words);
  legend.setTextures(switches.textures.on);
  view.write(languages);
  second.write(languages);
}

function paint(parts, store, how) {
  parts.view.paint(store.view);
  parts.second.paint(store.view);
  showLegend(parts, { adds: how === "drag" || how === "play" });
}

function showLegend(parts, options = {}) {
  parts.legend.show(viewsOf(parts).flatMap((view) => view.legendKeys()), options);
}

/* The drawn maps, one or two. */
function viewsOf({ view, second }) {
  const other = second.shown();
  return other ? [view, other.view] : [view];
}

/* Names on the map stand in the second language too, the two in the order of their codes. */
function languagesOf({ lang, second_language: second }) {
  return second && second !== lang ? [lang, second].sort() : [lang];
}

function setTheme(parts, theme) {
  for (const view of applyTheme(parts, theme)) view.layers.events.restyle();
  parts.theme = theme;
}

/* The views, after their containers have the theme. */
function applyTheme(parts, theme) {
  const other = parts.second.shown();
  parts.container.dataset.theme = theme;
  if (other) other.container.dataset.theme = theme;
  return viewsOf(parts);
}

function setTextures(parts, on) {
  for (const { layers } of viewsOf(parts)) layers.units.setTextures(on);
  parts.legend.setTextures(on);
}

/* Paper has no colours to rely on and nobody to unfold the legend. */
function showForPaper(parts, on) {
  const views = applyTheme(parts, on ? "light" : parts.theme);
  setTextures(parts, on || parts.switches.textures.on);
  parts.legend.forPaper(on);
  for (const view of views) {
    view.layers.events.forPaper(on);
    view.controlsChanged();
  }
}

function coloursOf(container) {
  const style = getComputedStyle(container);
  return { ink: style.getPropertyValue("--ink"), paper: style.getPropertyValue("--paper") };
}

function stateOf({ layers }, { view, facts }) {
  const units = facts.units.map(({ id }) => [id, layers.units.control(id)?.period]).filter(([, period]) => period);
  return {
    date: view.date,
    region: view.region,
    place: null,
    units: Object.fromEntries(units.map(([id, { holder, status }]) => [id, { holder, status }])),
    settlements: {},
    events: layers.events.shown(),
  };
}
