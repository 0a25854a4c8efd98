// Playing: the day runs through what is shown, or round and round through its era.

const PLAY_SECONDS = 24;
const PLAY_TELL_MS = 1000;

function playing(line, act) {
  const { state } = line;
  let before = 0;
  let told = 0;

  function tick(time) {
    if (!state.playing) return;
    const course = courseOf(line);
    const step = (Math.min(time - before, 100) / 1000) * speedOf(line, course);
    before = time;
    const at = state.at + step * course.direction;
    const over = at < course.from || at >= course.to;
    state.at = over && course.again ? startOf(course) : clamp(at, course.from, course.to - 0.01);
    refresh(line, {});
    act.choose(Math.floor(state.at), state.region, { event: eventKept(line) });
    if (over && !course.again) return act.halt();
    if (time - told > PLAY_TELL_MS) {
      told = time;
      act.settle();
    }
    requestAnimationFrame(tick);
  }

  function set(on) {
    state.playing = on;
    if (!on) state.at = null;
    line.parts.play.classList.toggle("on", on);
    refresh(line, { names: true });
  }

  return {
    /** Plays on from the day, or from the start if it stands at the end. */
    play() {
      if (state.playing) return act.halt();
      const course = courseOf(line);
      const ahead = course.direction > 0 ? state.day < course.to - 1 : state.day > course.from;
      const inside = state.day >= course.from && state.day < course.to;
      state.at = inside && ahead ? state.day + 0.5 : startOf(course);
      before = told = performance.now();
      set(true);
      return requestAnimationFrame(tick);
    },
    halt() {
      if (!state.playing) return;
      set(false);
      act.settle();
    },
  };
}

/** Where playing leads: {from, to} in days, [from, to), the direction, and whether it begins again. */
function courseOf({ state, model }) {
  const { range, options, day } = state;
  const era = options.loop === "era" ? model.eras[eraOf(model, day)] : null;
  const { start, end } = era ?? { start: Math.ceil(range.from), end: Math.floor(range.to) };
  const direction = options.direction === "backwards" ? -1 : 1;
  return { from: Math.max(start, model.first), to: Math.min(end, model.last + 1), direction, again: Boolean(era) };
}

function startOf({ from, to, direction }) {
  return direction > 0 ? from : to - 0.01;
}

/** Days a second: what is shown, or an era that is shorter, takes PLAY_SECONDS at speed 1. */
function speedOf({ state }, course) {
  const days = Math.min(state.range.to - state.range.from, course.to - course.from);
  return (days / PLAY_SECONDS) * Number(state.options.speed);
}

/** The chosen event for as long as the day has not left it. */
function eventKept({ state }) {
  return Math.floor(state.at) === state.day ? state.event : null;
}
