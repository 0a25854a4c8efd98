// Reads {facts, queries} and writes what the browser's modules find for each view, as test_on_day.py compares it.
import { readFileSync } from "node:fs";

import { areaByHolder, changesBetween, regionOf, snapshotOf } from "../../geo/web/core/control.js";
import { toDay } from "../../geo/web/core/days.js";
import { prepareFacts } from "../../geo/web/core/facts.js";
import { queryFromView, viewFromQuery } from "../../geo/web/core/view.js";

const given = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const facts = prepareFacts(given.facts);
const ids = (records) => records.map(({ id }) => id);

function answer(query) {
  const view = viewFromQuery(new URLSearchParams(query).toString(), facts);
  const snapshot = snapshotOf(facts, view);
  const held = [...snapshot.units];
  const areas = areaByHolder([...snapshot.units.values()]);
  return {
    query: Object.fromEntries(new URLSearchParams(queryFromView(view, facts))),
    units: Object.fromEntries(held.map(([id, { period, run }]) => [
      id,
      [period.holder, period.status, period.start, period.end, run.start, period.certainty, period.sources],
    ])),
    events: ids(snapshot.events),
    excerpts: ids(snapshot.excerpts),
    km2: Object.fromEntries(areas.map(({ holder, km2 }) => [holder, km2])),
    region: view.region === null ? null : regionAnswer(snapshot, view.region),
    changes: view.compare === null ? [] : changeAnswer([view.date, view.compare].sort()),
  };
}

function regionAnswer(snapshot, id) {
  const { region, events, excerpts, otherExcerpts, earlier, later } = regionOf(facts, snapshot, id);
  return {
    units: region.units,
    events: ids(events),
    excerpts: ids(excerpts),
    other: ids(otherExcerpts),
    earlier: earlier?.id ?? null,
    later: later?.id ?? null,
  };
}

function changeAnswer([first, last]) {
  return changesBetween(facts, toDay(first), toDay(last)).map(({ unit, period }) => [
    unit.id, period.start, period.holder, period.status,
  ]);
}

process.stdout.write(JSON.stringify(given.queries.map(answer)));
