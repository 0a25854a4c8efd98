/** A day that the reader types, or the sentence that says what to write instead. */
import { parseTyped, withinRecords } from "./dates.js";

/**
 * {day} for a text that means one day of the records, else {problem}: what is none, or could be two.
 *
 * A month or a year means its first day.
 */
export function readTypedDay(text, { facts, words }) {
  const readings = parseTyped(text, facts.month_names).map((reading) => withinRecords(reading, facts)).filter(Boolean);
  if (readings.length === 1) return { day: readings[0].startDay };
  return { problem: readings.length ? ambiguousText(words, readings) : limitsText(words, facts) };
}

function limitsText(words, { firstDay, lastDay }) {
  const limits = { first: words.days(firstDay), last: words.days(lastDay) };
  return words.say("Choose a day from {first} to {last}, written like 1993-04-10 or 10 April 1993.", limits);
}

function ambiguousText(words, readings) {
  const [one, other] = readings.map(({ startDay }) => words.days(startDay));
  return words.say("This may mean {one} or {other}: write the month as a word.", { one, other });
}
