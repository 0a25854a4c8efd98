/** Dates along the axis: where a step of the calendar starts, and which of their labels have room. */
import { partsOf } from "../core/days.js";
import { calendarStarts, finestStep, pixelOf } from "./scale.js";

const LABEL_PX = 54;
const GAP_PX = 10;
const CALENDAR = [
  { unit: "day", step: 1, days: 1 },
  { unit: "day", step: 2, days: 2 },
  { unit: "day", step: 5, days: 5 },
  { unit: "day", step: 10, days: 10 },
  { unit: "month", step: 1, days: 30.4 },
  { unit: "month", step: 3, days: 91 },
  { unit: "month", step: 6, days: 183 },
  { unit: "year", step: 1, days: 365 },
  { unit: "year", step: 2, days: 731 },
  { unit: "year", step: 5, days: 1826 },
  { unit: "year", step: 10, days: 3652 },
];

/**
 * Ticks of the axis up to the last day: {x, text, left, major}, `text` empty where its label has no room.
 * `left` is the label's left edge; `months` are short names; `measure(text)` gives a label's pixels.
 */
export function axisTicks({ range, width, last }, months, measure) {
  const days = (LABEL_PX / width) * (range.to - range.from);
  const grain = finestStep(CALENDAR, days);
  const starts = calendarStarts(range.from, Math.min(range.to, last + 1), grain);
  const place = (day, opening) => placed(axisLabel(day, grain.unit, opening, months), pixelOf(day, range, width), width, measure);
  const ticks = starts.map((day) => place(day, false));
  const opening = openingIndex(starts, ticks, place);
  if (opening >= 0) ticks[opening] = place(starts[opening], true);
  return withRoom(ticks, opening, width);
}

/* The first tick carries month and year, unless it would cover a major one, which then does. */
function openingIndex(starts, ticks, place) {
  if (!starts.length) return -1;
  const first = place(starts[0], true);
  const covered = ticks.findIndex((tick, index) => index > 0 && tick.major && overlap(first, tick));
  return Math.max(covered, 0);
}

function axisLabel(day, unit, opening, months) {
  const { year, month, date } = partsOf(day);
  const name = months[month];
  if (unit === "year") return { text: String(year), major: true };
  if (unit === "month") {
    if (month === 0) return { text: String(year), major: true };
    return { text: opening ? `${name} ${year}` : name, major: false };
  }
  const first = date === 1;
  if (opening) return { text: `${date} ${name} ${year}`, major: first };
  return { text: first ? `1 ${name}` : String(date), major: first };
}

/* The label under its tick, moved in from the left end. */
function placed({ text, major }, x, width, measure) {
  const room = measure(text);
  const left = Math.max(x - room / 2, 0);
  return { x, text, major, left, right: left + room };
}

/* The ticks; of labels that overlap the opening one stays, else a major one, else the first. */
function withRoom(ticks, opening, width) {
  const weight = (index) => (index === opening ? 2 : Number(ticks[index].major));
  const order = ticks.map((_, index) => index).sort((a, b) => weight(b) - weight(a) || a - b);
  const shown = [];
  for (const index of order) {
    const tick = ticks[index];
    if (tick.right <= width + GAP_PX && !shown.some((other) => overlap(tick, other))) shown.push(tick);
  }
  return ticks.map((tick) => (shown.includes(tick) ? tick : { ...tick, text: "" }));
}

function overlap(one, other) {
  return one.left < other.right + GAP_PX && other.left < one.right + GAP_PX;
}
