/** What changed between the view's two days, from the earlier to the later: by unit, and km2 by holder. */
import { areaByHolder, changesBetween, controlOn } from "../core/control.js";
import { toDay } from "../core/days.js";
import { h } from "../core/dom.js";
import { eventButton } from "./event.js";
import { areaText, holderText, swatch } from "./held.js";
import { citation, sourceSummary, sourcesOf } from "./sources.js";
import { changesCsv } from "./csv_tables.js";
import { downloadButton } from "./download.js";
import { mountReading } from "./reading.js";

/** Mounts what changed between the view's two days; empty while one day is shown. */
export function mountComparison(element, store) {
  return mountReading(element, store, comparison, { name: "compare" });
}

function comparison(store) {
  const { words, view, facts } = store;
  if (view.compare === null) return null;
  const [first, last] = [view.date, view.compare].sort();
  const changes = changesBetween(facts, toDay(first), toDay(last));
  const title = words.say("From {first} to {last}", { first: words.days(first), last: words.days(last) });
  return h(
    "section",
    { class: "comparison" },
    h("h2", {}, title),
    h(
      "div",
      { class: "ways" },
      changeButton(words.say("Swap the days"), { date: view.compare, compare: view.date, event: view.event }),
      changeButton(words.say("Show one day"), { compare: null }),
      downloadButton(words.say("Changes as CSV"), `changes-${first}-${last}.csv`, () => changesCsv(store, changes)),
    ),
    balance(store, first, last),
    changeLists(store, changes),
  );
}

function changeButton(label, change) {
  return h("button", { type: "button", class: "way", data: { change: JSON.stringify(change) } }, label);
}

/* Holders in the order of their table: no side comes first by choice. */
function balance({ words, facts }, first, last) {
  const [before, after] = [first, last].map((day) => areasOn(facts, toDay(day)));
  const rows = Object.keys(facts.holders).filter((holder) => before.get(holder) || after.get(holder)).map((holder) => {
    const [was, is] = [before.get(holder) ?? 0, after.get(holder) ?? 0];
    const cells = [words.figure(was), words.figure(is), words.signed(Math.round(is) - Math.round(was))];
    return h("tr", {}, h("th", { scope: "row" }, swatch(holder), words.holder(holder)), cells.map((cell) => h("td", { class: "number" }, cell)));
  });
  const heads = [words.days(first), words.days(last), words.say("Difference")];
  return h(
    "table",
    { class: "balance" },
    h("caption", { class: "atlas-unseen" }, words.say("Square kilometres by holder on the two days")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, words.say("km² on this map")), heads.map((head) => h("th", { scope: "col", class: "number" }, head)))),
    h("tbody", {}, rows),
  );
}

function areasOn(facts, day) {
  const held = facts.units.map((unit) => ({ unit, ...controlOn(unit, day) }));
  return new Map(areaByHolder(held).map(({ holder, km2 }) => [holder, km2]));
}

function changeLists(store, changes) {
  const { words, view, facts } = store;
  if (!changes.length) {
    return h("p", { class: "nodata" }, words.say("The records hold no change of control between the two days."));
  }
  const units = new Map();
  for (const change of changes) units.set(change.unit, [...(units.get(change.unit) ?? []), change]);
  const region = facts.regionById.get(view.region);
  const inside = [...units].filter(([unit]) => region?.units.includes(unit.id));
  const outside = [...units].filter(([unit]) => !region?.units.includes(unit.id));
  const heading = (number) => words.count("{number} unit changed", "{number} units changed", number);
  if (!region) return [h("h3", {}, heading(outside.length)), unitList(store, outside)];
  const rest = words.say("Elsewhere: {what}", { what: heading(outside.length) });
  return [
    h("h3", {}, words.say("{name}: {what}", { name: words.name(region.name), what: heading(inside.length) })),
    unitList(store, inside),
    outside.length > 0 && h("details", { class: "rest", data: { fold: "rest" } }, h("summary", {}, rest), unitList(store, outside)),
  ];
}

function unitList(store, units) {
  const { words } = store;
  return h("ul", { class: "changed" }, units.map(([unit, changes]) => {
    const [before, after] = [changes[0].before, changes.at(-1).period];
    return h(
      "li",
      {},
      h("p", {}, h("strong", {}, words.name(unit.name)), `, ${areaText(words, unit.km2)}`),
      h(
        "p",
        { class: "from-to" },
        swatch(before.holder), holderText(words, before), " ",
        h("span", { "aria-hidden": "true" }, "→"), h("span", { class: "atlas-unseen" }, words.say("then")), " ",
        swatch(after.holder), holderText(words, after),
      ),
      changes.map((change) => oneChange(store, change, changes.length === 1)),
    );
  }));
}

function oneChange(store, { unit, period }, alone) {
  const { words, texts, facts } = store;
  const day = words.days(period.start, { prec: period.prec });
  const what = alone ? day : words.say("{name}: {what}", { name: day, what: holderText(words, period) });
  const differ = period.earliest !== period.latest;
  const days = differ && words.say("(sources: {days})", { days: words.days(period.earliest, { last: period.latest }) });
  const events = period.events.map((id) => facts.eventById.get(id)).filter(Boolean);
  return [
    h("p", { class: "when" }, what, days && " ", days, ` · ${words.term("certainty", period.certainty)}`),
    h(
      "details",
      { class: "sources", data: { fold: `change ${unit.id} ${period.start}` } },
      h("summary", {}, sourceSummary(store, period.sources)),
      texts && h("p", { class: "note", lang: "en" }, texts.notes[unit.id]?.[period.index]),
      h("ul", {}, sourcesOf(store, period.sources).map((source) => citation(store, source))),
      events.map((event) => h("p", { lang: words.titleLang(event) }, eventButton(event))),
    ),
  ];
}
