/** The timeline's rules: steps of events, ticks of the axis, labels of eras, pace of play, counts, shares. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { isoOf, toDay } from "../../geo/web/core/days.js";
import { axisTicks } from "../../geo/web/timeline/axis.js";
import { eventsAt, eventsOn, neighbour } from "../../geo/web/timeline/event_steps.js";
import { binned, controlSteps, createModel, eraAt, sharesOn } from "../../geo/web/timeline/model.js";
import { advanced, paceOf } from "../../geo/web/timeline/pace.js";
import { calendarStarts, fitted, moved, pixelOf, zoomed } from "../../geo/web/timeline/scale.js";
import { spread } from "../../geo/web/timeline/spread.js";
import { toyFacts } from "./toy_facts.js";

const MODEL = createModel(toyFacts());
const MONTHS = toyFacts().months.short;
const letters = (text) => text.length * 7;

/* A model of events only: [id, day, importance, regions]. */
function modelOf(rows) {
  const events = rows.map(([id, start, importance = 5, regions = []]) => ({
    id, start, end: start, from: start, to: start, prec: 1, importance, regions, title: id,
  }));
  return { events, byId: new Map(events.map((event) => [event.id, event])) };
}

/* The ids that stepping from the state passes. */
function walk(model, { day, event = null, region = null, steps = "region" }, direction) {
  const ids = [];
  let state = { day, event, region, options: { steps } };
  for (let next = neighbour(model, state, direction); next; next = neighbour(model, state, direction)) {
    ids.push(next.id);
    state = { ...state, day: next.start, event: next.id };
  }
  return ids.join(" ");
}

test("events that end before the records are left out, the others stand by day, then id", () => {
  assert.deepEqual(MODEL.events.map(({ id }) => id), ["a", "b", "ba", "c", "d", "e", "f"]);
});

for (const [state, direction, ids] of [
  [{ day: 0 }, 1, "a b c d"],
  [{ day: 9 }, -1, "c b a"],
  [{ day: 2, event: "b" }, 1, "c d"],
  [{ day: 2 }, 1, "d"],
  [{ day: 2, event: "c" }, -1, "b a"],
]) {
  test(`events of one day come one after the other: ${JSON.stringify(state)} ${direction}`, () => {
    const model = modelOf([["a", 1], ["b", 2], ["c", 2], ["d", 9]]);
    assert.equal(walk(model, state, direction), ids);
  });
}

for (const [steps, region, ids] of [
  ["region", null, "a b ba c d e f"],
  ["region", "west", "a c d"],
  ["region", "east", "b ba c f"],
  ["region", "far", ""],
  ["all", "east", "a b ba c d e f"],
  ["main", null, "a c e f"],
  ["main", "east", "a c e f"],
]) {
  test(`stepping through ${steps} with ${region} selected passes ${ids}`, () => {
    assert.equal(walk(MODEL, { day: MODEL.first, region, steps }, 1), ids);
  });
}

for (const [day, event, region, ids] of [
  ["2001-04-20", null, null, "c ba"],
  ["2001-04-20", null, "west", "c ba"],
  ["2001-04-20", null, "far", "c ba"],
  ["2001-04-20", "ba", null, "ba c"],
  ["2001-06-30", "d", null, "d"],
  ["2001-06-02", null, null, ""],
]) {
  test(`the headline of ${day} with ${event} and ${region}: ${ids}`, () => {
    const found = eventsOn(MODEL, { day: toDay(day), event, region, options: { steps: "region" } });
    assert.equal(found.map(({ id }) => id).join(" "), ids);
  });
}

test("near a place the nearest event is picked, then one to step through, then the weightier", () => {
  const model = modelOf([["far", 10], ["light", 50, 1], ["heavy", 50, 5], ["here", 50, 2, ["west"]]]);
  const state = { range: { from: 0, to: 100 }, width: 1000, region: "west", options: { steps: "region" } };
  assert.deepEqual(eventsAt(model, state, 505, 5).map(({ id }) => id), ["here", "heavy", "light"]);
  assert.deepEqual(eventsAt(model, state, 300, 5), []);
});

