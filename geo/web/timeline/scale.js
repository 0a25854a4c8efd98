/**
 * The visible range of days and its width in pixels: zooming, moving, steps of the calendar.
 *
 * A range is {from, to} in days, [from, to); a day is a column, shown by its middle.
 */
import { clamp, dayAt, partsOf } from "../core/days.js";

const SHORTEST_DAYS = 12;
const BIN_PX = 2.2;

/** The steps of the histogram's bins, finest first. */
export const BINS = [
  { unit: "day", step: 1, days: 1 },
  { unit: "week", step: 1, days: 7 },
  { unit: "month", step: 1, days: 30.4 },
  { unit: "month", step: 3, days: 91 },
  { unit: "year", step: 1, days: 365 },
];

/** Pixels from the track's left end to the day. */
export function pixelOf(day, range, width) {
  return ((day - range.from) / (range.to - range.from)) * width;
}

/** The day, with its fraction, at that many pixels. */
export function dayUnder(x, range, width) {
  return range.from + (x / width) * (range.to - range.from);
}

/** The day under x, x moved inside the track. */
export function dayInside(x, { range, width }) {
  return dayUnder(clamp(x, 0, width - 0.01), range, width);
}

/** The range inside `full`, no shorter than SHORTEST_DAYS, moved rather than cut. */
export function fitted(range, full) {
  const span = clamp(range.to - range.from, SHORTEST_DAYS, full.to - full.from);
  const from = clamp(range.from, full.from, full.to - span);
  return { from, to: from + span };
}

/** The range with `factor` times its span, `day` staying where it is on the screen. */
export function zoomed(range, factor, day, full) {
  const span = clamp((range.to - range.from) * factor, SHORTEST_DAYS, full.to - full.from);
  const share = (day - range.from) / (range.to - range.from);
  return fitted({ from: day - share * span, to: day + (1 - share) * span }, full);
}

/** The range so many days later. */
export function moved(range, days, full) {
  return fitted({ from: range.from + days, to: range.to + days }, full);
}

/** True if the two ranges are alike to half a day. */
export function isSameRange(range, other) {
  return Math.abs(range.from - other.from) + Math.abs(range.to - other.to) < 0.5;
}

/** The era over the whole width, with a little of what is around it. */
export function eraRange({ startDay, endDay }, full) {
  const margin = Math.max(1, (endDay - startDay) * 0.04);
  return fitted({ from: startDay - margin, to: endDay + margin }, full);
}

/** Days inside [from, to) on which a step of the calendar starts. */
export function calendarStarts(from, to, { unit, step }) {
  const days = [];
  let day = stepStart(Math.ceil(from), unit, step);
  if (day < from) day = nextStart(day, unit, step);
  for (; day < to; day = nextStart(day, unit, step)) days.push(day);
  return days;
}

/** The first day of the calendar's step that holds the day. */
export function stepStart(day, unit, step) {
  const { year, month, date } = partsOf(day);
  if (unit === "year") return dayAt(Math.floor(year / step) * step, 0);
  if (unit === "month") return dayAt(year, Math.floor(month / step) * step);
  if (unit === "week") return day - ((((day + 3) % 7) + 7) % 7);
  return dayAt(year, month, clamp(Math.floor(date / step) * step, 1, 31));
}

/** The first day of the step after the one that starts on the day. */
export function nextStart(day, unit, step) {
  const { year, month, date } = partsOf(day);
  if (unit === "year") return dayAt(year + step, 0);
  if (unit === "month") return dayAt(year, month + step);
  if (unit === "week") return day + 7;
  const next = Math.floor(date / step) * step + step;
  const nextMonth = dayAt(year, month + 1);
  // The last step of a month is dropped where it would crowd the first of the next.
  return dayAt(year, month, next) > nextMonth - step / 2 ? nextMonth : dayAt(year, month, next);
}

/** The step of the histogram's bins: the finest that is at least BIN_PX wide. */
export function binGrain(range, width) {
  const days = (BIN_PX / width) * (range.to - range.from);
  return finestStep(BINS, days);
}

/** The first of the steps, finest first, that is at least so many days long; the longest where none is. */
export function finestStep(steps, days) {
  return steps.find((step) => step.days >= days) ?? steps[steps.length - 1];
}
