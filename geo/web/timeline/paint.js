/**
 * What moves with the day: thumb, window, large day, era, what is said aloud. It writes and never
 * measures, so that a frame of a drag stays short; label widths are measured on layout.
 */
import { clamp, dayAt, isoOf } from "../core/days.js";
import { fill, h } from "../core/dom.js";
import { windowSpan } from "../core/window.js";
import { paintEra } from "./eras.js";
import { eventsOn } from "./event_steps.js";
import { eraAt } from "./model.js";
import { isSameRange, pixelOf } from "./scale.js";

const EDGES_PX = 14;

/** Moves the thumb and the window's shade to the day, and writes the day where it is another. */
export function paintDay(line) {
  const { parts, state } = line;
  const { day, range, width, full } = state;
  const x = pixelOf(state.at ?? day + 0.5, range, width);
  parts.thumb.style.transform = `translateX(${clamp(x, 0, width)}px)`;
  parts.thumb.classList.toggle("away", x < 0 || x > width);
  parts.mark.style.left = `${((day + 0.5 - full.from) / (full.to - full.from)) * 100}%`;
  paintWindow(line);
  if (state.painted === day) return;
  state.painted = day;
  paintWords(line, line.store.words.days(day), isoOf(day));
}

/* The window's days as a shade; the ends of a chosen range as handles. */
function paintWindow({ parts, state, model }) {
  const { range, width, window } = state;
  const { first, last } = windowSpan(window, state.day, model.first);
  const edges = { from: pixelOf(first, range, width), to: pixelOf(last + 1, range, width) };
  const [left, right] = [clamp(edges.from, 0, width), clamp(edges.to, 0, width)];
  parts.window.style.transform = `translateX(${left}px) scaleX(${right - left})`;
  // Closer together they could not be told apart: then zoom in first.
  const apart = right - left > EDGES_PX || left === 0 || right === width;
  for (const [edge, at] of [[parts.edgeFrom, edges.from], [parts.edgeTo, edges.to]]) {
    const seen = window.fixed && apart && at >= 0 && at <= width;
    edge.classList.toggle("shown", seen);
    if (seen) edge.style.transform = `translateX(${at}px)`;
  }
}

function paintWords(line, text, iso) {
  const { parts, state, model } = line;
  parts.day.textContent = text;
  parts.day.dateTime = iso;
  parts.thumb.dataset.date = iso;
  parts.thumb.setAttribute("aria-valuenow", String(state.day - model.first));
  parts.thumb.setAttribute("aria-valuetext", text);
  if (parts.typed.getRootNode().activeElement !== parts.typed) parts.typed.value = iso;
  if (parts.message.textContent) parts.message.textContent = "";
  const hint = dragHint(line);
  if (parts.note.textContent !== hint) parts.note.textContent = hint;
  const era = eraAt(model, state.day);
  if (state.era !== era) paintEra(line, era);
}

/* While a day is less than a pixel, so that a plain drag cannot reach each, how to reach it. */
function dragHint({ state: { dragging, range, width }, store }) {
  return dragging && range.to - range.from > width ? store.words.say("Pull away from the track for single days.") : "";
}

/** Writes beside the era what happened on the day the reader has settled on, and says it aloud. */
export function paintNote(line) {
  const { parts, state, model, store } = line;
  const { words } = store;
  if (state.armed) {
    return paintMessage(line, state.anchor === null
      ? words.say("Drag over the days of the range, or choose its first day.")
      : words.say("Now choose the last day of the range."));
  }
  const titles = eventsOn(model, state).map(({ record }) => ({
    when: whenText(record, words), title: words.title(record), lang: words.titleLang(record),
  }));
  const texts = titles.map(({ when, title }) => when + title);
  if (state.day === model.last) texts.push(words.say("Records end on this day; later days have no data."));
  parts.message.textContent = "";
  parts.note.title = texts.join(" · ") || dragHint(line);
  const named = titles.map(({ when, title, lang }) => [when, h("span", { lang }, title)]);
  fill(parts.note, [...named, ...texts.slice(titles.length)].flatMap((each, index) => (index ? [" · ", each] : [each])));
  if (!texts.length) parts.note.textContent = dragHint(line);
  return speak(line, [words.days(state.day), parts.era.textContent, ...texts].filter(Boolean).join(". "));
}

/* When the event was, to stand in front of its title; nothing where that is just its first day. */
function whenText(record, words) {
  const exact = record.prec === 1 && record.startDay === record.endDay;
  return exact ? "" : `${words.when(record)}: `;
}

/** Shows a sentence, which stays until the day moves or what it asks for is done, and says it aloud. */
export function paintMessage(line, sentence) {
  // What is still to be said of an earlier step would take its place.
  clearTimeout(line.pause);
  line.wanted.note = false;
  line.parts.message.textContent = sentence;
  speak(line, sentence);
}

function speak({ parts, store }, text) {
  // Said after a pause, so that for a moment it is in another language than the page.
  parts.live.lang = store.words.lang;
  if (parts.live.textContent !== text) parts.live.textContent = text;
}

/** Paints the day compared with: a lighter mark with its date, and the thumb's description. */
export function paintCompared({ parts, state, store }) {
  const { compare, range, width } = state;
  const x = compare === null ? -1 : pixelOf(compare + 0.5, range, width);
  const seen = x >= 0 && x <= width;
  const day = compare === null ? "" : store.words.days(compare);
  parts.other.classList.toggle("shown", seen);
  parts.other.classList.toggle("left", x > width / 2);
  if (seen) parts.other.style.transform = `translateX(${x}px)`;
  parts.other.firstElementChild.textContent = day;
  parts.compared.textContent = day && store.words.say("Compared with {day}", { day });
}

/** Writes the chosen range, with the way to clear it; of other windows nothing. */
export function paintChip({ parts, state, store }) {
  const { window } = state;
  parts.chip.hidden = !window.fixed;
  if (!window.fixed) return;
  const days = store.words.days(window.first, { last: window.last });
  parts.chip.firstElementChild.textContent = store.words.say("Events shown: {days}", { days });
}

/** Measures the widest day, so that nothing moves when the day changes, and the era labels. */
export function measure({ parts, state, store }) {
  const days = Array.from({ length: 12 }, (_, month) => store.words.days(dayAt(2000, month, 28)));
  const probe = h("span", { class: "probe" }, days.join("\n"));
  parts.day.append(probe);
  const widest = probe.offsetWidth;
  state.width = parts.plot.clientWidth;
  state.labels = [...parts.eras.children].map((button) => button.offsetWidth);
  probe.remove();
  parts.day.style.minWidth = `${widest}px`;
}

/** Frames in the strip below the track what is shown. */
export function placeOverview({ parts, state }) {
  const { range, full } = state;
  const days = full.to - full.from;
  parts.ghost.classList.remove("shown");
  parts.overview.classList.toggle("full", isSameRange(range, full));
  parts.frame.style.left = `${((range.from - full.from) / days) * 100}%`;
  parts.frame.style.width = `${((range.to - range.from) / days) * 100}%`;
}
