/**
 * The search box: typing finds, a key or a click chooses. The list follows the WAI-ARIA combobox: the
 * focus stays in the box, the active row is named by aria-activedescendant.
 */
import { parseTyped, withinRecords } from "../core/dates.js";
import { isoOf } from "../core/days.js";
import { fold } from "../core/fold.js";
import { isolated } from "../core/sheets.js";
import { fixedWindow } from "../core/window.js";
import { searchEntries } from "./entries.js";
import { activate, createParts, paintRows, unfold } from "./list.js";
import { findIn } from "./match.js";

/**
 * Draws the search box into the element; choosing a row changes the store's view and asks the map to
 * move. Returns { unmount() }.
 *
 * @param {HTMLElement} element
 * @param {import("../core/types.js").Store} store
 */
export function mountSearch(element, store) {
  const state = { rows: [], active: null, open: false, entries: null, waiting: false, message: false };
  const search = { store, state, parts: createParts() };
  const stop = new AbortController();
  isolated(element, ["search"]).append(search.parts.section);
  for (const listen of [listenTyping, listenKeys, listenPointer, listenSlash]) listen(search, stop.signal);
  paintNames(search);
  const unsubscribe = store.subscribe(({ how }) => follow(search, how));
  const stopFinding = store.onFind(() => search.parts.box.focus());
  return {
    unmount() {
      unsubscribe();
      stopFinding();
      stop.abort();
      search.parts.section.remove();
    },
  };
}

/* Other facts or later texts: what is typed is found again, a folded list stays folded, a sentence in the old language goes. */
function follow(search, how) {
  const { parts, state } = search;
  if (how !== "facts" && how !== "texts") return;
  state.entries = null;
  const wasOpen = state.open;
  if (how === "facts") paintNames(search);
  if (how === "facts" || parts.box.value) find(search);
  if (!wasOpen) unfold(search, false);
}

function paintNames({ parts, store: { words } }) {
  const [search, clear] = [words.say("Search"), words.say("Clear the search")];
  parts.section.lang = words.lang;
  parts.box.placeholder = words.say("Search for a place, event or date");
  parts.box.setAttribute("aria-label", search);
  parts.list.setAttribute("aria-label", words.say("Search results"));
  parts.clear.setAttribute("aria-label", clear);
  parts.clear.title = clear;
}

function find(search) {
  const { parts, state } = search;
  const typed = parts.box.value.trim();
  state.message = false;
  parts.clear.hidden = !typed;
  if (typed) findTyped(search, typed);
  else put(search, [], "");
}

/* A choice made before all texts were there is carried out once they are. */
function findTyped(search, typed) {
  const { state, store } = search;
  state.entries ??= searchEntries(store);
  const readings = parseTyped(typed, store.facts.month_names);
  const dates = readings.map((reading) => withinRecords(reading, store.facts)).filter(Boolean);
  const { hits, total } = findIn(state.entries, typed);
  const rows = [...dates.map((date) => dateRow(date, store)), ...hits.map((hit) => entryRow(hit, store))];
  put(search, rows, noteOn(store, { typed, readings, rows, hidden: total - hits.length }));
  if (state.waiting && isComplete(store)) take(search);
}

function isComplete({ texts, textsError }) {
  return texts !== null || textsError !== null;
}

function dateRow(reading, { words }) {
  const { startDay, endDay, prec } = reading;
  const label = words.days(startDay, { prec });
  const days = prec === 1 ? {} : { window: fixedWindow(startDay, endDay - 1) };
  return { entry: { kind: "day", day: isoOf(endDay - 1), ...days }, label, what: dateText(prec, words) };
}

function dateText(prec, { say }) {
  if (prec === 1) return say("go to this day");
  return prec === 4 ? say("show the events of this month") : say("show the events of this year");
}

function entryRow({ entry, name }, { words }) {
  const further = !fold(entry.label).includes(fold(name));
  const also = further ? words.say("also: {name}", { name }) : null;
  return { entry, label: entry.label, what: entry.what, also, lang: entry.lang };
}

/* What stands below the rows, or in their place. */
function noteOn(store, { typed, readings, rows, hidden }) {
  const { words, facts, textsError } = store;
  if (!isComplete(store)) return words.say("Loading the list of places and events");
  if (hidden) {
    const counts = { shown: words.figure(rows.length), number: words.figure(rows.length + hidden) };
    return words.say("Shown: {shown} of {number}. Type more letters to see the others.", counts);
  }
  if (rows.length) return "";
  if (textsError) return words.say("The list of places could not be loaded. Load the page again to find all of them.");
  if (!readings.length) return words.say("Nothing found for “{typed}”.", { typed });
  const [{ startDay, prec }] = readings;
  const limits = { first: words.days(facts.firstDay), last: words.days(facts.lastDay) };
  return words.say("There are no records for {day}: they run from {first} to {last}.", { day: words.days(startDay, { prec }), ...limits });
}

