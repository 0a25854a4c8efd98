/** The panel's own rules, without a page. */
import assert from "node:assert/strict";
import { test } from "node:test";

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
