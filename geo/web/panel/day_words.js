/** A day in sentences: who held how much and where, what is contested, the changes before and after it. */
import { areaByHolder, changesBetween } from "../core/control.js";
import { spanDays } from "./event.js";
import { holderText } from "./held.js";

const FORMER_OBLAST = "former_oblast";

/** The day, a sentence or two for each holder, then what is contested and what changed next to it. */
export function dayInWords(store) {
  return [...holderSentences(store), ...partlySentences(store), ...changeSentences(store), eventSentence(store)];
}

function holderSentences(store) {
  const { words } = store;
  const units = [...store.snapshot().units.values()];
  return areaByHolder(units).map(({ holder, km2 }) => {
    const number = units.filter(({ period }) => period.holder === holder).length;
    const values = { holder: words.holder(holder), km2: words.figure(km2), where: placesOf(store, holder) };
    return heldSentence(words, holder, number, values);
  });
}

function heldSentence(words, holder, number, values) {
  if (holder === "contested") {
    return words.count(
      "{number} unit was contested ({km2} km²): {where}.",
      "{number} units were contested ({km2} km²): {where}.",
      number,
      values,
    );
  }
  if (holder === "russian_peacekeepers") {
    return words.count(
      "{number} unit ({km2} km²) was in the zone of the {holder}: {where}.",
      "{number} units ({km2} km²) were in the zone of the {holder}: {where}.",
      number,
      values,
    );
  }
  return words.count(
    "{holder} held {number} unit ({km2} km²): {where}.",
    "{holder} held {number} units ({km2} km²): {where}.",
    number,
    values,
  );
}

/* The districts that the holder had, whole ones first, each list in the alphabet of its names. */
function placesOf(store, holder) {
  const { words, facts } = store;
  const { units } = store.snapshot();
  /** @type {string[][]} */
  const [whole, part] = [[], []];
  for (const region of facts.regions.filter(({ kind }) => kind !== FORMER_OBLAST)) {
    const held = region.units.map((id) => units.get(id).period.holder === holder);
    if (held.some(Boolean)) (held.every(Boolean) ? whole : part).push(words.name(region.name));
  }
  const list = (names) => names.sort(words.compare).join(", ");
  const parts = [];
  if (whole.length) parts.push(words.say("all of {names}", { names: list(whole) }));
  if (part.length) parts.push(words.say("part of {names}", { names: list(part) }));
  return parts.join("; ");
}

function partlySentences(store) {
  const { words } = store;
  const names = [...store.snapshot().units.values()]
    .filter(({ period }) => period.status === "partly_contested")
    .map(({ unit }) => words.name(unit.name))
    .sort(words.compare);
  if (!names.length) return [];
  return [words.count(
    "A minority part of {number} unit was held by the other side: {names}.",
    "A minority part of {number} units was held by the other side: {names}.",
    names.length,
    { names: names.join(", ") },
  )];
}

/* The last changes up to the day and the first after it. */
function changeSentences(store) {
  const { words, facts } = store;
  const { day } = store.snapshot();
  const before = changesBetween(facts, facts.firstDay, day);
  const after = changesBetween(facts, day, facts.lastDay);
  const sameDay = (changes, { period }) => changes.filter((change) => change.period.start === period.start);
  const earlier = before.length
    ? words.say("The last change of control: {changes}.", { changes: changeText(store, sameDay(before, before.at(-1))) })
    : words.say("Before this day the records hold no change of control.");
  const later = after.length
    ? words.say("The next change of control: {changes}.", { changes: changeText(store, sameDay(after, after[0])) })
    : words.say("After this day the records, which end on {day}, hold no change of control.", { day: words.days(facts.last) });
  return [earlier, later];
}

/* Changes of one day: the day as well as it is known, then each unit, whose it was and became. */
function changeText({ words }, changes) {
  const byDay = new Map();
  for (const { unit, before, period } of changes) {
    const day = words.days(period.start, { prec: period.prec });
    const text = `${words.name(unit.name)} (${holderText(words, before)} → ${holderText(words, period)})`;
    byDay.set(day, [...(byDay.get(day) ?? []), text]);
  }
  return [...byDay].map(([day, texts]) => `${day}, ${texts.join(", ")}`).join("; ");
}

function eventSentence(store) {
  const { words } = store;
  const { events } = store.snapshot();
  const days = spanDays(store);
  if (!events.length) {
    return words.say("{days}: the records hold no event. That is not a statement that nothing happened.", { days });
  }
  const [newest] = events;
  return words.count(
    "{days}: the records hold {number} event, “{title}” ({day}).",
    "{days}: the records hold {number} events, the latest “{title}” ({day}).",
    events.length,
    { days, title: newest.title, day: words.when(newest) },
  );
}