test("labels of the axis never touch, whatever is shown, and the first says month and year", () => {
  const [first, last] = [toDay("1988-01-01"), toDay("2026-02-17")];
  for (const width of [340, 700, 1400]) {
    for (let days = 12; days < last - first; days = Math.round(days * 1.37)) {
      for (let from = first + 0.3; from + days < last + 500; from += days * 0.83) {
        const range = { from, to: from + days };
        const ticks = axisTicks({ range, width, last }, MONTHS, letters);
        const labels = ticks.filter(({ text }) => text).sort((a, b) => a.left - b.left);
        labels.slice(1).forEach((tick, index) => {
          const before = labels[index];
          assert.ok(tick.left >= before.right + 4, `${before.text} | ${tick.text} over ${days} days on ${width} px`);
        });
        if (ticks.length && width > 400) assert.ok(labels.some(({ text }) => /\d{4}/.test(text)), `no year over ${days} days`);
      }
    }
  }
});

test("10 March 1993 and the 12th do not collide", () => {
  const range = { from: toDay("1993-03-10"), to: toDay("1993-04-05") };
  const ticks = axisTicks({ range, width: 900, last: toDay("2026-02-17") }, MONTHS, letters);
  assert.deepEqual(ticks.slice(0, 3).map(({ text }) => text), ["10 Mar 1993", "", "14"]);
});

for (const [centres, lefts] of [
  [[100, 300], [80, 280]],
  [[100, 110], [63, 107]],
  [[0, 1000], [0, 460]],
  [[495, 497], [416, 460]],
]) {
  test(`labels at ${centres} stand at ${lefts}`, () => assert.deepEqual(spread(centres, [40, 40], 500, 4), lefts));
}

test("labels stay in order, apart and inside", () => {
  const widths = [80, 40, 120, 60, 60];
  const lefts = spread([10, 12, 14, 480, 480], widths, 500, 4);
  lefts.forEach((left, index) => assert.ok(left >= 0 && left + widths[index] <= 500.01));
  lefts.slice(1).forEach((left, index) => assert.ok(left >= lefts[index] + widths[index] + 3.99));
});

/* The days that play shows, frame by frame, over the course. */
function played(model, course, { speed = 1, frame = 1 / 60 } = {}) {
  const pace = paceOf(model, course, course.to - course.from);
  const days = [];
  let at = course.direction > 0 ? course.from : course.to - 0.01;
  for (let frames = 1; frames < 100_000; frames += 1) {
    const next = advanced(at, frame * speed, pace, course);
    at = next.at;
    days.push(Math.floor(at));
    if (next.over) return { days, seconds: frames * frame };
  }
  throw new Error("play never ends");
}

const WAR = { first: toDay("2020-09-27"), last: toDay("2020-11-10") };
const LONG = { from: toDay("1988-01-01"), to: toDay("2026-02-18") };
const CHANGES = [toDay("1993-04-05"), ...Array.from({ length: 15 }, (_, index) => WAR.first + index * 3)];
const EVENTS = Array.from({ length: 45 }, (_, index) => WAR.first + index);

for (const speed of [0.5, 1, 2, 4]) {
  for (const direction of [1, -1]) {
    test(`at speed ${speed}, direction ${direction}, play shows every change of control`, () => {
      const { days } = played({ changeDays: CHANGES, eventDays: EVENTS }, { ...LONG, direction }, { speed });
      const shown = new Set(days);
      assert.deepEqual(CHANGES.filter((day) => !shown.has(day)), []);
      assert.deepEqual(days, [...days].sort((a, b) => (a - b) * direction));
    });
  }
}

test("a slow frame passes no change of control either", () => {
  const many = Array.from({ length: 400 }, (_, index) => LONG.from + 1 + index * 3);
  for (const direction of [1, -1]) {
    const { days } = played({ changeDays: many, eventDays: [] }, { ...LONG, direction }, { frame: 0.1, speed: 4 });
    assert.deepEqual(many.filter((day) => !days.includes(day)), []);
  }
});

