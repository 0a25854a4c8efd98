// The chosen range of days: brushed with the mouse or a finger, or ended by keys; events of it only.

function brushing(line, act) {
  const { state, parts } = line;

  function apply(window) {
    if (window.text === state.window.text) return;
    state.window = window;
    state.windowChosen = true;
    refresh(line, { window: true, tell: true });
    if (!state.brushing) line.link.tellSoon(() => act.settled());
  }

  return {
    /** Makes the days from `one` to `other`, in any order, the range. */
    brush(one, other) {
      const { first, last } = line.model;
      const [from, to] = [Math.min(one, other), Math.max(one, other)].map((day) => clamp(day, first, last));
      apply(fixedWindow(from, to));
    },
    /** Makes the day the range's first ("from") or last ("to"). */
    mark(end) {
      const { window, day } = state;
      const other = window.fixed ? window[end === "from" ? "to" : "from"] : day;
      const kept = end === "from" ? Math.max(day, other) : Math.min(day, other);
      act.brush(day, kept);
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
      parts.brush.setAttribute("aria-pressed", on);
      parts.plot.classList.toggle("armed", on);
      refresh(line, { note: true });
    },
    /** A click without a drag: the first ends nothing yet, the second does. */
    anchor(day) {
      if (state.anchor !== null) {
        act.brush(state.anchor, day);
        return act.arm(false);
      }
      state.anchor = day;
      return act.brush(day, day);
    },
  };
}
