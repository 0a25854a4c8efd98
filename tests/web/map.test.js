/** The map's own rules, without a map: clusters, names, clicks, rows of the list, what the tooltip says. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { statusStart } from "../../geo/web/core/control.js";
import { createClusters, mercatorX, mercatorY } from "../../geo/web/map/cluster.js";
import { choiceFor, eventChoice, isClickable, nextRegion, offersList } from "../../geo/web/map/choice.js";
import { listRows } from "../../geo/web/map/event_list.js";
import { boxesBeside, isWithin, layOut, overlap } from "../../geo/web/map/label_layout.js";
import { changeWithin } from "../../geo/web/map/units.js";

const VIEW = { scale: 1000, left: 0, top: 0, width: 1000, height: 1000 };

/* Points in pixels of VIEW -> the clusters as [lead, count] and each point's cluster. */
function gathered(points, { live = points.map((_, index) => index), strength = () => 1 } = {}) {
  const column = (axis) => Float64Array.from(points, (point) => point[axis] / VIEW.scale);
  const clusters = createClusters(column(0), column(1))(Int32Array.from(live), live.length, strength, VIEW);
  const leads = Array.from({ length: clusters.number }, (_, index) => [clusters.lead[index], clusters.count[index]]);
  return { leads, of: [...clusters.of], clusters };
}

const CLUSTERS = [
  ["far points stand alone", [[100, 100], [130, 100]], [[0, 1], [1, 1]]],
  ["near points share a symbol, the first leads", [[100, 100], [109, 109], [112, 100]], [[0, 3]]],
  ["nearness is measured from the leader, not along a chain", [[100, 100], [114, 100], [128, 100]], [[0, 2], [2, 1]]],
  ["also across the cells of the grid", [[44, 44], [46, 46]], [[0, 2]]],
  ["a point outside the canvas is in none", [[100, 100], [-1, 5], [1000, 5]], [[0, 1]]],
  ["no points, no clusters", [], []],
];

for (const [name, points, expected] of CLUSTERS) {
  test(`clusters: ${name}`, () => assert.deepEqual(gathered(points).leads, expected));
}

test("clusters: the order of the live points says who leads, and the strongest lends its strength", () => {
  const { leads, clusters } = gathered([[100, 100], [104, 100]], { live: [1, 0], strength: (index) => [0.9, 0.4][index] });
  assert.deepEqual(leads, [[1, 2]]);
  assert.equal(clusters.alpha[0].toFixed(1), "0.9");
});

test("clusters: ten thousand points in one view are gathered without new arrays", () => {
  const points = Array.from({ length: 10_000 }, (_, index) => [(index * 97) % 1000, (index * 61) % 1000]);
  const column = (axis) => Float64Array.from(points, (point) => point[axis] / VIEW.scale);
  const gather = createClusters(column(0), column(1));
  const live = Int32Array.from(points, (_, index) => index);
  const first = gather(live, live.length, () => 1, VIEW);
  const arrays = { ...first };
  const again = gather(live, live.length, () => 1, VIEW);
  assert.equal(again, first);
  for (const [key, array] of Object.entries(arrays)) if (key !== "number") assert.equal(again[key], array);
});

test("Web Mercator of size 1 has its middle at 0, 0", () => {
  assert.equal(mercatorX(0), 0.5);
  assert.equal(mercatorY(0), 0.5);
  assert.ok(mercatorY(40) < 0.5);
});

const FRAME = { left: 0, top: 0, width: 400, height: 300 };
const NO_SYMBOLS = { number: 0, left: [], top: [], right: [], bottom: [] };
const name = (x, y, more = {}) => ({ point: { x, y }, size: { width: 60, height: 12 }, town: true, spot: 0, ...more });
const symbols = (...boxes) => ({
  number: boxes.length,
  left: boxes.map(([x, , radius]) => x - radius),
  right: boxes.map(([x, , radius]) => x + radius),
  top: boxes.map(([, y, radius]) => y - radius),
  bottom: boxes.map(([, y, radius]) => y + radius),
});

test("names: a town's stands at the right of its dot", () => {
  assert.deepEqual(layOut([name(100, 100)], FRAME, [], NO_SYMBOLS), [boxesBeside({ x: 100, y: 100 }, { width: 60, height: 12 })[0]]);
});

test("names: near the frame's edge it stands at the left, and none is cut", () => {
  const [box] = layOut([name(380, 100)], FRAME, [], NO_SYMBOLS);
  assert.ok(isWithin(box, FRAME));
  assert.ok(box.left + box.width <= 380);
});

test("names: the lighter one gives way, and one without room is left out", () => {
  const [heavy, light] = layOut([name(100, 100), name(104, 100)], FRAME, [], NO_SYMBOLS);
  assert.equal(heavy.left, 114);
  assert.ok(!overlap(heavy, light));
  const controls = [{ left: 0, top: 0, width: 400, height: 300 }];
  assert.deepEqual(layOut([name(100, 100)], FRAME, controls, NO_SYMBOLS), [null]);
});

test("names: none lies under a symbol or beyond the frame", () => {
  const covering = symbols([140, 100, 12], [60, 100, 12], [100, 125, 8]);
  const [box, gone] = layOut([name(100, 100), name(500, 100)], FRAME, [], covering);
  for (let index = 0; index < covering.number; index += 1) {
    const apart =
      covering.left[index] >= box.left + box.width || covering.right[index] <= box.left ||
      covering.top[index] >= box.top + box.height || covering.bottom[index] <= box.top;
    assert.ok(apart);
  }
  assert.equal(gone, null);
});

