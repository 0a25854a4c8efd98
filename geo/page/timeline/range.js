// The part of the time that is shown: zooming and moving it, and the finest way to drag inside it.

const ZOOM_MS = 220;
const EDGE_PX = 14;
const NEAR_PX = 24;
const FAR_PX = 150;
const FINEST = 0.25;

function ranging(line, act) {
  const { state } = line;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  return {
    setRange(range) {
      line.flight = null;
      state.range = range;
      refresh(line, { chart: true });
    },
    /** Glides to the range, or jumps for readers who want no motion. */
    showRange(range) {
      if (still.matches) return act.setRange(range);
      const flight = { from: state.range, to: range, start: performance.now() };
      line.flight = flight;
      return requestAnimationFrame(() => fly(line, flight));
    },
    /** Zooms about the day shown where it can be seen, else about the middle. */
    zoom(factor) {
      const range = line.flight?.to ?? state.range;
      const seen = state.day >= range.from && state.day < range.to;
      const about = seen ? state.day + 0.5 : (range.from + range.to) / 2;
      act.showRange(zoomed(range, factor, about, state.whole));
    },
    /** Shows the era at full width, the day moving to its first day if it was outside; then the whole. */
    pickEra(index) {
      const era = line.model.eras[index];
      const range = eraRange(era, state.whole);
      if (isSame(range, line.flight?.to ?? state.range)) return act.showRange(state.whole);
      const inside = state.day >= era.start && state.day < era.end;
      act.showRange(range);
      return inside ? undefined : act.goTo(era.start, { now: true });
    },
    /** While the thumb is held at an edge, brings the next days in. */
    pushEdge(away) {
      const { drag, width, range } = state;
      const side = drag.x < EDGE_PX ? -1 : Number(drag.x > width - EDGE_PX);
      if (!side || line.pushing || away > NEAR_PX) return;
      const next = moved(range, side * (range.to - range.from) * 0.012, state.whole);
      if (isSame(next, range)) return;
      line.pushing = requestAnimationFrame(() => {
        line.pushing = null;
        if (!state.dragging) return;
        state.drag.at += next.from - range.from;
        act.setRange(next);
        act.drag(state.drag.x, away);
      });
    },
  };
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

/** Days to move for each pixel: the track's own near it, down to a quarter of a day far away. */
function daysPerPixel({ range, width }, away) {
  const own = (range.to - range.from) / width;
  const share = clamp((away - NEAR_PX) / (FAR_PX - NEAR_PX), 0, 1);
  return own * (Math.min(own, FINEST) / own) ** share;
}

/** Where the drag has come to, in days. Back on the track the thumb returns under the pointer as it moves. */
function draggedTo(x, away, state) {
  const { drag, range } = state;
  const step = (x - drag.x) * daysPerPixel(state, away);
  let at = drag.at + step;
  if (away <= NEAR_PX) {
    const gap = dayInside(x + drag.offset, state) - at;
    at += clamp(gap, -Math.abs(step), Math.abs(step));
  }
  return clamp(at, range.from, range.to - 0.01);
}

function dayInside(x, { range, width }) {
  return dayUnder(clamp(x, 0, width - 0.01), range, width);
}
