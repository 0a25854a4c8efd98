/**
 * The strip under the track: all of the time, with a frame around what is shown. Drag the frame to move
 * it, an end of it to stretch it, the strip beside it (or all, where all is shown) to draw a new one.
 */
import { clamp } from "../core/days.js";
import { dayUnder, fitted, isSameRange, moved } from "./scale.js";

const GRIP_PX = 10;

/** Listens to mouse and fingers on the strip. */
export function listenOverview({ parts, state }, act, signal) {
  let drag = null;

  function dayUnderPointer(event) {
    const { left, width } = parts.overview.getBoundingClientRect();
    return dayUnder(clamp(event.clientX - left, 0, width), state.full, width);
  }

  function down(event) {
    if (event.button !== 0) return;
    parts.overview.setPointerCapture(event.pointerId);
    const days = (state.full.to - state.full.from) / parts.overview.clientWidth;
    drag = frameDrag(state.range, state.full, dayUnderPointer(event), days * GRIP_PX);
  }

  function move(event) {
    if (!drag) return;
    const day = dayUnderPointer(event);
    if (drag.isMoved(day)) act.setRange(fitted(drag.rangeTo(day), state.full));
  }

  function up(event) {
    if (drag && event.type === "pointerup" && !drag.moved && drag.centres) {
      const { from, to } = state.range;
      act.showRange(moved(state.range, dayUnderPointer(event) - (from + to) / 2, state.full));
    }
    drag = null;
  }

  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up };
  for (const [type, listener] of Object.entries(listeners)) {
    parts.overview.addEventListener(type, listener, { signal });
  }
}

/* What a drag that begins on the day does: rangeTo(day) gives the range, once it is a third of `grip` away. */
function frameDrag(range, full, start, grip) {
  const { rangeTo, centres } = dragKind(range, full, start, grip);
  return {
    moved: false,
    rangeTo,
    centres,
    isMoved(day) {
      this.moved ||= Math.abs(day - start) > grip / 3;
      return this.moved;
    },
  };
}

function dragKind({ from, to }, full, start, grip) {
  const between = (one, other) => ({ from: Math.min(one, other), to: Math.max(one, other) });
  if (Math.abs(start - from) < grip) return { rangeTo: (day) => between(day, to), centres: false };
  if (Math.abs(start - to) < grip) return { rangeTo: (day) => between(from, day), centres: false };
  const all = isSameRange({ from, to }, full);
  if (start > from && start < to && !all) {
    return { rangeTo: (day) => ({ from: from + day - start, to: to + day - start }), centres: false };
  }
  return { rangeTo: (day) => between(start, day), centres: !all };
}