test("names: one that has moved stays until its place is covered", () => {
  const town = name(100, 100);
  const [moved] = layOut([town], FRAME, [], symbols([140, 100, 12]));
  assert.deepEqual(layOut([town], FRAME, [], NO_SYMBOLS), [moved]);
  assert.notDeepEqual(layOut([town], FRAME, [], symbols([moved.left + 30, moved.top + 6, 8])), [moved]);
});

const FACTS = { first: "1988-01-01", last: "2026-02-17" };
const now = (view = {}, last = null) => ({ view: { date: "2020-11-25", region: null, event: null, ...view }, facts: FACTS, last });
const unit = { kind: "unit", id: "W", regions: ["west", "whole"] };
const town = { kind: "place", id: "place town", regions: ["west"] };
const event = (id, start = "2020-11-20", regions = ["west", "whole"]) => ({ id, start, regions });
const events = (place, ...list) => ({ kind: "events", id: list[0].id, events: list, place });

const CHOICES = [
  ["nothing is there", null, now({ region: "west" }), { region: null }],
  ["a unit", unit, now(), { region: "west" }],
  ["a unit, whatever was selected", unit, now({ region: "whole" }), { region: "west" }],
  ["the same unit again goes on", unit, now({ region: "west" }, "W"), { region: "whole" }],
  ["and round", unit, now({ region: "whole" }, "W"), { region: "west" }],
  ["another unit begins anew", unit, now({ region: "west" }, "M"), { region: "west" }],
  ["a line takes the ground below", { kind: "line", id: "front", under: unit }, now(), { region: "west" }],
  ["a line alone leaves the region", { kind: "line", id: "front", under: null }, now({ region: "west" }), { region: "west" }],
  ["a town", town, now(), { region: "west" }],
  ["one event", events(null, event("e")), now(), { region: "west", date: "2020-11-20", event: "e" }],
  ["several events leave the view", events(null, event("e"), event("f")), now({ region: "east" }), { region: "east" }],
  ["an event on a town selects the town", events(town, event("e")), now(), { region: "west" }],
];

for (const [title, target, state, expected] of CHOICES) {
  test(`a click: ${title}`, () => assert.deepEqual(choiceFor(target, state), expected));
}

const DAYS = [
  ["its first day", event("e"), "2020-11-20"],
  ["the first of the records", event("e", "1987-10-18"), "1988-01-01"],
  ["the last of the records", event("e", "2030-01-01"), "2026-02-17"],
];

for (const [title, one, date] of DAYS) {
  test(`an event goes to ${title}`, () => assert.equal(eventChoice(one, now()).date, date));
}

test("an event keeps the selected region if it is one of its own", () => {
  assert.equal(eventChoice(event("e"), now({ region: "whole" })).region, "whole");
  assert.equal(eventChoice(event("e"), now({ region: "east" })).region, "west");
  assert.equal(eventChoice(event("e", "2020-11-20", []), now({ region: "east" })).region, "east");
});

const CLICKABLE = [
  ["nothing", null, now({ region: "west" }), false],
  ["a unit", unit, now(), true],
  ["the selected region's only ground", town, now({ region: "west" }, town.id), false],
  ["the selected unit, which goes on", unit, now({ region: "west" }, "W"), true],
  ["several events", events(null, event("e"), event("f")), now(), true],
  ["a line without ground", { kind: "line", id: "front", under: null }, now(), false],
];

for (const [title, target, state, expected] of CLICKABLE) {
  test(`a hand: ${title}`, () => assert.equal(isClickable(target, state), expected));
}

test("a list is offered of several events, and of one where the click selects a town", () => {
  assert.ok(offersList(events(null, event("e"), event("f"))));
  assert.ok(offersList(events(town, event("e"))));
  assert.ok(!offersList(events(null, event("e"))));
  assert.ok(!offersList(unit));
});

test("a place with one region has no next one", () => assert.equal(nextRegion(town, now({ region: "west" }, town.id)), undefined));

test("the list keeps the events' order and says where a row moves the day", () => {
  const rows = listRows([event("b", "2020-11-20"), event("a", "2020-11-25"), event("c", "1987-01-01")], now());
  assert.deepEqual(
    rows.map((row) => [row.event.id, row.moves]),
    [["b", "2020-11-20"], ["a", null], ["c", "1988-01-01"]],
  );
});

/* Periods as [holder, status], with their indexes. */
const periods = (...list) => list.map(([holder, status], index) => ({ holder, status, index }));

test("a status began with the first of the periods alike in holder and status", () => {
  const held = { periods: periods(["a", "held"], ["b", "partly"], ["b", "held"], ["b", "held"], ["a", "held"]) };
  assert.deepEqual(held.periods.map((period) => statusStart(held, period).index), [0, 1, 2, 2, 4]);
});

const CHANGES = [
  ["in the span", [10, 40], 1],
  ["on its first day", [20, 40], 1],
  ["before it", [21, 29], -1],
  ["another status of the same holder is none", [30, 40], -1],
  ["the last of two", [10, 60], 3],
  ["the beginning of the records is none", [0, 10], -1],
];

for (const [title, [first, last], expected] of CHANGES) {
  test(`changed hands: ${title}`, () => {
    const starts = [0, 20, 30, 50];
    const held = { starts, periods: periods(["a", "held"], ["b", "held"], ["b", "partly"], ["a", "held"]) };
    assert.equal(changeWithin(held, { first, last }), expected);
  });
}
