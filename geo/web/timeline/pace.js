/**
 * How fast play runs: through quiet years quickly, slower where something happens, so that whatever
 * part of the time is shown, the reader sees every change of control.
 */
import { clamp } from "../core/days.js";

// What is shown takes so long at speed 1 where nothing happens.
const QUIET_SECONDS = 20;
// A day of change, and one with an event, is seen for so long, unless there are too many of them.
const CHANGE_SECONDS = 0.45;
const EVENT_SECONDS = 0.14;
const MOST_CHANGE_SECONDS = 40;
const MOST_EVENT_SECONDS = 30;

/**
 * The pace of play over [from, to): {secondsOf(day), isChange(day)}. `days` is how many the quiet
 * seconds are spread over.
 */
export function paceOf({ changeDays, eventDays }, { from, to }, days) {
  const quiet = QUIET_SECONDS / days;
  const inside = (day) => day >= from && day < to;
  const [changes, events] = [new Set(changeDays.filter(inside)), new Set(eventDays.filter(inside))];
  const perChange = Math.min(CHANGE_SECONDS, MOST_CHANGE_SECONDS / Math.max(changes.size, 1));
  const perEvent = Math.min(EVENT_SECONDS, MOST_EVENT_SECONDS / Math.max(events.size, 1));
  return {
    secondsOf: (day) => Math.max(quiet, changes.has(day) ? perChange : 0, events.has(day) ? perEvent : 0),
    isChange: (day) => changes.has(day),
  };
}

/**
 * Where play stands after the seconds: {at, over}. `at` is the day with its fraction, inside [from, to);
 * `over` is true past the end. It never passes a day of change within one call.
 */
export function advanced(at, seconds, pace, { from, to, direction }) {
  let [now, left] = [at, seconds];
  while (left > 0) {
    const day = dayOn(now, direction);
    const edge = direction > 0 ? day + 1 : day;
    const needed = Math.abs(edge - now) * pace.secondsOf(day);
    if (needed > left) return { at: now + (direction * left) / pace.secondsOf(day), over: false };
    left -= needed;
    now = edge;
    if (direction > 0 ? now >= to : now <= from) return { at: clamp(now, from, to - 0.01), over: true };
    if (pace.isChange(dayOn(now, direction))) break;
  }
  return { at: direction > 0 ? now : now - 1e-6, over: false };
}

/* The day that play is in; going backwards a whole number is the end of the day before. */
function dayOn(at, direction) {
  return direction > 0 ? Math.floor(at) : Math.ceil(at) - 1;
}
