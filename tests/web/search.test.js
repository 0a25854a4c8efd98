/** What the search finds, and what it forgives. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { searchEntries } from "../../geo/web/search/entries.js";
import { findIn, oneSlip, readSpellings } from "../../geo/web/search/match.js";
import { toyStore } from "./toy_facts.js";

const { store } = toyStore();
const early = searchEntries(store);
await null;
const ENTRIES = searchEntries(store);

/* Kind, id and matched spelling of every row, best first. */
function found(typed, entries = ENTRIES) {
  return findIn(entries, typed).hits.map(({ entry, name }) => `${entry.kind} ${entry.id} ${name}`);
}

for (const [one, other, like] of [
  ["kelbajar", "kalbajar", true],
  ["kalbaja", "kalbajar", true],
  ["kalbajarr", "kalbajar", true],
  ["kablajar", "kalbajar", true],
  ["kalbajar", "kalbajar", true],
  ["kablajra", "kalbajar", false],
  ["kalba", "kalbajar", false],
  ["baklajar", "kalbajar", false],
  ["kaxyajar", "kalbajar", false],
]) {
  test(`${one} ${like ? "is" : "is not"} one slip from ${other}`, () => assert.equal(oneSlip(one, other), like));
}

for (const [typed, first] of [
  ["west", "region west West District"],
  ["Qərb", "region west Qərb rayonu"],
  ["qerb", "region west Qərb rayonu"],
  ["Արևմուտք", "region west Արևմուտք"],
  ["sharq", "region east Sharq"],
  ["vesttaun", "place westtown Vesttaun"],
  ["hilltop", "settlement hilltop Hilltop"],
  ["hilltpo", "settlement hilltop Hilltop"],
  ["lostham", "settlement nowhere Lostham"],
  ["calm", "era calm Calm"],
  ["small talk", "event ba Small talk"],
  ["talk small", "event ba Small talk"],
]) {
  test(`${typed} finds ${first}`, () => assert.equal(found(typed)[0], first));
}

for (const typed of ["", "  ", "-", "xyzzy", "<b>xyzzy</b>", "west xyzzy"]) {
  test(`${JSON.stringify(typed)} finds nothing`, () => assert.deepEqual(found(typed), []));
}

test("before the texts have come, names and events are found, villages are not", () => {
  assert.equal(found("west", early)[0], "region west West District");
  assert.deepEqual(found("hilltop", early), []);
});

test("a village without a point goes to its district and says so", () => {
  const entry = ENTRIES.find(({ id }) => id === "nowhere");
  assert.deepEqual([entry.at, entry.zoom, entry.districtOnly], [[40, 47], 9, "East District"]);
  assert.equal(ENTRIES.find(({ id }) => id === "hilltop").districtOnly, null);
});

test("of an event the type and the day are told, of a place where it lies", () => {
  const what = (id) => ENTRIES.find((entry) => entry.id === id).what;
  assert.equal(what("ba"), "Talk · 20 April 2001");
  assert.equal(what("d"), "Battle · June 2001");
  assert.equal(what("westtown"), "town in West District");
  assert.equal(what("change"), "era · 1 January – 31 December 2001");
});

test("only events with a point are flown to", () => {
  const at = (id) => ENTRIES.find((entry) => entry.id === id).at;
  assert.deepEqual([at("c"), at("ba")], [[40.1, 46.1], undefined]);
});

test("rows are few and the rest is counted; the weighty event stands before the others", () => {
  const entries = Array.from({ length: 20 }, (_, index) => ({ kind: "event", id: index, spellings: readSpellings([`Battle ${index}`]) }));
  const { hits, total } = findIn(entries, "battle");
  assert.deepEqual([hits.length, total, hits[0].entry.id], [8, 20, 0]);
});

test("in each alphabet its own order", () => {
  const labels = ENTRIES.filter(({ kind }) => kind === "region").map(({ label }) => label);
  assert.deepEqual(labels, ["East District", "Far Province", "West District"]);
});

test("a place of the name stands before its district, unless the district is called after the place", () => {
  const entry = (kind, id, names, further, regions) => ({ kind, id, spellings: readSpellings(names, further), regions });
  const entries = [
    entry("region", "khojavend", ["Khojavend District"], ["Hadrut"]),
    entry("region", "kalbajar", ["Kalbajar District"], ["Kalbajar", "Karvachar"]),
    entry("place", "hadrut", ["Hadrut"], [], ["khojavend"]),
    entry("place", "kalbajar-town", ["Kalbajar", "Karvachar"], [], ["kalbajar"]),
  ];
  const found = (typed) => findIn(entries, typed).hits.map(({ entry: { id } }) => id);
  assert.deepEqual(found("Hadrut"), ["hadrut", "khojavend"]);
  for (const name of ["Kalbajar", "Karvachar"]) assert.deepEqual(found(name), ["kalbajar", "kalbajar-town"]);
});

test("a place with one slip is found although letters of an event's title happen to fit", () => {
  const entries = [
    { kind: "place", id: "shusha", spellings: readSpellings(["Shusha"]) },
    { kind: "event", id: "return", spellings: readSpellings(["Families return to Shusha and Sus"]) },
  ];
  assert.deepEqual(findIn(entries, "Shushaa").hits.map(({ entry: { id } }) => id), ["shusha", "return"]);
});
