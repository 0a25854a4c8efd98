/** An event as panel and tables show it: dated no finer than known, with what is disputed and who says so. */
import { h } from "../core/dom.js";
import { ownSign, sourceList } from "./sources.js";

/** How many events a list begins with. */
export const MOST_EVENTS = 20;

/** The list of the window's events, and apart from it the selected one where it is not among them. */
export function eventList(store, events, { most, region, nothing, withRegions = false }) {
  const { words } = store;
  const listed = events.slice(0, most);
  const older = events.length - listed.length;
  const apart = selectedApart(store, listed, region);
  return [
    apart && h("section", {}, eventCard(store, apart.event, { reason: apart.reason, withRegions: true })),
    h(
      "section",
      { class: "events" },
      h("h3", {}, words.say("Events, {days}", { days: spanDays(store) })),
      listed.length ? listed.map((event) => eventCard(store, event, { withRegions })) : h("p", { class: "nodata" }, nothing),
      older > 0 && h("p", { class: "note" }, words.count(
        "{number} older event of these days is not listed.",
        "{number} older events of these days are not listed.",
        older,
      )),
      older > 0 && h("button", { type: "button", class: "more", data: { more: "" } }, words.count(
        "Show {number} more event",
        "Show {number} more events",
        Math.min(older, 2 * MOST_EVENTS),
      )),
    ),
  ];
}

/** The days of the view's window in words, both inclusive; the first may lie before the records, as an event may. */
export function spanDays(store) {
  const { first, last } = store.snapshot().span;
  return store.words.days(first, { last });
}

/** One event: its day, type, title (a button that selects it), summary, deaths, disputes, sources. */
function eventCard(store, event, { reason = "", withRegions = false } = {}) {
  const { words, view, texts } = store;
  const text = texts?.events[event.id] ?? {};
  const chosen = event.id === view.event;
  const deaths = deathsText(words, event);
  return h(
    "article",
    { class: chosen ? "event chosen" : "event", data: { event: event.id }, "aria-current": chosen ? "true" : null },
    reason && h("p", { class: "reason" }, reason),
    h(
      "p",
      { class: "when" },
      event.own && [ownSign(words.say("Your record, not part of the atlas")), " "],
      h("time", {}, words.when(event)),
      ` · ${words.term("event_type", event.type)}`,
      withRegions && event.regions.length > 0 && ` · ${regionNames(store, event)}`,
    ),
    h("h4", { lang: words.titleLang(event) }, eventButton(event, chosen)),
    text.summary && h("p", { lang: "en" }, text.summary),
    deaths && h("p", { class: "deaths" }, words.say("Deaths, as sources give them: {deaths}", { deaths })),
    text.disputed && h("p", { class: "disputed" }, h("strong", {}, words.say("Disputed:")), " ", h("span", { lang: "en" }, text.disputed)),
    remarks(words, event).map((remark) => h("p", { class: "remark" }, remark)),
    sourceList(store, event.sources, `sources ${event.id}`),
  );
}

/** The event's title as a button; the panel listens to presses on `data-select`. */
export function eventButton(event, chosen = false) {
  return h("button", { type: "button", class: "select", data: { select: event.id }, "aria-pressed": String(chosen) }, event.title);
}

/** The names of the event's regions in the language. */
export function regionNames({ words, facts }, event) {
  return event.regions.map((id) => words.name(facts.regionById.get(id)?.name)).join(", ");
}

/** The event's deaths as sources give them, lowest to highest; empty where none is known. */
export function deathsText(words, { deaths: [low, best, high], tags }) {
  const ends = [low, high].filter((number) => number !== null).map(words.figure);
  if (!ends.length && best === null) return "";
  const [least, most] = [ends[0], ends.at(-1)];
  const span = ends.length && least !== most ? words.say("{low} to {high}", { low: least, high: most }) : "";
  const number = best === null ? span || least : words.figure(best) + (span && ` (${span})`);
  if (!tags.includes("deaths-counted-elsewhere")) return number;
  return words.say("{number}; counted in another entry too, never add up", { number });
}

function remarks(words, { tags, own, confidence }) {
  const has = (tag) => tags.includes(tag);
  return [
    has("sources-azerbaijani-only") && words.say("All sources seen are Azerbaijani."),
    has("sources-armenian-only") && words.say("All sources seen are Armenian."),
    own && has("claimed") && words.say("The article tells it as a claim."),
    own && has("denied") && words.say("The article tells it as denied."),
    own && has("planned") && words.say("The article tells it as planned."),
    own && has("did_not_happen") && words.say("The article says that it did not happen."),
    confidence === "one_source" && words.say("Rests on one source."),
    has("map-convention") && words.say("The day is a convention of the table, not a known day."),
  ].filter(Boolean);
}

function selectedApart(store, listed, region) {
  const { words, view, facts } = store;
  const event = facts.eventById.get(view.event);
  if (!event || listed.includes(event)) return null;
  const { first, last } = store.snapshot().span;
  const elsewhere = region !== null && !event.regions.includes(region);
  const outside = event.startDay > last || event.endDay < first;
  const reason = outside
    ? elsewhere
      ? words.say("The selected event, of another region and outside the days shown")
      : words.say("The selected event, outside the days shown")
    : elsewhere
      ? words.say("The selected event, of another region")
      : words.say("The selected event");
  return { event, reason };
}
