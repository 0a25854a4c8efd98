/**
 * The window: which days of events count beside a day, in the text form of geo/when.py.
 *
 * `30` (so many days up to and with the day), `all` (all so far) or `2020-09-27..2020-11-09`
 * (two days, both inclusive).
 */
import { clamp, dayOrNull, isoOf } from "./days.js";

const DAYS = /^[1-9]\d{0,4}$/;
// With all so far, what is older than this fades no further.
const FADING_DAYS = 730;

/** {text, fixed: true, first, last}, or {text, fixed: false, days}; null if the text is no window. */
export function parseWindow(text) {
  const [from, to, more] = String(text).trim().split("..");
  if (to !== undefined) {
    const [first, last] = [dayOrNull(from), dayOrNull(to)];
    const right = more === undefined && first !== null && last !== null && first <= last;
    return right ? { text: `${from}..${to}`, fixed: true, first, last } : null;
  }
  if (from === "all") return { text: from, fixed: false, days: Infinity };
  return DAYS.test(from) ? { text: from, fixed: false, days: Number(from) } : null;
}

/** The text of the window from one day to the other, both inclusive, in any order. */
export function fixedWindow(one, other) {
  return `${isoOf(Math.min(one, other))}..${isoOf(Math.max(one, other))}`;
}

/**
 * {first, last, at, reach} of the window beside the day: both ends inclusive, all so far beginning
 * with `begin`; an event's age is counted from `at` and is complete at `reach` days.
 */
export function windowSpan(window, day, begin) {
  if (window.fixed) {
    const { first, last } = window;
    return { first, last, at: clamp(day, first, last), reach: last - first + 1 };
  }
  if (window.days === Infinity) return { first: Math.min(begin, day), last: day, at: day, reach: FADING_DAYS };
  return { first: day - window.days + 1, last: day, at: day, reach: window.days };
}

/** How far [from, to] lies from the span's day, 0 (on it) to 1 (as far as the window reaches). */
export function ageIn({ at, reach }, from, to) {
  const days = Math.max(0, at - to, from - at);
  return Math.min(1, days / reach);
}
