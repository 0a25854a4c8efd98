// A day as a reader types it: year first, day first with dots, or with a month's name in any of
// the page's languages. What could be two days is none.

/** The typed day, for a month or a year alone its first; null if there is no such day. */
function typedDay(text, monthNames) {
  const numbers = text.match(/\d+/g) ?? [];
  const names = folded(text).match(/\p{L}{3,}/gu) ?? [];
  if (names.length > 1 || numbers.length > 3) return null;
  if (names.length) return withName(numbers, monthNumber(names[0], monthNames));
  return inNumbers(text);
}

function inNumbers(text) {
  const yearFirst = /^\s*(\d{4})(?:\D?(\d{1,2})(?:\D?(\d{1,2}))?)?\D*$/.exec(text);
  if (yearFirst) return dayOrNull(...yearFirst.slice(1));
  const dayFirst = /^\s*(\d{1,2})([./\s-]+)(\d{1,2})\2(\d{4})\D*$/.exec(text);
  if (!dayFirst) return null;
  const [, date, between, month, year] = dayFirst;
  // 4/10/1993 is April to some and October to others; 4.10.1993 is not.
  return between.includes("/") && Number(date) <= 12 && date !== month ? null : dayOrNull(year, month, date);
}

function withName(numbers, month) {
  const years = numbers.filter((number) => number.length === 4);
  const dates = numbers.filter((number) => number.length < 3);
  if (month === null || years.length !== 1 || dates.length > 1) return null;
  return dayOrNull(years[0], month + 1, dates[0]);
}

function dayOrNull(year, month = 1, date = 1) {
  const [y, m, d] = [year, month, date].map(Number);
  const day = dayAt(y, m - 1, d);
  const parts = partsOf(day);
  return parts.year === y && parts.month === m - 1 && parts.date === d ? day : null;
}

/** The month whose name this is, or begins with it alone; null if none or several do. */
function monthNumber(name, monthNames) {
  const months = monthNames.map((names) => names.map(folded));
  const exact = months.findIndex((names) => names.includes(name));
  if (exact >= 0) return exact;
  const begun = months.flatMap((names, month) => names.some((full) => full.startsWith(name)) ? [month] : []);
  return begun.length === 1 ? begun[0] : null;
}

/** Small letters without their marks: İyun and iyun, Й and и are typed either way. */
function folded(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ı", "i");
}
