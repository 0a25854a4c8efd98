/**
 * The facts that all instruments share: fetched once a language, unpacked, made ready for look-up.
 *
 * geo/web/facts.py writes three files: shapes (of all languages), facts (what the first picture
 * needs) and texts (summaries, notes, sources, settlements: what a reader meets behind a click).
 */
import { toDay } from "./days.js";

const GZIP = [0x1f, 0x8b];

/** The JSON of a served file, unpacked if it is gzip; an Error that names the file if it did not load. */
export async function fetchJson(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The atlas's facts did not load: ${answer.url} gave ${answer.status}.`);
  return unpackJson(new Uint8Array(await answer.arrayBuffer()));
}

/** The JSON that an element of a saved page holds as base64 of gzip. */
export async function embeddedJson(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The saved page has no element "${id}", which would hold the atlas's facts.`);
  return unpackJson(Uint8Array.from(atob(element.textContent.trim()), (letter) => letter.charCodeAt(0)));
}

/** The JSON in bytes, gzip or plain. */
async function unpackJson(bytes) {
  const packed = bytes[0] === GZIP[0] && bytes[1] === GZIP[1];
  if (!packed) return JSON.parse(new TextDecoder().decode(bytes));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

/** The facts with days as numbers and look-ups by id; changes and returns what it is given. */
export function prepareFacts(facts) {
  facts.firstDay = toDay(facts.first);
  facts.lastDay = toDay(facts.last);
  facts.units.forEach((unit) => prepareUnit(unit));
  facts.eras.forEach((era) => prepareEra(era, facts.lastDay));
  for (const record of [...facts.events, ...facts.excerpts]) prepareDays(record);
  facts.regionById = byId(facts.regions);
  facts.unitById = byId(facts.units);
  facts.eventById = byId(facts.events);
  facts.eraById = byId(facts.eras);
  return facts;
}

function prepareUnit(unit) {
  unit.periods.forEach((period, index) => {
    const before = unit.periods[index - 1];
    period.startDay = toDay(period.start);
    period.endDay = period.end ? toDay(period.end) : Infinity;
    period.index = index;
    period.runStart = before?.holder === period.holder ? before.runStart : index;
  });
  unit.starts = unit.periods.map(({ startDay }) => startDay);
}

/* An era is [startDay, endDay); one that is still open ends with the records. */
function prepareEra(era, lastDay) {
  era.startDay = toDay(era.start);
  era.endDay = era.end ? toDay(era.end) : lastDay + 1;
}

function prepareDays(record) {
  record.startDay = toDay(record.start);
  record.endDay = toDay(record.end);
}

function byId(records) {
  return new Map(records.map((record) => [record.id, record]));
}
