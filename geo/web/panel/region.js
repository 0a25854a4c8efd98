/** What the panel says of the selected region on the day, or of all units where none is selected. */
import { areaByHolder, regionOf } from "../core/control.js";
import { h } from "../core/dom.js";
import { eventList } from "./event.js";
import { areaText, heldParts, swatch } from "./held.js";
import { quotation, reports } from "./sources.js";

/** The region's heading and body. */
export function regionBody(store, id, { most }) {
  const { words } = store;
  const found = regionOf(store.facts, store.snapshot(), id);
  const quotes = found.excerpts.map((excerpt) => quotation(store, excerpt)).filter(Boolean);
  return [
    h("h2", {}, words.name(found.region.name)),
    nameList(store, id),
    englishNote(words),
    heldSection(store, heldParts(store, found.units)),
    quotes.length > 0 && h("section", {}, h("h3", {}, words.say("Quoted")), quotes),
    eventList(store, found.events, {
      most,
      region: id,
      nothing: words.say("The records hold no event here in these days. That is not a statement that nothing happened."),
    }),
    reportSection(store, found.events.slice(0, most)),
    otherQuotes(store, found.otherExcerpts),
    neighbours(store, found),
  ];
}

/** All units on the day. */
export function overviewBody(store, { most }) {
  const { words } = store;
  const { units, events } = store.snapshot();
  const row = ({ holder, km2 }) => h("tr", {}, h("td", {}, swatch(holder), words.holder(holder)), h("td", {}, areaText(words, km2)));
  const table = h(
    "table",
    { class: "totals" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, words.say("Holder")), h("th", { scope: "col" }, words.say("Area on this map")))),
    h("tbody", {}, areaByHolder(units.values()).map(row)),
  );
  const note = words.say(
    "Of the {number} units drawn, each counted whole for its holder. Select a region on the map or in the box to read about it.",
    { number: words.figure(units.size) },
  );
  return [
    h("h2", {}, words.say("All regions")),
    englishNote(words),
    heldSection(store, [table, h("p", { class: "note" }, note)]),
    eventList(store, events, {
      most,
      region: null,
      nothing: words.say("The records hold no event in these days. That is not a statement that nothing happened."),
      withRegions: true,
    }),
  ];
}

/** That titles and notes are in English, where the page is not; else null. */
export function englishNote(words) {
  return words.lang === "en" ? null : h("p", { class: "english" }, words.say("Titles, summaries and notes of the records are in English."));
}

function heldSection({ words, view }, content) {
  return h("section", { class: "held" }, h("h3", {}, words.say("Held on {day} by", { day: words.days(view.date) })), content);
}

function nameList(store, id) {
  const names = store.texts?.names[id];
  if (!names) return null;
  const rows = namesByLanguage(store, names)
    .map(({ title, code, text }) => [h("div", {}, h("dt", {}, title), " ", h("dd", { lang: code }, text)), " "]);
  return h("dl", { class: "names" }, rows);
}

/**
 * The names in the languages of the atlas, each in every script it is written in, as {title, code, text};
 * `names` are {"hy-Latn": [names], ...}. In the order of the codes: no side comes first by choice.
 */
export function namesByLanguage({ words, facts }, names) {
  const rows = facts.languages.flatMap(({ code, name }) => {
    const title = languageTitles(words)[code] ?? name;
    const inLatin = words.say("{language}, in Latin letters", { language: title });
    return [{ title, code }, { title: inLatin, code: `${code}-Latn` }];
  });
  return rows.filter(({ code }) => names[code]).map((row) => ({ ...row, text: names[row.code].join(" · ") }));
}

/* A language that is not among these is called by its own name. */
function languageTitles({ say }) {
  return { az: say("Azerbaijani"), en: say("English"), hy: say("Armenian"), ru: say("Russian") };
}

function reportSection(store, events) {
  const groups = store.texts ? reports(store, events) : [];
  return groups.length > 0 && h("section", {}, h("h3", {}, store.words.say("Who reports on these days")), groups);
}

function otherQuotes(store, excerpts) {
  const { words } = store;
  const quotes = excerpts.map((excerpt) => quotation(store, excerpt)).filter(Boolean);
  if (!quotes.length) return null;
  const title = words.say("Also quoted about this region, for other days ({number})", { number: words.figure(quotes.length) });
  return h("section", {}, h("details", { class: "other", data: { fold: "other" } }, h("summary", {}, title), quotes));
}

/* Buttons to the nearest event of the region outside the window, on either side. */
function neighbours({ words, facts }, { earlier, later }) {
  const button = (event, name) => {
    if (!event) return null;
    const what = words.say("{name}: {what}", { name, what: `${words.when(event)} · ${event.title}` });
    return h("button", { type: "button", class: "neighbour", data: { select: event.id } }, what);
  };
  const end = words.say("No later event here in the records, which end on {day}.", { day: words.days(facts.last) });
  return h(
    "div",
    { class: "neighbours" },
    button(earlier, words.say("← Earlier")),
    button(later, words.say("Later →")),
    !later && h("p", { class: "note" }, end, " ", words.say("After that day there is no data.")),
  );
}
