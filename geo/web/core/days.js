/**
 * Days as whole numbers counted from 1 January 1970, without time zones.
 *
 * A day travels as ISO text ("2020-11-25") in the view and in the facts, and is a number wherever
 * days are compared.
 */

const DAY_MS = 86_400_000;
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** The number of the day that ISO text names; the text must be a day. */
export function toDay(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return dayAt(year, month - 1, date);
}

/** The number of the day, or null if the text is not an ISO day that exists. */
export function dayOrNull(text) {
  if (typeof text !== "string" || !ISO.test(text)) return null;
  const day = toDay(text);
  return isoOf(day) === text ? day : null;
}

/** The day as ISO text. */
export function isoOf(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of a year, a month from 0 to 11 and a date; dates beyond the month run on. */
export function dayAt(year, month, date = 1) {
  return Date.UTC(year, month, date) / DAY_MS;
}

/** The day's year, month (0 to 11) and date. */
export function partsOf(day) {
  const at = new Date(day * DAY_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate() };
}

/** The same date `count` months on, or the last day of a shorter month. */
export function addMonths(day, count) {
  const { year, month, date } = partsOf(day);
  return Math.min(dayAt(year, month + count, date), dayAt(year, month + count + 1) - 1);
}

/** The value, moved to the nearest end if it lies outside [low, high]. */
export function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}

/** Index of the last start at or before the day; -1 if all are later. The starts ascend. */
export function lastAtOrBefore(starts, day) {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
