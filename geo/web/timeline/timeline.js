/**
 * The timeline: eras, a track of events and of control, and the slider `Date` that scrubs the day.
 *
 * It paints from the store's view and changes it; what only the timeline knows (the range shown, a drag,
 * play, options) is its own state.
 */
import { dayOrNull, toDay } from "../core/days.js";
import { isolated } from "../core/sheets.js";
import { defaultView } from "../core/view.js";
import { parseWindow } from "../core/window.js";
import { createActions } from "./actions.js";
import { drawChart } from "./draw.js";
import { buildEras, placeEras } from "./eras.js";
import { drawChosen } from "./histogram.js";
import { listenHover } from "./hover.js";
import { listenButtons, listenKeys } from "./keys.js";
import { countAhead, createModel } from "./model.js";
import { paintKeys, paintLegend, paintNames } from "./names.js";
import { buildOptions, openOptions } from "./options.js";
import { listenOverview } from "./overview.js";
import { measure, paintChip, paintCompared, paintDay, paintNote, placeOverview } from "./paint.js";
import { listenPrinting } from "./paper.js";
import { listenPlot, listenWheel } from "./pointer.js";
import { reveal } from "./range.js";
import { fitted } from "./scale.js";
import { createParts } from "./skeleton.js";

const NARROW_PX = 700;
// So long the reader rests on a day before what happened on it is said.
const PAUSE_MS = 140;
// A little of the time after the last record is shown, so that the end can be seen as an end.
const BEYOND_SHARE = 0.045;
const LISTENERS = [listenKeys, listenButtons, listenPlot, listenWheel, listenOverview, listenHover, listenPrinting];

/**
 * Draws the timeline into the element and keeps it at the store's view; returns { unmount() }.
 *
 * @param {HTMLElement} element
 * @param {import("../core/types.js").Store} store
 */
export function mountTimeline(element, store) {
  const line = createLine(store);
  const stop = new AbortController();
  isolated(element, ["timeline"]).append(line.parts.section);
  for (const listen of LISTENERS) listen(line, line.act, stop.signal);
  install(line);
  readView(line);
  layout(line);
  line.refresh({ chart: true, names: true, window: true, note: true });
  const stops = [store.subscribe((change) => follow(line, change)), store.onEra((id) => line.act.showEra(id))];
  const observer = new ResizeObserver(() => line.parts.plot.clientWidth !== line.state.width && layout(line));
  observer.observe(line.parts.plot);
  if (document.fonts.status === "loading") document.fonts.ready.then(() => line.state.mounted && layout(line));
  return {
    unmount() {
      Object.assign(line.state, { mounted: false, playing: false, dragging: false });
      line.flight = null;
      clearTimeout(line.pause);
      cancelAnimationFrame(line.frame ?? 0);
      for (const stopListening of stops) stopListening();
      observer.disconnect();
      stop.abort();
      line.parts.section.remove();
    },
  };
}

function createLine(store) {
  const state = {
    mounted: true, day: null, region: null, event: null, compare: null, window: null, openWindow: null,
    range: null, full: null, width: 0, at: null, anchor: null, armed: false, options: openOptions(),
  };
  const line = { store, state, parts: createParts(), model: null, wanted: {}, frame: null };
  line.refresh = (wanted) => refresh(line, wanted);
  line.act = createActions(line);
  return line;
}

/* Takes over other facts: another language, or other records. */
function install(line) {
  const { state, store } = line;
  const model = createModel(store.facts);
  line.model = model;
  state.full = { from: model.first, to: model.last + 1 + (model.last - model.first) * BEYOND_SHARE };
  state.range = state.range ? fitted(state.range, state.full) : state.full;
  state.painted = null;
  state.openWindow ??= defaultView(store.facts).window;
  buildEras(line, (index) => line.act.pickEra(index));
  buildOptions(line, (name, value) => line.act.set(name, value));
  paintKeys(line);
  paintLegend(line);
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  whenIdle(() => countAhead(model));
}

/* Brings the state to the store's view; true for each part that changed. */
function readView({ state, store }) {
  const { date, region, event, window, compare } = store.view;
  const next = { day: toDay(date), region, event, compare: dayOrNull(compare) };
  const changed = { window: state.window?.text !== window };
  for (const [name, value] of Object.entries(next)) changed[name] = state[name] !== value;
  Object.assign(state, next);
  if (changed.window) state.window = parseWindow(window);
  if (!state.window.fixed) state.openWindow = window;
  return changed;
}

/* After a change of the store: paints what it changed, and says what happened once the reader rests. */
function follow(line, { how }) {
  const { state, act } = line;
  if (how === "texts") return;
  if (how !== "play") act.stop();
  if (how === "facts") install(line);
  const changed = readView(line);
  const far = changed.day && !state.dragging && reveal(line);
  line.refresh({
    chart: far || changed.region || how === "facts",
    chosen: changed.event,
    names: changed.region || how === "facts",
    window: changed.window || changed.compare,
  });
  if (how === "facts") layout(line);
  if (how === "drag" || how === "play") return;
  clearTimeout(line.pause);
  line.pause = setTimeout(() => line.refresh({ note: true }), how === "settle" ? 0 : PAUSE_MS);
}

function layout(line) {
  const { tools, help, under, zooms } = line.parts;
  if (line.parts.section.offsetWidth <= NARROW_PX) under.append(zooms);
  else if (zooms.parentElement !== tools) help.before(zooms);
  measure(line);
  line.refresh({ chart: true });
}

/* Asks for one repaint in the next frame: of the day, and of whatever else `wanted` names. */
function refresh(line, wanted) {
  for (const [name, want] of Object.entries(wanted)) line.wanted[name] ||= want;
  line.frame ??= requestAnimationFrame(() => {
    line.frame = null;
    if (line.state.width) paint(line);
  });
}

function paint(line) {
  const { chart, chosen, names, note, window } = line.wanted;
  line.wanted = {};
  if (names) paintNames(line);
  if (chart) {
    drawChart(line);
    placeEras(line);
    placeOverview(line);
  } else if (chosen) drawChosen(line);
  paintDay(line);
  if (chart || window) paintCompared(line);
  if (chart || window) paintChip(line);
  if (note) paintNote(line);
  line.parts.plot.classList.add("ready");
}
