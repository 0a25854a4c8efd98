/** The core's rules: what Python and JavaScript must agree on runs the tables of tests/cases. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { parseTyped, withinRecords } from "../../geo/web/core/dates.js";
import { addMonths, dayOrNull, isoOf, lastAtOrBefore, toDay } from "../../geo/web/core/days.js";
import { fold, foldedWords } from "../../geo/web/core/fold.js";
import { followLanguage } from "../../geo/web/core/loader.js";
import { nameOrder } from "../../geo/web/core/sort.js";
import { createStore } from "../../geo/web/core/store.js";
import { parseWindow, windowSpan } from "../../geo/web/core/window.js";
import { createWords, fillIn, pluralIndex } from "../../geo/web/core/words.js";
import { cases, table, toyFacts, toyStore } from "./toy_facts.js";

for (const { text, fold: folded } of cases("folding")) {
  test(`${JSON.stringify(text)} folds to ${folded}`, () => {
    assert.equal(fold(text), folded);
    assert.equal(foldedWords(text).join(""), folded);
  });
}

for (const { text, start, end, prec, ambiguous } of cases("dates")) {
  test(`typed date ${JSON.stringify(text).slice(0, 40)}`, () => {
    const readings = parseTyped(text, toyFacts().month_names);
    const days = ambiguous ?? (start ? [start] : []);
    assert.deepEqual(readings.map(({ startDay }) => isoOf(startDay)), days);
    if (start) assert.deepEqual(readings[0], { startDay: toDay(start), endDay: toDay(end), prec });
  });
}

for (const [start, end, within] of [
  ["2000-01-01", "2000-01-02", "2000-01-01"],
  ["1999-12-31", "2000-01-01", null],
  ["1999-12-01", "2000-02-01", "2000-01-01"],
  ["2003-12-31", "2004-01-01", "2003-12-31"],
  ["2004-01-01", "2005-01-01", null],
]) {
  test(`a reading from ${start} to ${end} goes to ${within}`, () => {
    const reading = withinRecords({ startDay: toDay(start), endDay: toDay(end), prec: 1 }, toyFacts());
    assert.equal(reading && isoOf(reading.startDay), within);
  });
}

for (const { text, day, start, end, none } of cases("windows")) {
  test(`window ${JSON.stringify(text).slice(0, 40)} on ${day}`, () => {
    const window = parseWindow(text);
    if (none) return assert.equal(window, null);
    const { first, last } = windowSpan(window, toDay(day), toDay("1988-01-01"));
    return assert.deepEqual([isoOf(first), isoOf(last + 1)], [start, end]);
  });
}

const PO = (lang) => readFileSync(new URL(`../../geo/language/${lang}.po`, import.meta.url), "utf-8");
const AROUND = { en: "around {}", az: "təxminən {}", hy: "մոտավորապես {}", ru: "около {}" };

for (const { first, last, prec, lang, text } of cases("date_labels")) {
  test(`${first} to ${last} of precision ${prec} in ${lang}: ${text}`, () => {
    const words = createWords(toyFacts({ lang, months: monthsOf(lang), around: AROUND[lang] }));
    assert.equal(words.days(first, { last, prec }), text);
    assert.equal(words.days(toDay(first), { last: toDay(last), prec }), text);
  });
}

for (const { lang, number, form } of cases("plurals")) {
  test(`${number} in ${lang} takes form ${form}`, () => assert.equal(pluralIndex(pluralDigits(lang), number), form));
}

/* The month names that the browser is sent come from the same library as Python's; here from Intl. */
function monthsOf(lang) {
  const names = (options, pick) => Array.from({ length: 12 }, (_, month) =>
    pick(new Intl.DateTimeFormat(lang, { timeZone: "UTC", ...options }).formatToParts(Date.UTC(2000, month, 5))));
  const month = (parts) => parts.find(({ type }) => type === "month").value;
  return { after_day: names({ day: "numeric", month: "long" }, month), alone: names({ month: "long" }, month) };
}

/* As geo/language writes them: the catalogue's own rule, a digit for each number from 0 to 199. */
function pluralDigits(lang) {
  const rule = lang === "en" ? "n != 1" : /plural=([^;]+);/.exec(PO(lang))[1];
  const form = new Function("n", `return Number(${rule});`);
  return Array.from({ length: 200 }, (_, number) => form(number)).join("");
}

for (const [number, text] of [[3, "3"], [0.12, "0,12"], [4.2, "4,2"], [12345.5, "12.345,5"], [1e6, "1.000.000"]]) {
  test(`${number} is written ${text}`, () => {
    const words = createWords(toyFacts({ numbers: { group: ".", decimal: ",", percent: "{} %" } }));
    assert.equal(words.exact(number), text);
  });
}

