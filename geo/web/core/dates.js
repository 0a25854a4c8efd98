/**
 * Days as people type them, in numbers or with a month's name in any language of the page.
 *
 * It reads what `parse_typed` of geo/typed_dates.py reads: tests/cases/dates.json holds the two together.
 */
import { dayAt, dayOrNull } from "./days.js";
import { fold } from "./fold.js";

const LONGEST = 60;
const SHORTEST_MONTH = 3;
// Words that stand beside the numbers of a date and change nothing, folded.
const IGNORED = new Set(
  "st nd rd th of the ci cu il ilin ilde г год года году թ թվական թվականի թվականին ին".split(" "),
);
const OTHER_DIGIT = /(?![0-9])\p{Nd}/u;
const WORD = /[\p{L}\p{Nl}\p{No}]+/gu;
const BETWEEN = "\\s*[./-]\\s*|\\s+";
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/;
const YEAR_FIRST = new RegExp(`^(\\d{4})(?:(${BETWEEN})(\\d\\d?)(?:(${BETWEEN})(\\d\\d?))?)?$`);
const YEAR_LAST = new RegExp(`^(?:(\\d\\d?)(${BETWEEN}))?(\\d\\d?)(${BETWEEN})(\\d{4})$`);
// With these between the numbers the day comes first: 4.10.1993 is a day of October everywhere.
const DAY_FIRST = [".", ""];

/**
 * All that a typed date can mean: [{startDay, endDay, prec}], one reading, two if ambiguous (the one
 * read day first in front), none if it is no date. Days are [startDay, endDay); a day has precision 1,
 * a month 4, a year 5. `months` holds the folded names of each month (`facts.month_names`).
 */
export function parseTyped(text, months) {
  const plain = text.trim().normalize("NFC");
  if (plain.length > LONGEST || OTHER_DIGIT.test(plain)) return [];
  const words = (plain.match(WORD) ?? []).map(fold).filter((word) => !IGNORED.has(word));
  if (words.length > 1) return [];
  if (words.length) return withMonth(plain.match(/[0-9]+/g) ?? [], monthOf(words[0], months));
  return inNumbers(plain.replace(WORD, " ").trim().replace(/[ .,\-'’]+$/, ""));
}

/** The reading's part inside the records, or null if it lies wholly outside them. */
export function withinRecords(reading, { firstDay, lastDay }) {
  if (reading.endDay <= firstDay || reading.startDay > lastDay) return null;
  return { ...reading, startDay: Math.max(reading.startDay, firstDay), endDay: Math.min(reading.endDay, lastDay + 1) };
}

/* The month, 0 to 11, that the folded word is or alone begins; null if none or several. */
function monthOf(word, months) {
  const having = (test) => months.flatMap((names, month) => (names.some(test) ? [month] : []));
  const exact = having((name) => name === word);
  const found = exact.length || word.length < SHORTEST_MONTH ? exact : having((name) => name.startsWith(word));
  return found.length === 1 ? found[0] : null;
}

function withMonth(numbers, month) {
  const years = numbers.filter((number) => number.length === 4);
  const days = numbers.filter((number) => number.length < 3);
  const complete = years.length === 1 && days.length <= 1 && years.length + days.length === numbers.length;
  return complete && month !== null ? existing(years[0], month + 1, ...days) : [];
}

function inNumbers(text) {
  const compact = COMPACT.exec(text);
  if (compact) return existing(...compact.slice(1));
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, year, before, month, after, date] = yearFirst;
    const alike = after === undefined || before.trim() === after.trim();
    return alike ? existing(...[year, month, date].filter(Boolean)) : [];
  }
  const yearLast = YEAR_LAST.exec(text);
  return yearLast ? withYearLast(...yearLast.slice(1)) : [];
}

function withYearLast(first, between, second, before, year) {
  if (first === undefined) return existing(year, second);
  if (between.trim() !== before.trim()) return [];
  const dayFirst = existing(year, second, first);
  if (DAY_FIRST.includes(between.trim())) return dayFirst;
  const monthFirst = existing(year, first, second);
  return first === second ? dayFirst : [...dayFirst, ...monthFirst];
}

/* The reading in a list; an empty list if there is no such day. */
function existing(year, month = null, date = null) {
  const padded = (part) => String(Number(part ?? 1)).padStart(2, "0");
  const startDay = dayOrNull(`${year}-${padded(month)}-${padded(date)}`);
  if (startDay === null) return [];
  const [y, m] = [Number(year), Number(month)];
  if (date !== null) return lasting(startDay, startDay + 1, 1);
  return month === null ? lasting(startDay, dayAt(y + 1, 0), 5) : lasting(startDay, dayAt(y, m), 4);
}

function lasting(startDay, endDay, prec) {
  return endDay <= dayAt(9999, 11, 31) ? [{ startDay, endDay, prec }] : [];
}