test("over all years the 44 days take seconds, the quiet years about as long as before", () => {
  const { days, seconds } = played({ changeDays: CHANGES, eventDays: EVENTS }, { ...LONG, direction: 1 });
  const war = days.filter((day) => day >= WAR.first && day <= WAR.last).length / 60;
  assert.ok(war > 8 && war < 14, `${war} s`);
  assert.ok(seconds > 25 && seconds < 45, `${seconds} s`);
});

test("ten thousand days with events do not make play endless", () => {
  const every = Array.from({ length: 10_000 }, (_, index) => LONG.from + index);
  assert.ok(played({ changeDays: every, eventDays: every }, { ...LONG, direction: 1 }).seconds < 200);
});

test("control is shared by area, equal steps joined", () => {
  const text = ({ start, shares }) => `${isoOf(start)} ${shares.map((each) => `${each.holder} ${each.status} ${each.share}`).join(", ")}`;
  assert.deepEqual(controlSteps(MODEL, "east").map(text), ["2000-01-01 red held 1"]);
  assert.deepEqual(controlSteps(MODEL, "west").map(text), [
    "2000-01-01 red held 1",
    "2001-06-01 red contested 0.25, red held 0.75",
    "2001-07-01 blue held 1",
  ]);
  assert.deepEqual(controlSteps(MODEL, "far"), []);
});

test("steps of control tile the records and add up to the whole", () => {
  for (const region of [null, "west", "east"]) {
    const steps = controlSteps(MODEL, region);
    assert.equal(steps[0].start, MODEL.first);
    assert.equal(steps.at(-1).end, MODEL.last + 1);
    steps.slice(1).forEach(({ start }, index) => assert.equal(start, steps[index].end));
    for (const { shares } of steps) assert.ok(Math.abs(shares.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-9);
  }
  assert.deepEqual(sharesOn(MODEL, "west", toDay("2001-06-10")), [{ holder: "red", share: 1 }]);
});

test("days of change and of events are those inside the records", () => {
  assert.deepEqual(MODEL.changeDays.map(isoOf), ["2001-06-01", "2001-07-01"]);
  assert.equal(MODEL.eventDays.length, 6);
});

for (const [start, end, prec, force, unsure] of [
  [1, 1, 1, [0, 1, 0], [0, 0, 0]],
  [0, 2, 1, [1, 1, 1], [0, 0, 0]],
  [1, 1, 4, [0, 1, 0], [0, 0, 0]],
  [0, 1, 4, [0, 0, 0], [1, 1, 0]],
]) {
  test(`an event from ${start} to ${end} of precision ${prec} counts in each bar it lasts into`, () => {
    const model = { first: 0, last: 2, events: [{ from: start, to: end, prec, group: 0 }], groups: ["force"], bins: new Map() };
    const counts = binned(model, { unit: "day", step: 1 });
    assert.deepEqual([[...counts.groups[0]], [...counts.unsure]], [force, unsure]);
  });
}

for (const [day, era] of [["2000-01-01", 0], ["2000-12-31", 0], ["2001-01-01", 1], ["2003-12-31", 2]]) {
  test(`${day} is in era ${era}`, () => assert.equal(eraAt(MODEL, toDay(day)), era));
}

test("the range stays inside the whole, no shorter than twelve days, its day in place", () => {
  const whole = { from: 0, to: 1000 };
  assert.deepEqual(fitted({ from: -50, to: 50 }, whole), { from: 0, to: 100 });
  assert.deepEqual(fitted({ from: 10, to: 11 }, whole), { from: 10, to: 22 });
  assert.deepEqual(moved({ from: 900, to: 990 }, 50, whole), { from: 910, to: 1000 });
  const range = zoomed({ from: 0, to: 1000 }, 0.5, 250, whole);
  assert.equal(pixelOf(250, range, 100), 25);
});

test("steps of the calendar start where months do", () => {
  const starts = calendarStarts(toDay("2000-01-27"), toDay("2000-02-12"), { unit: "day", step: 5 });
  assert.deepEqual(starts.map(isoOf), ["2000-02-01", "2000-02-05", "2000-02-10"]);
});
