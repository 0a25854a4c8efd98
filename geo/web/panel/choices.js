/** The choices beside timeline and map: region, days of events, a second day to compare with. */
import { addMonths, isoOf, toDay } from "../core/days.js";
import { h } from "../core/dom.js";
import { readTypedDay } from "../core/typed_day.js";
import { parseWindow } from "../core/window.js";
import { mountReading } from "./reading.js";

/** Mounts the boxes; the box `Region` does the same as a click on the map. Returns {unmount}. */
export function mountChoices(element, store) {
  const state = { comparing: false, typed: "", problem: "" };
  const draw = () => [
    h("div", { class: "choices" }, regionBox(store), windowBox(store), compareButton(store, state)),
    state.comparing && compareForm(store, state),
  ];
  const reading = mountReading(element, store, draw, { name: "boxes", uses: ["date", "region", "window", "compare"] });
  const compareWith = (day) => {
    Object.assign(state, { typed: "", problem: "" });
    if (!store.change({ compare: day || null })) reading.paint();
  };
  const typeCompared = (text) => {
    const { day, problem } = text.trim() ? readTypedDay(text, store) : {};
    if (!problem) return compareWith(day === undefined ? null : isoOf(day));
    Object.assign(state, { typed: text, problem });
    return reading.paint();
  };
  const listen = (type, act) => reading.body.addEventListener(type, ({ target }) => act(target));
  listen("change", (target) => {
    const { focus: name } = target.dataset;
    if (name === "region") store.change({ region: target.value || null });
    if (name === "window") store.change({ window: target.value });
    if (name === "compare-known") compareWith(target.value);
    if (name === "compare") typeCompared(target.value);
  });
  listen("click", (target) => {
    if (target.closest?.("button")?.dataset.focus !== "compare-open") return;
    state.comparing = !state.comparing;
    reading.paint();
    if (state.comparing) reading.body.querySelector("[data-focus=compare]")?.focus();
  });
  return reading;
}

/** A labelled select box; options are [value, text]. */
export function selectBox(label, name, value, options) {
  const nodes = options.map(([one, text]) => h("option", { value: one, selected: one === value }, text));
  return labelled(label, h("select", { id: `atlas-${name}`, data: { focus: name } }, nodes));
}

/* Label and control side by side: inside the label a list's own words would be part of its name. */
function labelled(label, control) {
  return h("div", { class: "box" }, h("label", { for: control.id }, label), control);
}

function regionBox({ words, view, facts }) {
  const regions = facts.regions.map(({ id, name }) => [id, words.name(name)]);
  regions.sort(([, one], [, other]) => words.compare(one, other));
  return selectBox(words.say("Region"), "region", view.region ?? "", [["", words.say("All regions")], ...regions]);
}

/* A range brushed in the timeline stands in front until another choice is made. */
function windowBox({ words, view, facts }) {
  const own = facts.windows.includes(view.window) ? [] : [view.window];
  const options = [...own, ...facts.windows].map((window) => [window, windowText(words, window)]);
  return selectBox(words.say("Show events of"), "window", view.window, options);
}

function windowText(words, text) {
  const window = parseWindow(text);
  if (!window) return text;
  const { fixed, first, last, days } = window;
  if (fixed) return words.days(first, { last });
  if (days === Infinity) return words.say("all days so far");
  return days === 1 ? words.say("this day") : words.count("the last {number} day", "the last {number} days", days);
}

function compareButton({ words, view }, { comparing }) {
  const text = view.compare ? words.say("Compared with {day}", { day: words.days(view.compare) }) : words.say("Compare with…");
  return h("button", { type: "button", class: "way", data: { focus: "compare-open" }, "aria-expanded": String(comparing) }, text);
}

function compareForm({ words, view, facts }, { typed, problem }) {
  const known = knownDays(words, view, facts);
  const value = known.some(([day]) => day === view.compare) ? view.compare : "";
  return h(
    "div",
    { class: "choices compare-form" },
    labelled(
      words.say("Day to compare with"),
      h("input", {
        type: "text", id: "atlas-compare", maxlength: 60, autocomplete: "off", spellcheck: "false",
        value: typed || (view.compare ?? ""), "aria-invalid": String(Boolean(problem)), data: { focus: "compare" },
      }),
    ),
    selectBox(words.say("Or one of these"), "compare-known", value, [["", words.say("Choose a day")], ...known]),
    view.compare && h("button", { type: "button", class: "way", data: { change: JSON.stringify({ compare: null }) } }, words.say("Show one day")),
    h("p", { class: "note", role: "alert" }, problem),
  );
}

/* The days often wanted beside this one: around it, and each era's first. */
function knownDays(words, view, facts) {
  const day = toDay(view.date);
  const around = [
    [day - 1, words.say("The day before")],
    [addMonths(day, -12), words.say("A year before")],
    [addMonths(day, -120), words.say("Ten years before")],
  ];
  const eras = facts.eras.map(({ startDay, name }) => [startDay, words.name(name)]);
  return [...around, ...eras]
    .filter(([known]) => known >= facts.firstDay && known <= facts.lastDay && known !== day)
    .map(([known, name]) => [isoOf(known), words.say("{name}: {what}", { name, what: words.days(known) })]);
}
