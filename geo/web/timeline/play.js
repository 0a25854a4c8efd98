/** Playing: the day runs through what is shown, or round and round through its era. */
import { clamp, isoOf } from "../core/days.js";
import { eraAt } from "./model.js";
import { advanced, paceOf } from "./pace.js";

const LONGEST_FRAME_MS = 100;

/** The actions play (or pause), halt and stop. */
export function playActions(line, act) {
  const { state, store } = line;
  let before = 0;

  function tick(time) {
    if (!state.playing) return;
    const course = courseOf(line);
    const seconds = (Math.min(time - before, LONGEST_FRAME_MS) / 1000) * Number(state.options.speed);
    before = time;
    const { at, over } = advanced(state.at, seconds, paceOf(line.model, course, course.days), course);
    state.at = over && course.again ? startOf(course) : at;
    line.refresh({});
    const day = Math.floor(state.at);
    if (day !== state.day) store.change({ date: isoOf(day) }, "play");
    if (over && !course.again) act.halt();
    else requestAnimationFrame(tick);
  }

  function set(on) {
    state.playing = on;
    if (!on) state.at = null;
    line.parts.play.classList.toggle("on", on);
    line.refresh({ names: true });
  }

  return {
    /** Plays on from the day, or from the start if it stands at the end; pauses if it plays. */
    play() {
      if (state.playing) {
        act.halt();
        return;
      }
      const course = courseOf(line);
      const ahead = course.direction > 0 ? state.day < course.to - 1 : state.day > course.from;
      const inside = state.day >= course.from && state.day < course.to;
      state.at = inside && ahead ? state.day + 0.5 : startOf(course);
      before = performance.now();
      set(true);
      requestAnimationFrame(tick);
    },
    /** Ends playing where it stands. */
    halt() {
      if (!state.playing) return;
      set(false);
      store.change({}, "settle");
    },
    /** Ends playing without a word: another choice follows. */
    stop() {
      if (state.playing) set(false);
    },
  };
}

/* Where playing leads: {from, to} in days, [from, to), the direction, whether it begins again; the
   quiet seconds are spread over `days`. */
function courseOf({ state, model }) {
  const { range, options, day } = state;
  const era = options.loop === "era" ? model.eras[eraAt(model, day)] : null;
  const { startDay, endDay } = era ?? { startDay: Math.ceil(range.from), endDay: Math.floor(range.to) };
  const [from, to] = [startDay, endDay].map((edge) => clamp(edge, model.first, model.last + 1));
  const direction = options.direction === "backwards" ? -1 : 1;
  return { from, to, direction, again: Boolean(era), days: Math.min(range.to - range.from, to - from) };
}

function startOf({ from, to, direction }) {
  return direction > 0 ? from : to - 0.01;
}
