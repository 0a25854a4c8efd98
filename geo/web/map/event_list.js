/** The events at one place as a short list to choose from, by mouse, finger or keyboard. */
import { fill, h } from "../core/dom.js";
import { eventChoice } from "./choice.js";
import { placeBeside } from "./popup.js";

/** Returns {open(events, read, point, onChoose), close()}; `read()` gives what is shown then, {view, facts, words}. */
export function createEventList(map) {
  const box = h("div", { class: "atlas-event-list", role: "dialog", hidden: true });
  map.getContainer().append(box);
  L.DomEvent.disableClickPropagation(box).disableScrollPropagation(box);

  const close = () => {
    if (box.hidden) return;
    const inside = box.contains(document.activeElement);
    box.hidden = true;
    if (inside) map.getContainer().focus({ preventScroll: true });
  };
  const open = (events, read, point, onChoose) => {
    const now = read();
    // The view may be another by the time of the choice.
    const choose = (event) => {
      close();
      onChoose(eventChoice(event, read()));
    };
    box.setAttribute("aria-label", now.words.say("Events at this place"));
    fill(box, headOf(now.words, close), h("ul", {}, listRows(events, now).map((row) => rowOf(row, now.words, choose))));
    box.hidden = false;
    box.scrollTop = 0;
    placeBeside(box, map.getSize(), point);
    box.querySelector("ul button").focus({ preventScroll: true });
  };
  box.addEventListener("keydown", (press) => {
    press.stopPropagation();
    if (press.key === "Escape") close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
    if (step) moveFocus(box, step, press);
  });
  map.on("movestart zoomstart", close);
  return { open, close };
}

/** The list's rows in the order of the events: {event, moves: the day it goes to, or null if it stays}. */
export function listRows(events, now) {
  return events.map((event) => {
    const { date } = eventChoice(event, now);
    return { event, moves: date === now.view.date ? null : date };
  });
}

function headOf(words, close) {
  return h(
    "div",
    { class: "atlas-event-list-head" },
    h("strong", {}, words.say("Events at this place")),
    h("button", { type: "button", "aria-label": words.say("Close"), on: { click: close } }, "×"),
  );
}

function rowOf({ event, moves }, words, choose) {
  const notes = [words.when(event), event.own && words.say("Your own record")].filter(Boolean);
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", on: { click: () => choose(event) } },
      h("small", {}, notes.join(" · ")),
      h("span", { lang: words.titleLang(event) }, event.title),
      moves && h("small", { class: "atlas-moves" }, words.say("goes to {day}", { day: words.days(moves) })),
    ),
  );
}

function moveFocus(box, step, press) {
  press.preventDefault();
  const buttons = [...box.querySelectorAll("ul button")];
  const place = buttons.indexOf(document.activeElement) + step;
  buttons[Math.min(Math.max(place, 0), buttons.length - 1)].focus();
}
