// The window of days whose events count, in its one text form: 30, all, 2020-09-27..2020-11-09.

const OPEN_WINDOW = "30";

/** What the text names: {text, fixed} with {from, to} where the range is fixed, else {days}. */
function windowOf(text) {
  const [from, to] = String(text).split("..").map(dayOf);
  if (from !== null && to >= from) return { text, fixed: true, from, to };
  return { text, fixed: false, days: text === "all" ? Infinity : Math.max(1, Number(text) || 1) };
}

function fixedWindow(from, to) {
  return windowOf(`${isoOf(from)}..${isoOf(to)}`);
}

/** Its first and last day, both inclusive, beside the day. */
function daysOf(window, day, first) {
  if (window.fixed) return window;
  return { from: Math.max(first, day - window.days + 1), to: day };
}
