/** Who held what of a region on a day, and through time: parts with their strips, shares of the area. */
import { areaByHolder, controlOn, statusStart } from "../core/control.js";
import { h } from "../core/dom.js";
import { sourceSummary, sourcesOf, citation } from "./sources.js";

const MANY_PARTS = 3;

/** The units of a region on the day: largest first, folded behind their shares where they are many. */
export function heldParts(store, units) {
  const { words } = store;
  if (!units.length) {
    return h("p", { class: "nodata" }, words.say(
      "No data: the records follow who held what for the {number} units in and around Nagorno-Karabakh, and this region has none of them. Its events are below.",
      { number: words.figure(store.facts.units.length) },
    ));
  }
  const parts = [...units].sort((a, b) => b.unit.km2 - a.unit.km2).map((held) => partOf(store, held));
  const ends = h("p", { class: "ends" }, words.say("The strips run from {first} to {last}.", {
    first: words.days(store.facts.first),
    last: words.days(store.facts.last),
  }));
  if (parts.length <= MANY_PARTS) return [parts, ends];
  const title = words.say("Part by part ({number})", { number: words.figure(parts.length) });
  return [shareTable(store, units), h("details", { class: "parts", data: { fold: "parts" } }, h("summary", {}, title), parts), ends];
}

/** What each holder had of the units, as a table of shares and square kilometres. */
function shareTable({ words }, units) {
  const areas = areaByHolder(units);
  const whole = areas.reduce((sum, { km2 }) => sum + km2, 0);
  const row = ({ holder, km2 }) =>
    h("tr", {}, h("td", {}, swatch(holder), words.holder(holder)), h("td", {}, `${words.percent(km2 / whole)}, ${areaText(words, km2)}`));
  return h(
    "table",
    { class: "totals" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, words.say("Holder")), h("th", { scope: "col" }, words.say("Share of the area drawn")))),
    h("tbody", {}, areas.map(row)),
  );
}

/** A small square in the holder's colour. */
export function swatch(holder) {
  return h("span", { class: "swatch", style: `background-color: var(--holder-${holder})` });
}

/** The holder's name, and the status where it says more. */
export function holderText(words, { holder, status }) {
  const name = words.holder(holder);
  return status === "held" || holder === status ? name : `${name} (${words.term("status", status)})`;
}

/** "since 25 November 2020": the first day of the unbroken hold, with what sources give where they differ. */
export function sinceText({ words, facts }, run) {
  if (run.start <= facts.first || run.earliest === run.latest) return words.since(run);
  const day = words.days(run.start, { prec: run.prec });
  return words.say("since {day} (sources: {days})", { day, days: words.days(run.earliest, { last: run.latest }) });
}

/** The unit's status on the day and since when, where it says more than who held it; else "". */
export function statusText(words, unit, period) {
  const { status, holder } = period;
  if (status === "held" || status === holder) return "";
  const { start, prec } = statusStart(unit, period);
  return words.say("{status} since {day}", { status: words.term("status", status), day: words.days(start, { prec }) });
}

/** "1,234 km²". */
export function areaText(words, km2) {
  return words.say("{km2} km²", { km2: words.figure(km2) });
}

function partOf(store, { unit, period, run }) {
  const { words } = store;
  const status = statusText(words, unit, period);
  return h(
    "div",
    { class: "part", data: { part: unit.id } },
    h(
      "p",
      { class: "holder" },
      swatch(period.holder),
      h("strong", {}, words.holder(period.holder)),
      ` ${sinceText(store, run)}`,
      status && [" · ", h("span", { class: "status" }, status)],
    ),
    before(store, unit, run),
    strip(store, unit),
    partDetails(store, unit, period, run),
  );
}

/* Who held the unit before the one who holds it, and since when. */
function before(store, unit, run) {
  if (run.index === 0) return null;
  const { words } = store;
  const earlier = controlOn(unit, run.startDay - 1);
  const found = { holder: words.holder(earlier.period.holder), since: sinceText(store, earlier.run) };
  return h("p", { class: "before" }, words.say("Before that: {holder}, {since}", found));
}

function partDetails(store, unit, period, run) {
  const { words, texts } = store;
  const ids = [...new Set([...period.sources, ...run.sources])];
  const notes = texts?.notes[unit.id];
  const changes = unit.periods.slice(1).map((one) => changeText(words, one));
  return h(
    "details",
    { class: "sources", data: { fold: `part ${unit.id}` } },
    h("summary", {}, `${words.name(unit.name)}, ${areaText(words, unit.km2)} · ${words.term("certainty", period.certainty)} · ${sourceSummary(store, ids)}`),
    notes?.[period.index] && h("p", { class: "note", lang: "en" }, notes[period.index]),
    period !== run && notes?.[run.index] && h("p", { class: "note" }, words.say("Before:"), " ", h("span", { lang: "en" }, notes[run.index])),
    h("ul", {}, sourcesOf(store, ids).map((source) => citation(store, source))),
    h("p", { class: "unit" }, words.count("{number} change since {day}", "{number} changes since {day}", changes.length, { day: words.days(store.facts.first) })),
    h("ol", {}, changes.map((change) => h("li", {}, change))),
  );
}

/* The unit through all of the records; what the colours say stands in its label. */
function strip(store, unit) {
  const { words, facts } = store;
  const share = (day) => (100 * (Math.min(day, facts.lastDay + 1) - facts.firstDay)) / (facts.lastDay + 1 - facts.firstDay);
  const segments = unit.periods.map((period) => {
    const left = share(period.startDay);
    const place = `left: ${left.toFixed(3)}%; width: ${(share(period.endDay) - left).toFixed(3)}%`;
    const look = `background-color: var(--holder-${period.holder})`;
    return h("span", { class: period.status === "held" ? null : "striped", style: `${place}; ${look}`, title: changeText(words, period) });
  });
  const label = unit.periods.map((period) => `${changeText(words, period)}. `).join("");
  const now = h("span", { class: "now", style: `left: ${share(store.snapshot().day).toFixed(3)}%` });
  return h("div", { class: "strip", role: "img", "aria-label": label }, segments, now);
}

function changeText(words, period) {
  return words.say("{name}: {what}", { name: words.days(period.start, { prec: period.prec }), what: holderText(words, period) });
}
