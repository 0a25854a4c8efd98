/* The window of days beside a day: `30`, `all` or `2020-09-27..2020-11-09` (geo/when.py), as days. */
import { toDay } from "./days.js";

const DAYS = 30;
// with all so far, what is older than this fades no further
const LONG = 730;

/** {first, last, at, reach}: both ends inclusive; age is counted from `at` and complete at `reach` days. */
export function spanOf(text, day) {
  const fixed = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(text);
  if (fixed) {
    const [first, last] = fixed.slice(1).map(toDay);
    return { first, last, at: Math.min(Math.max(day, first), last), reach: last - first + 1 };
  }
  if (text === "all") return { first: -Infinity, last: day, at: day, reach: LONG };
  const days = Number(text) > 0 ? Number(text) : DAYS;
  return { first: day - days + 1, last: day, at: day, reach: days };
}

/** How far [from, to] lies from the day, 0 (on it) to 1 (as far as the window reaches). */
export function ageIn(span, from, to) {
  const away = Math.max(0, span.at - to, from - span.at);
  return Math.min(1, away / span.reach);
}
