// Typed dates: a day, a month or a year, in numbers or with a month's name of any of the languages.
// In numbers the year stands first or last, and the day before the month where it stands last.

const DAY_WORDS = ["st", "nd", "rd", "th"];
const YEAR_WORDS = ["թ", "թվականի", "թվականին", "г", "год", "года", "году", "ci", "cu", "il", "ilin", "ilde"];
const SILENT = new Set([...DAY_WORDS, ...YEAR_WORDS]);

/** {day: ISO, prec: "day", "month" or "year"} of the first day meant; null if it is no date. */
function typedDate(typed, months) {
  const tokens = foldedWords(typed).flatMap((word) => word.match(/\d+|\D+/g));
  const numbers = tokens.filter((token) => /^\d+$/.test(token));
  const words = tokens.filter((token) => !/^\d+$/.test(token) && !SILENT.has(token));
  if (words.length > 1 || tokens.length > 6) return null;
  return words.length ? withMonth(numbers, monthOf(words[0], months)) : inNumbers(numbers);
}

/** The month, 1 to 12, that a word of at least three letters begins or is; null if none or several. */
function monthOf(word, months) {
  const exact = months.findIndex((names) => names.includes(word));
  if (exact >= 0) return exact + 1;
  const begun = months.flatMap((names, index) =>
    word.length >= 3 && names.some((name) => name.startsWith(word)) ? [index + 1] : []);
  return begun.length === 1 ? begun[0] : null;
}

function withMonth(numbers, month) {
  const years = numbers.filter((number) => number.length === 4);
  const days = numbers.filter((number) => number.length < 3);
  if (!month || years.length !== 1 || days.length > 1 || years.length + days.length !== numbers.length) return null;
  return dated(years[0], month, days[0]);
}

function inNumbers(numbers) {
  const [first] = numbers;
  const last = numbers.at(-1);
  const others = numbers.length > 1 && numbers.slice(1, -1);
  if (numbers.length === 1) return first.length === 4 ? dated(first) : null;
  if (numbers.length > 3 || (others && others.some((number) => number.length > 2))) return null;
  if (first?.length === 4 && last.length < 3) return dated(...numbers);
  return last?.length === 4 && first.length < 3 ? dated(...numbers.toReversed()) : null;
}

function dated(year, month, date) {
  const day = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(date ?? 1));
  const at = new Date(day);
  const real = at.getUTCMonth() === Number(month ?? 1) - 1 && at.getUTCDate() === Number(date ?? 1);
  if (!real) return null;
  return { day: at.toISOString().slice(0, 10), prec: date ? "day" : month ? "month" : "year" };
}

/** The date in words, no finer than it was typed. */
function dateInWords({ day, prec }, { after_day: afterDay, alone }) {
  const [year, month, date] = day.split("-").map(Number);
  if (prec === "year") return String(year);
  return prec === "month" ? `${alone[month - 1]} ${year}` : `${date} ${afterDay[month - 1]} ${year}`;
}

/** The date cut to the records; null if it lies wholly outside them. */
function dateWithin({ day, prec }, { first, last }) {
  const cut = { day: 10, month: 7, year: 4 }[prec];
  if (day.slice(0, cut) < first.slice(0, cut) || day > last) return null;
  return { day: day < first ? first : day, prec };
}
