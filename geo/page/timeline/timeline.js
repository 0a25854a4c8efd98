// The timeline itself: the parts above joined around one state. Streamlit calls the exported
// function on every run that brings new data; the timeline is made once per place in the page.

const timelines = new WeakMap();
const PHONE = "(max-width: 700px)";

export default function (component) {
  const root = component.parentElement;
  const line = timelines.get(root) ?? createTimeline(root);
  timelines.set(root, line);
  receive(line, component);
  // Streamlit also runs the cleanup of a call that a newer one overtook: then the page is there.
  return () => setTimeout(() => {
    if (root.isConnected) return;
    line.close();
    timelines.delete(root);
  });
}

function createTimeline(root) {
  const state = {
    day: null, region: null, event: null, window: windowOf(OPEN_WINDOW), openWindow: windowOf(OPEN_WINDOW),
    compare: null, range: null, whole: null, width: 0, at: null, anchor: null, armed: false, options: openOptions(),
  };
  const line = { state, parts: findParts(root), model: null };
  const stop = new AbortController();
  const observer = new ResizeObserver(() => layout(line));
  line.link = createLink((message) => line.model && line.act.select(message));
  line.act = createActions(line);
  for (const listen of [listenKeys, listenButtons, listenPlot, listenWheel, listenOverview, listenHover]) {
    listen(line, line.act, stop.signal);
  }
  observer.observe(line.parts.plot);
  document.fonts.ready.then(() => layout(line));
  line.close = () => {
    stop.abort();
    observer.disconnect();
    line.link.close();
    state.playing = state.dragging = false;
  };
  return line;
}

function receive(line, component) {
  const { data } = component;
  const { state } = line;
  const answer = line.link.receive(component);
  const model = preparedModel(data.model_id, data.model);
  if (!model) return line.link.ask(data);
  const changes = { chart: model !== line.model, names: true, window: true };
  if (model !== line.model) install(line, model);
  if (state.day === null || (answer === "adopt" && !state.dragging)) {
    line.act.halt();
    adopt(line, data, changes);
  }
  adoptWindow(line, data);
  state.compare = dayOf(data.compare);
  refresh(line, changes);
  if (answer === "tell") line.act.settle();
}

function adopt(line, data, changes) {
  const { region } = line.state;
  const event = line.model.byId.has(data.event) ? data.event : null;
  changes.note = changes.tell = assign(line, dayOf(data.day), data.region, event);
  changes.chart = reveal(line) || changes.chart || region !== line.state.region;
  changes.chosen = true;
}

/** The server's window counts unless the reader has chosen one here that it has not heard of. */
function adoptWindow({ state, link }, data) {
  if (state.brushing || (state.windowChosen && !link.isAnswered())) return;
  state.windowChosen = false;
  state.window = windowOf(data.window ?? OPEN_WINDOW);
  if (!state.window.fixed) state.openWindow = state.window;
}

function install(line, model) {
  const { state } = line;
  line.model = model;
  // A little of the time after the last record, so that the end can be seen as an end.
  state.whole = { from: model.first, to: model.last + 1 + (model.last - model.first) * 0.045 };
  state.range = state.range ? fitted(state.range, state.whole) : state.whole;
  state.painted = null;
  if (!model.byId.has(state.event)) state.event = null;
  buildEras(line, (index) => line.act.pickEra(index));
  buildOptions(line, (name, value) => line.act.set(name, value));
  paintKeys(line);
  paintLegend(line);
  layout(line);
  // Counted ahead of the first zoom to each grain, so that none of its frames waits.
  (window.requestIdleCallback ?? setTimeout)(() => BINS.forEach((grain) => binned(model, grain)));
}

function layout(line) {
  if (!line.model) return;
  const { tools, options, zooms } = line.parts;
  const home = matchMedia(PHONE).matches ? options : tools;
  if (zooms.parentElement !== home) home[home === tools ? "append" : "prepend"](zooms);
  measure(line);
  refresh(line, { chart: true });
}

/** Sets day (within the records), region and event; true if any changed. */
function assign({ state, model }, day, region, event) {
  const next = { day: clamp(day, model.first, model.last), region, event };
  const same = Object.entries(next).every(([part, value]) => state[part] === value);
  Object.assign(state, next);
  return !same;
}

/** Moves the range, keeping its span, so that the day is inside; true if it had to. */
function reveal(line) {
  const { state } = line;
  const { day, whole } = state;
  const range = line.flight?.to ?? state.range;
  if (day >= range.from && day + 1 <= range.to) return false;
  line.flight = null;
  state.range = moved(range, day + 0.5 - (range.from + range.to) / 2, whole);
  return true;
}

/** Asks for one repaint in the next frame: of the day, and of whatever else `wanted` names. */
function refresh(line, wanted) {
  line.wanted = { ...line.wanted };
  for (const [name, want] of Object.entries(wanted)) line.wanted[name] ||= want;
  line.frame ??= requestAnimationFrame(() => {
    line.frame = null;
    if (line.model && line.state.width) paint(line);
  });
}

function paint(line) {
  const { chart, chosen, names, note, tell, window } = line.wanted;
  const { parts, model, state } = line;
  line.wanted = {};
  if (names) paintNames(line);
  if (chart) {
    drawAll(parts.chart, model, state);
    placeEras(line);
    placeOverview(line);
  } else if (chosen) drawChosen(parts.chart, model, state);
  paintDay(line);
  if (chart || window) paintCompared(line);
  if (chart || window) paintChip(line);
  if (note) paintNote(line);
  if (tell) line.link.show(viewOf(state));
  parts.plot.classList.add("ready");
}

/** What the map is shown. */
function viewOf({ day, region, event, window }) {
  return { day: isoOf(day), region, event, window: window.text };
}

/** What the server is told: a window only where the reader has chosen it here. */
function toldView(state) {
  return { ...viewOf(state), window: state.windowChosen ? state.window.text : null };
}
