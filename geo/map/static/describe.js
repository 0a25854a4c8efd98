/* Tooltips as text nodes: what is here, who held it since when, what happened. */
import { node } from "./dom.js";
import { nextRegion } from "./pointer.js";

const MOST = 4;

/** Returns describe(target, {words, region, last}) -> element; never HTML from data. */
export function describer(bundle, periodOf) {
  const regions = new Map(bundle.regions.map((region) => [region.id, region]));
  const lines = new Map(bundle.lines.features.map((line) => [line.id, line.properties]));
  const contextNames = new Map(
    bundle.context.features.map(({ properties }) => [properties.region_id, properties.name]),
  );
  const nameOf = (id, words) => words.name(regions.get(id)?.name ?? contextNames.get(id) ?? {});

  const writers = {
    event: ({ events }, { words }) => eventLines(events, words),
    line: ({ id }, { words }) => lineLines(lines.get(id), words),
    region: ({ id }, { words }) => [["strong", nameOf(id, words)]],
    unit: (target, now) => [
      ["strong", nameOf(target.regions[0], now.words)],
      ...periodLines(periodOf(target.id), now.words),
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
  const { holder, status, certainty, start } = period;
  const named = status === "held" || holder === status ? [] : [words.term("status", status)];
  return [
    ["span", [words.term("holder", holder), ...named].join(" · ")],
    ["span", `${words.label("since")} ${words.date(start)}`],
    ["small", words.term("certainty", certainty)],
  ];
}

function againLine(next, nameOf, words) {
  return next ? [["small", `${words.label("click_again")} ${nameOf(next, words)}`]] : [];
}

function eventLines(events, words) {
  const lines = events
    .slice(0, MOST)
    .flatMap(({ start, end: last, prec, title }) => [
      ["small", words.date(start, { last, prec })],
      ["span", title],
    ]);
  const rest = events.length - MOST;
  return rest > 0 ? [...lines, ["small", `+ ${rest} ${words.label("more_here")}`]] : lines;
}

function lineLines({ name, accuracy_km: accuracy }, words) {
  const head = [["strong", words.name(name)]];
  if (accuracy === null) return head;
  const doubt = `${words.label("approximate")} ± ${accuracy} ${words.label("km")}`;
  return [...head, ["small", doubt]];
}
