// The visible range of days and its width in pixels: zoom, pan, calendar ticks and bins.
// A range is {from, to} in days, [from, to); a day is a column, shown by its middle.

const SHORTEST = 12;
const LABEL_PX = 54;
const BIN_PX = 2.2;
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
const BINS = [
  { unit: "day", step: 1, days: 1 },
  { unit: "week", step: 1, days: 7 },
  { unit: "month", step: 1, days: 30.4 },
  { unit: "month", step: 3, days: 91 },
  { unit: "year", step: 1, days: 365 },
];

function pixelOf(day, range, width) {
  return ((day - range.from) / (range.to - range.from)) * width;
}

function dayUnder(x, range, width) {
  return range.from + (x / width) * (range.to - range.from);
}

/** The range inside `whole`, no shorter than SHORTEST days, moved rather than cut. */
function fitted(range, whole) {
  const span = clamp(range.to - range.from, SHORTEST, whole.to - whole.from);
  const from = clamp(range.from, whole.from, whole.to - span);
  return { from, to: from + span };
}

/** The range with `factor` times its span, `day` staying where it is on the screen. */
function zoomed(range, factor, day, whole) {
  const span = clamp((range.to - range.from) * factor, SHORTEST, whole.to - whole.from);
  const share = (day - range.from) / (range.to - range.from);
  return fitted({ from: day - share * span, to: day + (1 - share) * span }, whole);
}

function moved(range, days, whole) {
  return fitted({ from: range.from + days, to: range.to + days }, whole);
}

function isSame(range, other) {
  return Math.abs(range.from - other.from) + Math.abs(range.to - other.to) < 0.5;
}

/** Label positions of the axis: {day, text, major}, at least LABEL_PX apart. */
function axisTicks(range, width, words) {
  const days = (LABEL_PX / width) * (range.to - range.from);
  const grain = CALENDAR.find((candidate) => candidate.days >= days) ?? CALENDAR.at(-1);
  const starts = calendarStarts(range.from, range.to, grain);
  return starts.map((day, index) => axisLabel(day, grain.unit, index === 0, words));
}

function axisLabel(day, unit, opening, words) {
  const { year, month, date } = partsOf(day);
  const name = words.months_short[month];
  if (unit === "year") return { day, text: String(year), major: true };
  if (unit === "month") {
    if (month === 0) return { day, text: String(year), major: true };
    return { day, text: opening ? `${name} ${year}` : name, major: false };
  }
  if (opening) return { day, text: `${date} ${name} ${year}`, major: false };
  return date === 1 ? { day, text: `1 ${name}`, major: true } : { day, text: `${date}`, major: false };
}

/** Days inside [from, to) on which a calendar step of the grain starts. */
function calendarStarts(from, to, { unit, step }) {
  const days = [];
  let day = stepStart(Math.ceil(from), unit, step);
  if (day < from) day = nextStart(day, unit, step);
  for (; day < to; day = nextStart(day, unit, step)) days.push(day);
  return days;
}

function stepStart(day, unit, step) {
  const { year, month, date } = partsOf(day);
  if (unit === "year") return dayAt(Math.floor(year / step) * step, 0);
  if (unit === "month") return dayAt(year, Math.floor(month / step) * step);
  if (unit === "week") return day - ((day + 3) % 7 + 7) % 7;
  return dayAt(year, month, clamp(Math.floor(date / step) * step, 1, 31));
}

function nextStart(day, unit, step) {
  const { year, month, date } = partsOf(day);
  if (unit === "year") return dayAt(year + step, 0);
  if (unit === "month") return dayAt(year, month + step);
  if (unit === "week") return day + 7;
  const next = Math.floor(date / step) * step + step;
  const month1 = dayAt(year, month + 1);
  // The last step of a month is dropped where it would crowd the first of the next.
  return dayAt(year, month, next) > month1 - step / 2 ? month1 : dayAt(year, month, next);
}

/** The calendar step of the histogram's bins: the finest that is at least BIN_PX wide. */
function binGrain(range, width) {
  const days = (BIN_PX / width) * (range.to - range.from);
  return BINS.find((candidate) => candidate.days >= days) ?? BINS.at(-1);
}

/** Left edges of labels of the given widths, in order, near their centres, none overlapping. */
function spread(centres, widths, room, gap) {
  const groups = [];
  centres.forEach((centre, index) => {
    let group = { members: [index], width: widths[index], left: centre - widths[index] / 2 };
    group.left = clamp(group.left, 0, Math.max(0, room - group.width));
    while (groups.length && groups.at(-1).left + groups.at(-1).width + gap > group.left) {
      group = merged(groups.pop(), group, room, gap);
    }
    groups.push(group);
  });
  const lefts = [];
  for (const { members, left } of groups) {
    let x = left;
    for (const index of members) {
      lefts[index] = x;
      x += widths[index] + gap;
    }
  }
  return lefts;
}

function merged(before, after, room, gap) {
  const width = before.width + gap + after.width;
  const [a, b] = [before.members.length, after.members.length];
  const left = (before.left * a + (after.left - before.width - gap) * b) / (a + b);
  const members = [...before.members, ...after.members];
  return { members, width, left: clamp(left, 0, Math.max(0, room - width)) };
}
