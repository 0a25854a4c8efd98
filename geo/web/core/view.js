/**
 * The view: what a reader looks at, as the values of the address' keys.
 *
 * The keys are those of geo/view.py, which come with the facts: {name, kind, default, always, alias}.
 * A value is the text of the address, or null: {date: "2020-11-25", region: "kalbajar", ...}.
 */
import { clamp, dayOrNull, isoOf, toDay } from "./days.js";
import { parseWindow } from "./window.js";

/** What each kind of key makes of a text: the value, or undefined where the text names none. */
const READERS = {
  day: (text, facts) => dayInRecords(text, facts),
  window: (text) => parseWindow(text)?.text,
  language: (text, facts) => facts.languages.find(({ code }) => code === text)?.code,
  region: (text, facts) => (facts.regionById.has(text) ? text : undefined),
  event: (text, facts) => (facts.eventById.has(text) ? text : undefined),
};

/**
 * The view that every key's default gives.
 *
 * @returns {any}
 */
export function defaultView(facts) {
  return Object.fromEntries(facts.keys.map(({ name, default: value }) => [name, value]));
}

/**
 * The view of an address' query; a missing or mangled value gives the default, an empty one none.
 *
 * @param {string | URLSearchParams} query
 * @param {any} facts
 * @returns {import("./types.js").View}
 */
export function viewFromQuery(query, facts) {
  const values = new URLSearchParams(query);
  const view = defaultView(facts);
  for (const { name, kind, alias, optional } of facts.keys) {
    const text = values.get(name) ?? values.get(alias ?? name);
    if (text === null) continue;
    if (text.trim() === "" && optional) view[name] = null;
    else view[name] = read(kind, text.trim(), facts) ?? view[name];
  }
  return view;
}

/** The query that brings the view back: of most keys only what is not the default. */
export function queryFromView(view, facts) {
  const query = new URLSearchParams();
  for (const { name, default: value, always } of facts.keys) {
    if (always || view[name] !== value) query.set(name, view[name] ?? "");
  }
  return query.toString().replaceAll("%3A", ":");
}

/**
 * The view after a change. A day outside the records becomes the nearest inside; an unknown value
 * changes nothing; another day or region without an event named selects no event.
 *
 * @param {import("./types.js").View} view
 * @param {Partial<import("./types.js").View>} change
 * @param {any} facts
 */
export function changedView(view, change, facts) {
  const next = { ...view };
  const moved = ("date" in change || "region" in change) && !("event" in change);
  if (moved) next.event = null;
  for (const { name, kind, optional } of facts.keys) {
    if (!(name in change)) continue;
    const value = change[name];
    if (value === null) next[name] = optional ? null : next[name];
    else next[name] = read(kind, String(value), facts) ?? next[name];
  }
  return next;
}

/** True if the two views are alike in every key. */
export function isSameView(one, other) {
  return Object.keys(one).every((name) => one[name] === other[name]);
}

function read(kind, text, facts) {
  if (!READERS[kind]) throw new Error(`no reader of a key's kind "${kind}": write one into READERS of geo/web/core/view.js`);
  return READERS[kind](text, facts);
}

function dayInRecords(text, { first, last }) {
  const day = dayOrNull(text);
  return day === null ? undefined : isoOf(clamp(day, toDay(first), toDay(last)));
}
