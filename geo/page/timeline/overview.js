// The strip under the track: all of the time, with a frame around what is shown. Drag the frame to
// move it, an end of it to stretch it, the strip beside it (or all, where all is shown) to draw a new one.

const GRIP_PX = 10;

function listenOverview({ parts, state }, act, signal) {
  let drag = null;

  function dayUnderPointer(event) {
    const { left, width } = parts.overview.getBoundingClientRect();
    return dayUnder(clamp(event.clientX - left, 0, width), state.whole, width);
  }

  function down(event) {
    if (event.button !== 0) return;
    parts.overview.setPointerCapture(event.pointerId);
    const days = (state.whole.to - state.whole.from) / state.width;
    drag = frameDrag(state.range, state.whole, dayUnderPointer(event), days * GRIP_PX);
  }

  function move(event) {
    if (!drag) return;
    const day = dayUnderPointer(event);
    if (!drag.far(day)) return;
    act.setRange(fitted(drag.to(day), state.whole));
  }

  function up(event) {
    if (drag && event.type === "pointerup" && !drag.moved && drag.centre) {
      const { from, to } = state.range;
      act.showRange(moved(state.range, dayUnderPointer(event) - (from + to) / 2, state.whole));
    }
    drag = null;
  }

  const heard = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up };
  for (const [type, listener] of Object.entries(heard)) {
    parts.overview.addEventListener(type, listener, { signal });
  }
}

/** What a drag that begins on the day does: to(day) gives the range, after more than `grip` days. */
function frameDrag(range, whole, start, grip) {
  const { from, to } = range;
  const drag = {
    moved: false,
    far(day) {
      drag.moved ||= Math.abs(day - start) > grip / 3;
      return drag.moved;
    },
  };
  const does = (to, centre = false) => Object.assign(drag, { to, centre });
  const between = (one, other) => ({ from: Math.min(one, other), to: Math.max(one, other) });
  if (Math.abs(start - from) < grip) return does((day) => between(day, to));
  if (Math.abs(start - to) < grip) return does((day) => between(from, day));
  const all = isSame(range, whole);
  const inside = start > from && start < to && !all;
  if (inside) return does((day) => ({ from: from + day - start, to: to + day - start }));
  return does((day) => between(start, day), !all);
}
