/** Who says what: citations, quotations and reports, each with publisher and affiliation. */
import { h, webAddress } from "../core/dom.js";

const PRECISIONS = { 1: 5, 2: 4, 3: 1 };

/** The sources of those ids with their texts, in the order given; unknown ones (texts not there yet) left out. */
export function sourcesOf(store, ids) {
  return ids.map((id) => store.texts?.sources[id]).filter(Boolean);
}

/** A folded list of the sources; its summary says how many and of which affiliations. */
export function sourceList(store, ids, key) {
  return h(
    "details",
    { class: "sources", data: { fold: key } },
    h("summary", {}, sourceSummary(store, ids)),
    h("ul", {}, sourcesOf(store, ids).map((source) => citation(store, source))),
  );
}

/** "2 sources: Azerbaijani media, Russian state". */
export function sourceSummary({ words, texts, ...store }, ids) {
  const number = words.count("{number} source", "{number} sources", ids.length);
  const affiliations = sourcesOf({ ...store, texts }, ids).map(({ affiliation }) => words.term("affiliation", affiliation));
  const what = [...new Set(affiliations)].join(", ");
  return what ? words.say("{name}: {what}", { name: number, what }) : number;
}

/** A source as a list item: publisher, affiliation, title, day, address. */
export function citation({ words }, { publisher, affiliation, title, published, url, own }) {
  const day = publishedOn(words, published);
  return h(
    "li",
    {},
    own && [ownSign(words.say("Your article")), " "],
    h("span", { class: "publisher" }, publisher),
    " ",
    affiliationSign(words, affiliation),
    title && [" ", h("span", { lang: "en" }, `“${title}”`)],
    `, ${day} · `,
    webAddress(url) ? outsideLink(words, url, `${publisher}, ${day}`) : words.say("no address"),
  );
}

/** An excerpt with everything that attributes it. */
export function quotation(store, excerpt) {
  const { words, texts } = store;
  const text = texts?.excerpts[excerpt.id];
  const article = texts?.articles[excerpt.article];
  if (!text || !article) return null;
  return h(
    "figure",
    { class: "quotation" },
    h("blockquote", text.own ? {} : { lang: "en" }, text.quote),
    h("figcaption", {}, attribution(words, text, article), aboutDay(words, excerpt, text), differing(words, text)),
  );
}

/** The sources of the events by affiliation, in the alphabet of the language, each with the events it reports. */
export function reports(store, events) {
  const { words } = store;
  const cited = new Map();
  for (const event of events) for (const id of event.sources) cited.set(id, [...(cited.get(id) ?? []), event.title]);
  const groups = new Map();
  for (const id of cited.keys()) {
    for (const { affiliation } of sourcesOf(store, [id])) groups.set(affiliation, [...(groups.get(affiliation) ?? []), id]);
  }
  const named = [...groups].map(([affiliation, ids]) => [words.term("affiliation", affiliation), ids]);
  return named.sort(([one], [other]) => words.compare(one, other)).map(([name, ids]) =>
    h(
      "details",
      { class: "reports", data: { fold: `reports ${name}` } },
      h("summary", {}, `${name} (${words.figure(ids.length)})`),
      h("ul", {}, ids.map((id) => [
        citation(store, store.texts.sources[id]),
        h("li", { class: "reported", lang: "en" }, cited.get(id).join("; ")),
      ])),
    ),
  );
}

/** The sign of a record of the reader's own. */
export function ownSign(text) {
  return h("span", { class: "own" }, text);
}

function attribution(words, text, article) {
  const [day, clock] = (article.published ?? "").split("T");
  const when = publishedOn(words, day) + (clock ? `, ${clock}` : "");
  return [
    text.own && [ownSign(words.say("Your record")), " "],
    h("span", { class: "claimant" }, text.claimant),
    " ",
    affiliationSign(words, text.claimant_affiliation),
    " · ",
    h("cite", { lang: "en" }, `“${article.headline}”`),
    ", ",
    article.agency && [article.agency, " ", affiliationSign(words, article.agency_affiliation), ", ", words.say("printed by"), " "],
    article.publisher,
    " ",
    affiliationSign(words, article.affiliation),
    `, ${when}`,
    webAddress(article.url) && [" · ", outsideLink(words, article.url, article.headline)],
  ];
}

function aboutDay(words, excerpt, { basis }) {
  const day = words.when(excerpt);
  return h("p", { class: "about" }, words.say("Speaks of {day}.", { day }), " ", h("span", { lang: "en" }, basis));
}

function differing(words, { differs }) {
  if (!differs) return null;
  return h("p", { class: "differs" }, h("strong", {}, words.say("What our records say:")), " ", h("span", { lang: "en" }, differs));
}

function affiliationSign(words, affiliation) {
  return affiliation ? h("span", { class: "affiliation" }, words.term("affiliation", affiliation)) : null;
}

function outsideLink(words, url, about) {
  const attributes = { href: webAddress(url), target: "_blank", rel: "noopener noreferrer" };
  return h("a", attributes, words.say("link"), h("span", { class: "atlas-unseen" }, ` ${about}`));
}

function publishedOn(words, text) {
  if (!text) return words.say("undated");
  const parts = text.split("-");
  const day = [parts[0], parts[1] ?? "01", parts[2] ?? "01"].join("-");
  return words.days(day, { prec: PRECISIONS[parts.length] });
}
