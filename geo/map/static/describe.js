/* The note beside the pointer or finger, as text nodes: what is here, who held it since when, from
   whom it came, what happened. */
import { node } from "./dom.js";
import { nextRegion } from "./choice.js";

const MOST = 4;

/** Returns describe(target, {words, region, last}) -> element; never HTML from data. */
export function describer(bundle, units) {
  const regions = new Map(bundle.regions.map((region) => [region.id, region]));
  const lines = new Map(bundle.lines.features.map((line) => [line.id, line.properties]));
  const contextNames = new Map(
    bundle.context.features.map(({ properties }) => [properties.region_id, properties.name]),
  );
  const nameOf = (id, words) => words.name(regions.get(id)?.name ?? contextNames.get(id) ?? {});

  const writers = {
    event: ({ events }, { words }) => eventLines(events, words),
    line: ({ id, under }, now) => [
      ...lineLines(lines.get(id), now.words),
      ...(under ? writers[under.kind](under, now) : []),
    ],
    region: ({ id }, { words }) => [["strong", nameOf(id, words)]],
    unit: (target, now) => [
      ["strong", nameOf(target.regions[0], now.words)],
      ...periodLines(units.period(target.id), now.words),
      ...changeLines(units.period(target.id), units.change(target.id), now.words),
      ...againLine(nextRegion(target, now), nameOf, now.words),
    ],
  };
  return (target, now) => {
    const element = document.createElement("div");
    element.lang = now.words.lang;
    const content = writers[target.kind](target, now);
    element.append(...content.map(([tag, text]) => node(tag, text)));
    return element;
  };
}

function periodLines(period, words) {
  if (!period) return [];
  const { holder, status, certainty } = period;
  const named = status === "held" || holder === status ? [] : [words.term("status", status)];
  return [
    ["span", [words.term("holder", holder), ...named].join(" · ")],
    ["span", `${words.label("since")} ${startOf(period, words)}`],
    ["small", [words.term("certainty", certainty), sourcesOf(period, words)].join(" · ")],
    ...spanLine(period, words),
  ];
}

/* From whom to whom; and when, if that was not the day the period on show began. */
function changeLines(period, change, words) {
  if (!change) return [];
  const { from, to } = change;
  const names = `${words.term("holder", from.holder)} → ${words.term("holder", to.holder)}`;
  const head = [["strong", words.label("changed_hands")]];
  if (to === period) return [...head, ["span", names]];
  return [
    ...head,
    ["span", `${names}, ${startOf(to, words)}`],
    ["small", sourcesOf(to, words)],
    ...spanLine(to, words),
  ];
}

function startOf({ start, prec }, words) {
  return words.date(start, { prec });
}

function spanLine({ earliest, latest }, words) {
  if (earliest === latest) return [];
  return [["small", `${words.label("dates_in_sources")} ${words.date(earliest, { last: latest })}`]];
}

function sourcesOf({ sources }, words) {
  return `${words.label("sources")} ${sources}`;
}

function againLine(next, nameOf, words) {
  return next ? [["small", `${words.label("click_again")} ${nameOf(next, words)}`]] : [];
}

function eventLines(events, words) {
  const lines = events.slice(0, MOST).flatMap((event) => [
    ["small", [words.when(event), ...doubts(event, words)].join(" · ")],
    ["span", event.title],
  ]);
  const rest = events.length - MOST;
  return rest > 0 ? [...lines, ["small", `+ ${rest} ${words.label("more_here")}`]] : lines;
}

function doubts({ approximate, own }, words) {
  return [
    ...(approximate ? [words.label("approximate_place")] : []),
    ...(own ? [words.label("own_record")] : []),
  ];
}

function lineLines({ name, accuracy_km: accuracy }, words) {
  return [["strong", words.name(name)], ...(accuracy === null ? [] : [["small", howFar(accuracy, words)]])];
}

/** "approximate ± 3 km". */
export function howFar(accuracy, words) {
  return `${words.label("approximate")} ± ${accuracy} ${words.label("km")}`;
}
