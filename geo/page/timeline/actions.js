// What the reader can do: choose a day or region, move the range shown, play. Every choice is
// painted in the next frame, shown to the map with it, and told to the server on a pause.

const ZOOM_MS = 220;
const PLAY_SECONDS = 24;
const PLAY_TELL_MS = 1000;

function createActions(line) {
  const act = {};
  return Object.assign(act, choosing(line, act), typing(line, act), ranging(line), playing(line, act));
}

function choosing(line, act) {
  const { state } = line;
  return {
    /** Moves to the day and region; `now` tells the server without waiting for a pause. */
    choose(day, region, { now = false } = {}) {
      const before = state.region;
      if (!assign(line, day, region) && !now) return;
      const far = !state.dragging && reveal(line);
      refresh(line, { chart: far || region !== before, names: region !== before, tell: true });
      if (now) act.settle();
      else if (!state.playing) line.link.tellSoon(() => act.settled());
    },
    settled() {
      refresh(line, { note: true });
      return viewOf(state);
    },
    settle() {
      line.link.tell(act.settled());
    },
    goTo(day, options) {
      act.halt();
      act.choose(day, state.region, options);
    },
    select({ region, day }) {
      act.halt();
      act.choose(dayOf(day) ?? state.day, region in line.model.regions ? region : null, { now: true });
    },
    step(direction) {
      const event = neighbour(line.model, state.region, state.day, direction);
      if (event) act.goTo(event.start);
    },
    drag(x) {
      act.halt();
      state.dragging = true;
      state.dragX = x;
      const inside = clamp(x, 0, state.width - 0.01);
      act.choose(Math.floor(dayUnder(inside, state.range, state.width)), state.region);
      act.pushEdge();
    },
    drop() {
      state.dragging = false;
      act.settle();
    },
    /** The first click goes to the era's first day, the next shows the era at full width. */
    pickEra(index) {
      const { start, end } = line.model.eras[index];
      if (state.day !== start) return act.goTo(start, { now: true });
      const margin = Math.max(1, (end - start) * 0.04);
      const range = fitted({ from: start - margin, to: end + margin }, state.whole);
      return act.showRange(isSame(range, state.range) ? state.whole : range);
    },
  };
}

function typing(line, act) {
  const { parts, state } = line;
  return {
    /** Goes to a typed day; one outside the records, or none, is answered with the limits. */
    type(day) {
      const { words, first, last } = line.model;
      const known = day !== null && day >= first && day <= last;
      parts.typed.setAttribute("aria-invalid", !known);
      if (known) return act.goTo(day, { now: true });
      const limits = { first: inWords(first, words), last: inWords(last, words) };
      return paintMessage(line, filled(words.outside, limits));
    },
    endTyping() {
      parts.typed.removeAttribute("aria-invalid");
      parts.typed.value = isoOf(state.day);
    },
    help() {
      parts.keys.togglePopover();
    },
  };
}

function ranging(line) {
  const { state } = line;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const ranges = {
    setRange(range) {
      line.flight = null;
      state.range = range;
      refresh(line, { chart: true });
    },
    /** Glides to the range, or jumps for readers who want no motion. */
    showRange(range) {
      if (still.matches) return ranges.setRange(range);
      const flight = { from: state.range, to: range, start: performance.now() };
      line.flight = flight;
      requestAnimationFrame(() => fly(line, flight));
    },
    /** Zooms about the day shown where it can be seen, else about the middle. */
    zoom(factor) {
      const range = line.flight?.to ?? state.range;
      const seen = state.day >= range.from && state.day < range.to;
      const about = seen ? state.day + 0.5 : (range.from + range.to) / 2;
      ranges.showRange(zoomed(range, factor, about, state.whole));
    },
    /** While the thumb is held at an edge, brings the next days in. */
    pushEdge() {
      const { dragX, width, range } = state;
      const side = dragX < EDGE_PX ? -1 : Number(dragX > width - EDGE_PX);
      if (!side || line.pushing) return;
      const next = moved(range, side * (range.to - range.from) * 0.012, state.whole);
      if (isSame(next, range)) return;
      line.pushing = requestAnimationFrame(() => {
        line.pushing = null;
        if (!state.dragging) return;
        ranges.setRange(next);
        line.act.drag(state.dragX);
      });
    },
  };
  return ranges;
}

function fly(line, flight) {
  if (line.flight !== flight) return;
  const t = clamp((performance.now() - flight.start) / ZOOM_MS, 0, 1);
  const eased = 1 - (1 - t) ** 3;
  const between = (a, b) => a + (b - a) * eased;
  line.state.range = t === 1 ? flight.to : {
    from: between(flight.from.from, flight.to.from),
    to: between(flight.from.to, flight.to.to),
  };
  if (t === 1) line.flight = null;
  else requestAnimationFrame(() => fly(line, flight));
  refresh(line, { chart: true });
}

function playing(line, act) {
  const { state } = line;
  let at = 0;
  let told = 0;
  let before = 0;

  function tick(time) {
    if (!state.playing) return;
    const days = state.range.to - state.range.from;
    at += (Math.min(time - before, 100) / 1000 / PLAY_SECONDS) * days;
    before = time;
    const end = Math.min(line.model.last, Math.ceil(state.range.to) - 1);
    act.choose(Math.floor(Math.min(at, end)), state.region);
    if (at >= end) return act.halt();
    if (time - told > PLAY_TELL_MS) {
      told = time;
      act.settle();
    }
    requestAnimationFrame(tick);
  }

  function set(on) {
    state.playing = on;
    line.parts.play.classList.toggle("on", on);
    refresh(line, { names: true });
  }

  return {
    /** Plays through the range shown, from its start if the day is at its end. */
    play() {
      if (state.playing) return act.halt();
      const end = Math.min(line.model.last, Math.ceil(state.range.to) - 1);
      at = state.day >= end ? Math.max(state.range.from, line.model.first) : state.day;
      before = told = performance.now();
      set(true);
      requestAnimationFrame(tick);
    },
    halt() {
      if (!state.playing) return;
      set(false);
      act.settle();
    },
  };
}
