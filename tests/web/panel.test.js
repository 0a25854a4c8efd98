/** The panel's own rules, without a page. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { statusText } from "../../geo/web/panel/held.js";
import { namesByLanguage } from "../../geo/web/panel/region.js";
import { toyFacts, toyStore } from "./toy_facts.js";

const NAMES = { und: ["?"], ru: ["Юг"], hy: ["Հարավ", "Հրվ"], en: ["South"], "hy-Latn": ["Harav"], ka: ["სამხრეთი"] };

test("a region's names stand by language, in the order of their codes, in each script", () => {
  const { store } = toyStore();
  assert.deepEqual(namesByLanguage(store, NAMES).map(({ title, code, text }) => [title, code, text]), [
    ["English", "en", "South"],
    ["Armenian", "hy", "Հարավ · Հրվ"],
    ["Armenian, in Latin letters", "hy-Latn", "Harav"],
    ["Russian", "ru", "Юг"],
  ]);
});

test("names in a further language of the atlas are shown, under its own name", () => {
  const languages = [...toyFacts().languages, { code: "ka", name: "ქართული" }];
  const { store } = toyStore("", toyFacts({ languages }));
  assert.deepEqual(namesByLanguage(store, NAMES).at(-1), { title: "ქართული", code: "ka", text: "სამხრეთი" });
});

test("a status is told since its first day, though the certainty changed after", () => {
  const period = (start, status, index) => ({ start, status, index, holder: "red", prec: 1 });
  const unit = { periods: [period("2000-01-01", "held", 0), period("2001-02-01", "contested", 1), period("2001-03-01", "contested", 2)] };
  const { words } = toyStore().store;
  assert.deepEqual(unit.periods.map((one) => statusText(words, unit, one)), [
    "", "contested since 1 February 2001", "contested since 1 February 2001",
  ]);
});
