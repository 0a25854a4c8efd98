/** The chosen range of days: brushed with the mouse or a finger, or ended by keys; events of it only. */
import { clamp } from "../core/days.js";
import { fixedWindow } from "../core/window.js";

/** The actions on the range of days: brush, mark, clear, arm, anchor. */
export function brushActions(line, act) {
  const { state, parts, store } = line;
  const apply = (window) => store.change({ window }, state.brushing ? "drag" : "step");
  return {
    /** Makes the days from `one` to `other`, in any order, the range. */
    brush(one, other) {
      const { first, last } = line.model;
      const [from, to] = [one, other].map((day) => clamp(day, first, last));
      apply(fixedWindow(from, to));
    },
    /** Makes the day the range's first ("first") or last ("last"). */
    mark(end) {
      const { window, day } = state;
      const other = window.fixed ? window[end === "first" ? "last" : "first"] : day;
      act.brush(day, end === "first" ? Math.max(day, other) : Math.min(day, other));
    },
    /** Back to the window before there was a range. */
    clear() {
      act.arm(false);
      if (state.window.fixed) apply(state.openWindow);
    },
    /** Whether the next drag, or the next two clicks, choose a range. */
    arm(on) {
      if (on === state.armed) return;
      state.armed = on;
      state.anchor = null;
      parts.brush.setAttribute("aria-pressed", String(on));
      parts.plot.classList.toggle("armed", on);
      line.refresh({ note: true });
    },
    /** A click without a drag: the first ends nothing yet, the second does. */
    anchor(day) {
      const { anchor } = state;
      if (anchor === null) state.anchor = day;
      act.brush(anchor ?? day, day);
      if (anchor !== null) act.arm(false);
      else line.refresh({ note: true });
    },
  };
}
