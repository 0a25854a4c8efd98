/** What a stranger reads first: what this is, the day, the place, who held it, where to begin. */
import { regionOf } from "../core/control.js";
import { h } from "../core/dom.js";
import { holderText, sinceText } from "./held.js";
import { mountReading } from "./reading.js";

const MOST_WAYS = 3;
// The eras with most events of this importance or more are those to begin with.
const WEIGHTY = 4;

/** Mounts the opening lines; returns {unmount}. */
export function mountOpening(element, store) {
  const begin = onceFor(store, ways);
  const reading = mountReading(element, store, () => opening(store, begin()), { name: "opening", uses: ["date", "region"] });
  reading.body.addEventListener("click", ({ target }) => {
    const { era, find } = target.closest?.("button")?.dataset ?? {};
    if (era) beginWith(store, era);
    if (find !== undefined) store.find();
  });
  return reading;
}

/* The era's first day, all of its places, and its days at full width. */
function beginWith(store, era) {
  store.change({ date: store.facts.eraById.get(era).start, region: null });
  store.showEra(era);
}

/* What follows from the facts alone, made again only for other facts. */
function onceFor(store, make) {
  let made = { facts: null, nodes: [] };
  return () => {
    if (made.facts !== store.facts) made = { facts: store.facts, nodes: make(store).flat() };
    return made.nodes;
  };
}

function opening(store, begin) {
  const { words, facts } = store;
  const lead = words.say(
    "Who held what in and around Nagorno-Karabakh on each day from {first} to {last}, what happened there, and who says so.",
    { first: words.days(facts.first, { prec: 5 }), last: words.days(facts.last, { prec: 5 }) },
  );
  return [
    h("p", { class: "lead" }, lead),
    h(
      "div",
      { class: "line" },
      h("p", { class: "today" }, daySentence(store)),
      h("p", { class: "ways" }, h("span", {}, words.say("Begin with:")), begin),
    ),
  ];
}

/** "25 November 2020, Kalbajar District: held by Azerbaijan since 25 November 2020." */
function daySentence(store) {
  const { words, view, facts } = store;
  const day = h("strong", {}, words.days(view.date));
  if (view.region === null) return [day, ": ", words.say("all regions.")];
  const { region, units } = regionOf(facts, store.snapshot(), view.region);
  const name = h("strong", {}, words.name(region.name));
  return [day, ", ", name, ": ", heldText(store, units)];
}

function heldText(store, units) {
  const { words } = store;
  if (!units.length) return words.say("no data on who held it.");
  const holders = new Set(units.map(({ period }) => `${period.holder} ${period.status}`));
  const runs = new Set(units.map(({ run }) => run.start));
  const [{ period, run }] = units;
  if (holders.size > 1) return words.say("held in parts by {names}.", { names: holderNames(words, units) });
  const holder = holderText(words, period);
  if (runs.size > 1) return words.say("{holder}, all of it.", { holder });
  return `${holder} ${sinceText(store, run)}.`;
}

function holderNames(words, units) {
  const named = (name) => [...new Set(units.map(name))].sort(words.compare);
  const holders = named(({ period }) => words.holder(period.holder));
  // The status says more only where one holder has all the parts.
  return (holders.length > 1 ? holders : named(({ period }) => holderText(words, period))).join(", ");
}

/* Buttons to the eras with most weighty events, in the order of time, and to the search. */
function ways({ words, facts }) {
  const counted = facts.eras.map((era) => ({ ...era, number: countWeighty(facts, era) })).filter(({ number }) => number > 0);
  const most = counted.sort((a, b) => b.number - a.number).slice(0, MOST_WAYS);
  const shown = most.sort((a, b) => a.startDay - b.startDay);
  const days = (era) => words.days(era.startDay, { last: era.endDay - 1, prec: 5 });
  return [
    shown.map((era) => h("button", { type: "button", class: "way", data: { era: era.id, focus: era.id } }, `${words.name(era.name)} (${days(era)})`)),
    h("button", { type: "button", class: "way", data: { find: "" } }, words.say("Find a place")),
  ];
}

function countWeighty(facts, { startDay: first, endDay: end }) {
  const counts = ({ importance, startDay }) => importance >= WEIGHTY && startDay >= first && startDay < end;
  return facts.events.filter(counts).length;
}
