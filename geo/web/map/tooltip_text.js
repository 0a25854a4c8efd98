/**
 * What the tooltip says: what is here, who has held it since when, from whom it came, what happened;
 * as lines of [tag, text, language where it is not the page's] that become text nodes.
 */
import { statusStart } from "../core/control.js";
import { eventChoice, nextRegion } from "./choice.js";
import { isApproximate } from "./symbols.js";

const MOST_EVENTS = 4;

/** The lines for a target; `now` is {view, facts, words, last}, `controlOf(unit)` what a unit shows. */
export function tooltipLines(target, now, controlOf) {
  const { kind } = target;
  if (kind === "events") return eventLines(target, now);
  if (kind === "line") {
    const ground = target.under ? tooltipLines(target.under, now, controlOf) : [];
    return [...lineLines(now.facts.lines.find(({ id }) => id === target.id), now.words), ...ground];
  }
  const [region] = target.regions;
  const name = ["strong", regionName(region, now)];
  if (kind === "region" || !target.unit) return [name];
  const { unit, period, run, change } = controlOf(target.unit);
  return [
    name,
    ...controlLines(unit, period, run, now.words),
    ...changeLines(change, run, now.words),
    ...againLine(nextRegion(target, now), now),
  ];
}

function regionName(id, { facts, words }) {
  return words.name(facts.regionById.get(id)?.name) || id;
}

function controlLines(unit, period, run, words) {
  const { holder, certainty, sources } = period;
  const sure = [words.term("certainty", certainty), words.say("Sources: {number}", { number: words.figure(sources.length) })];
  return [
    ["span", words.holder(holder)],
    ["span", words.since(run)],
    ...statusLine(unit, period, run, words),
    ["small", sure.join(" · ")],
    ...spreadLine(run, words),
  ];
}

/* The status and, where it began on another day than the hold, since when. */
function statusLine(unit, period, run, words) {
  const { status, holder } = period;
  const start = statusStart(unit, period);
  if (holder === status || (status === "held" && start === run)) return [];
  const name = words.term("status", status);
  const day = words.days(start.start, { prec: start.prec });
  if (start === run) return [["span", name]];
  if (status === "held") return [["span", words.say("in the whole area since {day}", { day })]];
  return [["span", words.say("{status} since {day}", { status: name, day })]];
}

/* From whom to whom; and when, if the hold on show began on another day. */
function changeLines(change, run, words) {
  if (!change) return [];
  const { from, to } = change;
  const names = [from, to].map(({ holder }) => words.holder(holder)).join(" → ");
  const head = ["strong", words.say("Changed hands in the days shown")];
  if (to === run) return [head, ["span", names]];
  const when = words.days(to.start, { prec: to.prec });
  return [head, ["span", `${names}, ${when}`], ...spreadLine(to, words)];
}

function spreadLine({ earliest, latest }, words) {
  if (!earliest || earliest === latest) return [];
  return [["small", words.say("Dates in the sources: {days}", { days: words.days(earliest, { last: latest }) })]];
}

function againLine(next, now) {
  return next ? [["small", now.words.say("Click again: {name}", { name: regionName(next, now) })]] : [];
}

function eventLines({ events, place }, now) {
  const { words, view } = now;
  const lines = events.slice(0, MOST_EVENTS).flatMap((event) => [
    ["small", [words.when(event), ...doubts(event, words)].join(" · ")],
    ["span", event.title, words.titleLang(event)],
  ]);
  const rest = events.length - MOST_EVENTS;
  if (rest > 0) lines.push(["small", words.say("+ {number} more here", { number: words.figure(rest) })]);
  const moves = eventChoice(events[0], now).date;
  if (events.length === 1 && !place && moves !== view.date) {
    lines.push(["small", words.say("Click to go to {day}", { day: words.days(moves) })]);
  }
  return place ? [["strong", regionName(place.regions[0], now)], ...lines] : lines;
}

function doubts(event, words) {
  return [
    ...(isApproximate(event) ? [words.say("Place not exact")] : []),
    ...(event.own ? [words.say("Your own record")] : []),
  ];
}

function lineLines({ name, accuracy_km: accuracy }, words) {
  return [["strong", words.name(name)], ...(accuracy === null ? [] : [["small", words.say("approximate, {accuracy}", { accuracy: accuracyText(accuracy, words) })]])];
}

/** How far the line may be off: "± 3 km". */
export function accuracyText(accuracy, words) {
  return words.say("± {km} km", { km: words.exact(accuracy) });
}
