/** All that the map says, as text: the day in words, the regions with their holders, a table of events. */
import { regionOf } from "../core/control.js";
import { h } from "../core/dom.js";
import { selectBox } from "./choices.js";
import { eventsCsv, unitsCsv } from "./csv_tables.js";
import { dayInWords } from "./day_words.js";
import { downloadButton } from "./download.js";
import { deathsText, eventButton, regionNames, spanDays } from "./event.js";
import { sinceText, statusText, swatch } from "./held.js";
import { mountReading } from "./reading.js";
import { englishNote } from "./region.js";

const MOST_ROWS = 100;
/* What the events can be sorted by. */
const ORDERS = {
  day: (a, b) => b.startDay - a.startDay,
  type: (a, b, words) => words.compare(words.term("event_type", a.type), words.term("event_type", b.type)),
  title: (a, b, words) => words.compare(a.title, b.title),
  deaths: (a, b) => mostDeaths(b) - mostDeaths(a),
  sources: (a, b) => b.sources.length - a.sources.length,
};

/** Mounts the texts, all folded at first; returns {unmount}. */
export function mountTables(element, store) {
  /** @type {{ open: string | null, order: string }} */
  const state = { open: null, order: "day" };
  const parts = { day: dayPart, regions: regionPart, events: eventPart };
  const draw = () => [
    h("div", { class: "choices", role: "group", "aria-label": store.words.say("Read it as text") }, tabs(store, state)),
    state.open && h("div", { class: "table", data: { table: state.open } }, parts[state.open](store, state)),
  ];
  const reading = mountReading(element, store, draw, { name: "words" });
  reading.body.addEventListener("click", ({ target }) => {
    const { part } = target.closest?.("button")?.dataset ?? {};
    if (!part) return;
    state.open = state.open === part ? null : part;
    reading.paint();
  });
  reading.body.addEventListener("change", ({ target }) => {
    if (target.dataset.focus !== "order") return;
    state.order = target.value;
    reading.paint();
  });
  return reading;
}

function tabs({ words }, { open }) {
  const titles = {
    day: words.say("The day in words"),
    regions: words.say("Regions and their holders"),
    events: words.say("Table of events"),
  };
  return Object.entries(titles).map(([part, title]) =>
    h("button", { type: "button", class: "way", data: { part, focus: part }, "aria-expanded": String(open === part) }, title),
  );
}

function dayPart(store) {
  const { words, view, facts } = store;
  return [
    h("h3", {}, words.days(view.date)),
    dayInWords(store).map((sentence) => h("p", {}, sentence)),
    h("p", { class: "note" }, words.say(
      "The units are the smallest areas whose holder ever changed, {number} in and around Nagorno-Karabakh; areas are measured on this map, each unit counted whole for its holder.",
      { number: words.figure(facts.units.length) },
    )),
  ];
}

function regionPart(store) {
  const { words, view, facts } = store;
  const { units } = store.snapshot();
  const named = facts.regions.map((region) => [words.name(region.name), region]).sort(([one], [other]) => words.compare(one, other));
  const without = named.filter(([, region]) => !region.units.length).map(([name]) => name);
  const heads = [words.say("Region"), words.say("Unit"), words.say("km²"), words.say("Holder"), words.say("Since"), words.say("Certainty")];
  const bodies = named
    .filter(([, region]) => region.units.length)
    .map(([name, region]) => regionRows(store, name, region.units.map((id) => units.get(id))));
  return [
    h("div", { class: "wide" }, h(
      "table",
      {},
      h("caption", {}, words.say("Who held what on {day}", { day: words.days(view.date) })),
      h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))),
      bodies,
    )),
    h("p", { class: "nodata" }, words.say("No data on who held these, which have none of the units: {names}.", { names: without.join(", ") })),
    downloadButton(words.say("Units of this day as CSV"), `units-${view.date}.csv`, () => unitsCsv(store, [...units.values()])),
  ];
}

function regionRows(store, name, held) {
  const { words } = store;
  const rows = [...held].sort((a, b) => b.unit.km2 - a.unit.km2).map(({ unit, period, run }, index) => {
    const status = statusText(words, unit, period);
    return h(
      "tr",
      {},
      index === 0 && h("th", { scope: "rowgroup", rowspan: held.length }, name),
      h("td", {}, words.name(unit.name)),
      h("td", { class: "number" }, words.figure(unit.km2)),
      h("td", {}, swatch(period.holder), words.holder(period.holder)),
      h("td", {}, sinceText(store, run), status && ` · ${status}`),
      h("td", {}, words.term("certainty", period.certainty)),
    );
  });
  return h("tbody", {}, rows);
}

/* The events of the window, of the selected region where there is one: as the panel and the steps have them. */
function eventPart(store, state) {
  const { words, view, facts } = store;
  const snapshot = store.snapshot();
  const events = view.region === null ? snapshot.events : regionOf(facts, snapshot, view.region).events;
  const where = view.region === null ? "" : words.name(facts.regionById.get(view.region).name);
  const title = words.say("Events, {days}", { days: spanDays(store) });
  const caption = where ? words.say("{name}: {what}", { name: where, what: title }) : title;
  const order = ORDERS[state.order];
  const rows = [...events].sort((a, b) => order(a, b, words)).slice(0, MOST_ROWS);
  const more = events.length - rows.length;
  return [
    englishNote(words),
    orderBox(words, state.order),
    rows.length > 0
      ? eventTable(store, caption, rows)
      : h("p", { class: "nodata" }, words.say("The records hold no event in these days. That is not a statement that nothing happened.")),
    more > 0 && h("p", { class: "note" }, words.count("{number} more event is in the CSV file.", "{number} more events are in the CSV file.", more)),
    downloadButton(words.say("All of these events as CSV"), `events-${csvName(view)}.csv`, () => eventsCsv(store, events)),
  ];
}

function csvName({ region, date, window }) {
  const days = window.includes("..") ? window.replace("..", "-") : `${window}-days-to-${date}`;
  return region ? `${region}-${days}` : days;
}

function orderBox(words, order) {
  const titles = {
    day: words.say("Date, newest first"),
    type: words.say("Type"),
    title: words.say("Title"),
    deaths: words.say("Deaths, most first"),
    sources: words.say("Sources, most first"),
  };
  return selectBox(words.say("Sorted by"), "order", order, Object.entries(titles));
}

function eventTable(store, caption, events) {
  const { words } = store;
  const heads = [
    words.say("Date"), words.say("Precision"), words.say("Type"), words.say("Title"),
    words.say("Regions"), words.say("Deaths"), words.say("Sources"),
  ];
  const row = (event) =>
    h(
      "tr",
      {},
      h("td", {}, words.when(event)),
      h("td", {}, words.term("date_prec", String(event.prec))),
      h("td", {}, words.term("event_type", event.type)),
      h("th", { scope: "row", lang: words.titleLang(event) }, eventButton(event, event.id === store.view.event)),
      h("td", {}, regionNames(store, event)),
      h("td", {}, deathsText(words, event) || words.say("not given")),
      h("td", { class: "number" }, words.figure(event.sources.length)),
    );
  return h(
    "div",
    { class: "wide", role: "region", "aria-label": caption, tabindex: "0" },
    h("table", {}, h("caption", {}, caption), h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))), h("tbody", {}, events.map(row))),
  );
}

function mostDeaths({ deaths: [low, best, high] }) {
  return best ?? high ?? low ?? -1;
}
