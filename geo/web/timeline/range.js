/** The part of the time that is shown: zooming and moving it, and the finest way to drag inside it. */
import { clamp } from "../core/days.js";
import { reducedMotion } from "../core/motion.js";
import { dayInside, eraRange, isSameRange, moved, zoomed } from "./scale.js";

const ZOOM_MS = 220;
const EDGE_PX = 14;
const NEAR_PX = 24;
const FAR_PX = 150;
const FINEST_DAYS_PER_PX = 0.25;
const PUSH_SHARE = 0.012;

/** The actions on the range: setRange, showRange, zoom, showEra, pickEra, pushEdge. */
export function rangeActions(line, act) {
  const { state } = line;
  const still = reducedMotion();
  return {
    setRange(range) {
      line.flight = null;
      state.range = range;
      line.refresh({ chart: true });
    },
    /** Glides to the range, or jumps for readers who want no motion. */
    showRange(range) {
      if (still.matches) {
        act.setRange(range);
        return;
      }
      const flight = { from: state.range, to: range, start: performance.now() };
      line.flight = flight;
      requestAnimationFrame(() => glide(line, flight));
    },
    /** Zooms about the day shown where it can be seen, else about the middle. */
    zoom(factor) {
      const range = line.flight?.to ?? state.range;
      const seen = state.day >= range.from && state.day < range.to;
      const about = seen ? state.day + 0.5 : (range.from + range.to) / 2;
      act.showRange(zoomed(range, factor, about, state.full));
    },
    /** Shows the era at full width. */
    showEra(id) {
      const era = line.model.eras.find((one) => one.id === id);
      if (era) act.showRange(eraRange(era, state.full));
    },
    /** Shows the era at full width, the day moving to its first day if it was outside; then the whole. */
    pickEra(index) {
      const era = line.model.eras[index];
      const range = eraRange(era, state.full);
      if (isSameRange(range, line.flight?.to ?? state.range)) {
        act.showRange(state.full);
        return;
      }
      act.showRange(range);
      if (state.day < era.startDay || state.day >= era.endDay) act.goTo(era.startDay);
    },
    /** While the thumb is held at an edge, brings the next days in. */
    pushEdge(away) {
      const { drag, width, range } = state;
      const side = drag.x < EDGE_PX ? -1 : Number(drag.x > width - EDGE_PX);
      if (!side || line.pushing || away > NEAR_PX) return;
      const next = moved(range, side * (range.to - range.from) * PUSH_SHARE, state.full);
      if (isSameRange(next, range)) return;
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

/** Moves the range, keeping its span, so that the day is inside; true if it had to. */
export function reveal(line) {
  const { state } = line;
  const { day, full } = state;
  const range = line.flight?.to ?? state.range;
  if (day >= range.from && day + 1 <= range.to) return false;
  line.flight = null;
  state.range = moved(range, day + 0.5 - (range.from + range.to) / 2, full);
  return true;
}

/**
 * Where a drag has come to at x, in days: the finer the further `away` (pixels) from the track. Back on
 * the track the thumb returns under the pointer as it moves.
 */
export function draggedTo(x, away, state) {
  const { drag, range } = state;
  const step = (x - drag.x) * daysPerPixel(state, away);
  let at = drag.at + step;
  if (away <= NEAR_PX) {
    const gap = dayInside(x + drag.offset, state) - at;
    at += clamp(gap, -Math.abs(step), Math.abs(step));
  }
  return clamp(at, range.from, range.to - 0.01);
}

/* The track's own near it, down to a quarter of a day far away. */
function daysPerPixel({ range, width }, away) {
  const own = (range.to - range.from) / width;
  const share = clamp((away - NEAR_PX) / (FAR_PX - NEAR_PX), 0, 1);
  return own * (Math.min(own, FINEST_DAYS_PER_PX) / own) ** share;
}

function glide(line, flight) {
  if (line.flight !== flight) return;
  const share = clamp((performance.now() - flight.start) / ZOOM_MS, 0, 1);
  const eased = 1 - (1 - share) ** 3;
  const between = (one, other) => one + (other - one) * eased;
  line.state.range = share === 1 ? flight.to : {
    from: between(flight.from.from, flight.to.from),
    to: between(flight.from.to, flight.to.to),
  };
  if (share === 1) line.flight = null;
  else requestAnimationFrame(() => glide(line, flight));
  line.refresh({ chart: true });
}