/* Shows the rows with a note below them, and says how many there are. */
function put(search, rows, note) {
  const { parts, state, store } = search;
  paintRows(search, rows);
  parts.note.textContent = note;
  unfold(search, Boolean(rows.length || note));
  const spoken = note || (rows.length ? store.words.say("Results: {number}", { number: store.words.figure(rows.length) }) : "");
  if (state.open || !spoken) parts.live.textContent = spoken;
}

/* Goes to the active row; before all texts are there, to the first one once they are. */
function take(search) {
  const { parts, state, store } = search;
  state.waiting = Boolean(parts.box.value.trim()) && !isComplete(store);
  const row = state.open && state.rows[state.active];
  if (row && !state.waiting) choose(search, row);
}

function choose(search, { entry, label }) {
  const { parts, store } = search;
  empty(search);
  store.change(viewChange(entry, store.view.region));
  if (entry.at) store.fly({ lat: entry.at[0], lon: entry.at[1], zoom: entry.zoom });
  if (entry.districtOnly) showMessage(search, districtText(entry, label, store.words));
  else parts.live.textContent = store.words.say("Now shown: {label}", { label });
  // A phone's keyboard would hide what was gone to.
  if (matchMedia("(pointer: coarse)").matches) parts.box.blur();
}

/* The parts of the view that choosing the entry changes. */
function viewChange({ kind, id, day, window, regions }, selected) {
  const change = { event: kind === "event" ? id : null };
  if (day) Object.assign(change, { date: day });
  if (window) Object.assign(change, { window });
  if (regions) Object.assign(change, { region: regions.includes(selected) ? selected : regions[0] ?? null });
  return change;
}

function districtText({ districtOnly: region }, label, words) {
  return words.say("{label} has no point in our records: its district is shown, {region}.", { label, region });
}

/* A sentence below the empty box, which stays until the next typing, press or Escape. */
function showMessage(search, sentence) {
  put(search, [], sentence);
  search.state.message = true;
}

function empty(search) {
  search.parts.box.value = "";
  search.state.waiting = false;
  find(search);
}

function listenTyping(search, signal) {
  const { parts, state } = search;
  parts.box.addEventListener("input", () => find(search), { signal });
  // Made ready before the first letter, which then waits for nothing.
  const prepare = () => (state.entries ??= searchEntries(search.store));
  parts.box.addEventListener("focus", () => {
    (globalThis.requestIdleCallback ?? setTimeout)(prepare);
    if (parts.box.value) find(search);
  }, { signal });
  parts.box.addEventListener("blur", () => {
    state.waiting = false;
    if (!state.message) unfold(search, false);
  }, { signal });
}

function listenKeys(search, signal) {
  const { parts, state } = search;
  const step = (by) => {
    if (!state.rows.length) return;
    const wasOpen = state.open;
    unfold(search, true);
    activate(search, wasOpen ? (state.active ?? 0) + by : state.active ?? 0);
  };
  const end = (index) => {
    if (!state.open || !state.rows.length) return false;
    activate(search, index);
    return true;
  };
  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Home: () => end(0),
    End: () => end(-1),
    Enter: () => take(search),
    Escape: () => (state.open ? unfold(search, false) : empty(search)),
  };
  parts.box.addEventListener("keydown", (event) => {
    const { key, isComposing, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (isComposing || altKey || ctrlKey || metaKey || shiftKey || !Object.hasOwn(keys, key)) return;
    if (keys[key]() !== false) event.preventDefault();
  }, { signal });
}

function listenPointer(search, signal) {
  const { parts, state } = search;
  // The focus stays in the box, or the list would close before the click.
  for (const part of [parts.list, parts.note, parts.clear]) {
    part.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
  }
  parts.list.addEventListener("click", ({ target }) => {
    const node = target.closest("[role=option]");
    if (node) choose(search, state.rows[[...parts.list.children].indexOf(node)]);
  }, { signal });
  parts.clear.addEventListener("click", () => {
    empty(search);
    parts.box.focus();
  }, { signal });
  document.addEventListener("pointerdown", (event) => {
    if (!state.message || event.composedPath().includes(parts.section)) return;
    state.message = false;
    unfold(search, false);
  }, { signal });
}

/* A slash anywhere in the page brings the focus here, unless something is typed there. */
function listenSlash({ parts }, signal) {
  document.addEventListener("keydown", (event) => {
    const [target] = event.composedPath();
    const typing = target instanceof Element && target.matches("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    parts.box.focus();
  }, { signal });
}
