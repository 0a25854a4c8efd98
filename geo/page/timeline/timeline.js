// The timeline itself: the parts above joined around one state. Streamlit calls the exported
// function on every run that brings new data; the timeline is made once per place in the page.

const timelines = new WeakMap();

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
  const state = { day: null, region: null, range: null, whole: null, width: 0, window: 0 };
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
  const adopt = line.link.receive(component) && !state.dragging && !state.playing;
  const model = preparedModel(data.model_id, data.model);
  if (!model) return line.link.ask(data);
  const changes = { chart: model !== line.model || Number(data.window) !== state.window };
  state.window = Number(data.window) || 0;
  if (model !== line.model) install(line, model);
  if (state.day === null || adopt) {
    const before = state.region;
    changes.note = assign(line, dayOf(data.day), data.region);
    changes.tell = changes.note;
    changes.chart = reveal(line) || changes.chart || before !== state.region;
  }
  refresh(line, { ...changes, names: true });
}

function install(line, model) {
  const { state } = line;
  line.model = model;
  // A little of the time after the last record, so that the end can be seen as an end.
  state.whole = { from: model.first, to: model.last + 1 + (model.last - model.first) * 0.045 };
  state.range = state.range ? fitted(state.range, state.whole) : state.whole;
  state.painted = null;
  buildEras(line, (index) => line.act.pickEra(index));
  paintKeys(line);
  layout(line);
}

function layout(line) {
  if (!line.model) return;
  measure(line);
  refresh(line, { chart: true });
}

/** Sets day (within the records) and region; true if either changed. */
function assign({ state, model }, day, region) {
  const next = clamp(day, model.first, model.last);
  const same = next === state.day && region === state.region;
  state.day = next;
  state.region = region;
  return !same;
}

/** Moves the range, keeping its span, so that the day is inside; true if it had to. */
function reveal({ state }) {
  const { day, range, whole } = state;
  if (day >= range.from && day + 1 <= range.to) return false;
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
  const { chart, names, note, tell } = line.wanted;
  line.wanted = {};
  if (names) paintNames(line);
  if (chart) {
    drawAll(line.parts.chart, line.model, line.state);
    placeEras(line);
    placeOverview(line);
  }
  paintDay(line);
  if (note) paintNote(line);
  if (tell) line.link.show(viewOf(line.state));
  line.parts.plot.classList.add("ready");
}

function viewOf({ day, region }) {
  return { day: isoOf(day), region };
}