for (const [start, prec, text] of [
  ["2000-01-01", 1, "since before 1 January 2000, when the records begin"],
  ["1999-05-05", 1, "since before 1 January 2000, when the records begin"],
  ["2001-06-01", 4, "since June 2001"],
]) {
  test(`${start} of precision ${prec}: ${text}`, () => assert.equal(createWords(toyFacts()).since({ start, prec }), text));
}

test("a title is English, unless a reader wrote it; on an English page nothing is said of it", () => {
  const lang = (page, own) => createWords(toyFacts({ lang: page })).titleLang({ own });
  assert.deepEqual([lang("ru", false), lang("ru", true), lang("en", false)], ["en", null, null]);
});

for (const [day, months, expected] of [
  ["2001-01-31", 1, "2001-02-28"],
  ["2000-01-31", 1, "2000-02-29"],
  ["2001-03-31", -1, "2001-02-28"],
  ["2000-12-15", 1, "2001-01-15"],
]) {
  test(`${months} month from ${day} is ${expected}`, () => assert.equal(isoOf(addMonths(toDay(day), months)), expected));
}

for (const text of ["2001-02-29", "2001-2-3", "soon", "", null, "20010203"]) {
  test(`${JSON.stringify(text)} is no ISO day`, () => assert.equal(dayOrNull(text), null));
}

test("the last start at or before a day", () => {
  assert.deepEqual([0, 1, 2, 5, 9].map((day) => lastAtOrBefore([1, 3, 5], day)), [-1, 0, 0, 2, 2]);
});

test("a place without a value stays", () => assert.equal(fillIn("{a} and {b}", { a: 1 }), "1 and {b}"));

test("a change names how it was made and tells only what is new", () => {
  const { store, changes } = toyStore();
  assert.equal(store.change({ date: "2001-04-01" }, "drag"), true);
  assert.equal(store.change({ date: "2001-04-01" }, "drag"), false);
  store.change({}, "settle");
  assert.deepEqual(changes.map(({ how, date }) => [how, date]), [["drag", "2001-04-01"], ["settle", "2001-04-01"]]);
});

test("another day selects no event, a day outside becomes the nearest", () => {
  const { store } = toyStore("event=c");
  assert.equal(store.view.event, "c");
  store.change({ date: "2010-01-01" });
  assert.deepEqual([store.view.date, store.view.event], ["2003-12-31", null]);
});

test("the map is asked to fly by those who have no map", () => {
  const { store } = toyStore();
  const flights = [];
  const stop = store.onFly((target) => flights.push(target));
  store.fly({ lat: 40, lon: 46, zoom: 9 });
  stop();
  store.fly({ lat: 1, lon: 1, zoom: 1 });
  assert.deepEqual(flights, [{ lat: 40, lon: 46, zoom: 9 }]);
});

test("one listener that fails does not silence the others", (context) => {
  const { store, changes } = toyStore();
  const failures = [];
  globalThis.reportError = ({ message }) => failures.push(message);
  context.after(() => delete globalThis.reportError);
  const stop = store.subscribe(() => { throw new Error("broken"); });
  store.subscribe(({ how }) => failures.push(how));
  store.change({ date: "2001-04-01" });
  stop();
  store.change({ date: "2001-04-02" });
  assert.deepEqual([failures, changes.length], [["broken", "step", "step"], 2]);
});

test("later texts are told of, also when they do not load", async () => {
  const { store, changes } = toyStore();
  await null;
  assert.deepEqual([changes.at(-1).how, store.texts.settlements.length], ["texts", 2]);
  store.useFacts(toyFacts(), Promise.reject(new Error("away")));
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual([store.texts, store.textsError.message, changes.at(-1).how], [null, "away", "texts"]);
});

for (const { lang, sorted } of cases("sorting")) {
  test(`names stand in the alphabet of ${lang}`, () => {
    const { alphabets } = table("sorting");
    assert.deepEqual([...sorted].reverse().sort(nameOrder(alphabets[lang])), sorted);
  });
}

test("a language whose facts do not come leaves the view in the one that is there", async () => {
  const store = createStore(toyFacts(), "lang=en");
  const away = new Error("the server is away");
  const asked = Promise.reject(away);
  const warned = [];
  const { warn } = console;
  console.warn = (error) => warned.push(error);
  followLanguage(store, { facts: () => asked, texts: () => asked });
  store.change({ lang: "ru" });
  await new Promise((done) => setTimeout(done));
  console.warn = warn;
  assert.deepEqual([store.view.lang, warned], ["en", [away]]);
});
