// Days as whole numbers from 1 January 1970, without time zones: to ISO, to words, by months.

const DAY_MS = 86400000;

function isoOf(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function dayOf(iso) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso ?? "") ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? null : time / DAY_MS;
}

function dayAt(year, month, date = 1) {
  return Date.UTC(year, month, date) / DAY_MS;
}

function partsOf(day) {
  const at = new Date(day * DAY_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate() };
}

/** The same date `count` months on, or the last day of a shorter month. */
function addMonths(day, count) {
  const { year, month, date } = partsOf(day);
  return Math.min(dayAt(year, month + count, date), dayAt(year, month + count + 1) - 1);
}

function inWords(day, words) {
  const { year, month, date } = partsOf(day);
  return filled(words.day_pattern, { day: date, month: words.months[month], year });
}

/** Both in words with a dash between, or one where they are alike. */
function daysWords(first, last, words) {
  return first === last ? first : filled(words.period, { first, last });
}

function filled(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}
