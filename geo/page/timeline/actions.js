// What the reader can do: choose a day, a region, an event. Every choice is painted in the next
// frame, shown to the map with it, and told to the server on a pause.

function createActions(line) {
  const act = {};
  const parts = [choosing, stepping, dragging, typing, ranging, playing, brushing, setting];
  return Object.assign(act, ...parts.map((part) => part(line, act)));
}

function choosing(line, act) {
  const { state } = line;
  return {
    /** Moves to the day and region, and to the event or none; `now` tells the server without a pause. */
    choose(day, region, { event = null, now = false } = {}) {
      const before = { ...state };
      if (!assign(line, day, region, event) && !now) return;
      const far = !state.dragging && reveal(line);
      const other = region !== before.region;
      refresh(line, { chart: far || other, chosen: state.event !== before.event, names: other, tell: true });
      if (now) act.settle();
      else if (!state.playing) line.link.tellSoon(() => act.settled());
    },
    settled() {
      refresh(line, { note: true });
      return toldView(state);
    },
    settle() {
      line.link.tell(act.settled());
    },
    goTo(day, options) {
      act.halt();
      act.choose(day, state.region, options);
    },
    /** What the map reports: a region, and perhaps a day and an event. */
    select({ region, day, event }) {
      act.halt();
      const { regions, byId } = line.model;
      const known = { region: Object.hasOwn(regions, region) ? region : null, event: byId.has(event) ? event : null };
      act.choose(dayOf(day) ?? state.day, known.region, { event: known.event, now: true });
    },
  };
}

function stepping(line, act) {
  const { state } = line;
  return {
    /** To the next event (1) or the previous (-1), one after the other also where they share a day. */
    step(direction) {
      const event = neighbour(line.model, { ...state, region: stepRegion(state) }, direction);
      if (event) act.goTo(event.start, { event: event.id });
    },
    /** The event near x; where several are, the one after the chosen. False if there is none. */
    pick(x, reach) {
      const near = eventsAt(line.model, stepRegion(state), state.range, state.width, x, reach);
      if (!near.length) return false;
      const event = near[(near.findIndex(({ id }) => id === state.event) + 1) % near.length];
      act.goTo(event.start, { event: event.id, now: true });
      return true;
    },
  };
}

function dragging(line, act) {
  const { state } = line;
  const choose = () => act.choose(Math.floor(state.drag.at), state.region);
  return {
    /** Takes hold of the day at x; an `offset` keeps a thumb that was grabbed off its middle in place. */
    grab(x, offset = 0) {
      act.halt();
      state.dragging = true;
      state.drag = { x, offset, at: dayInside(x + offset, state) };
      choose();
    },
    /** Follows to x, the finer the further `away` (pixels) from the track. */
    drag(x, away) {
      state.drag.at = draggedTo(x, away, state);
      state.drag.x = x;
      choose();
      act.pushEdge(away);
    },
    drop() {
      state.dragging = false;
      act.settle();
    },
  };
}

function typing(line, act) {
  const { parts, state } = line;
  return {
    /** Goes to a typed day; one outside the records, or none, is answered with the limits. */
    type(text) {
      const { words, first, last } = line.model;
      const day = typedDay(text, words.month_names);
      const known = day !== null && day >= first && day <= last;
      parts.typed.setAttribute("aria-invalid", !known);
      if (!known) {
        const limits = { first: inWords(first, words), last: inWords(last, words) };
        return paintMessage(line, filled(words.outside, limits));
      }
      parts.typed.value = isoOf(day);
      return act.goTo(day, { now: true });
    },
    endTyping() {
      if (parts.typed.getAttribute("aria-invalid") === "true") refresh(line, { note: true });
      parts.typed.removeAttribute("aria-invalid");
      parts.typed.value = isoOf(state.day);
    },
  };
}

function setting(line, act) {
  const { parts, state } = line;
  return {
    set(name, value) {
      state.options[name] = value;
      keepOptions(state.options);
      refresh(line, { chart: true, names: true });
      paintOptions(line);
    },
    faster(by) {
      const at = SPEEDS.indexOf(state.options.speed) + by;
      act.set("speed", SPEEDS[clamp(at, 0, SPEEDS.length - 1)]);
    },
    help() {
      parts.keys.togglePopover();
    },
  };
}
