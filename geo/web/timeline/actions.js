/** What the reader can do: choose a day or an event. Every choice changes the store's view at once. */
import { clamp, isoOf } from "../core/days.js";
import { readTypedDay } from "../core/typed_day.js";
import { brushActions } from "./brush.js";
import { eventsAt, neighbour } from "./event_steps.js";
import { paintOptions, saveOptions, SPEEDS } from "./options.js";
import { paintMessage } from "./paint.js";
import { playActions } from "./play.js";
import { draggedTo, rangeActions } from "./range.js";
import { dayInside } from "./scale.js";

/** All actions of the timeline by name. */
export function createActions(line) {
  const act = {};
  const makers = [choiceActions, dragActions, typeActions, rangeActions, playActions, brushActions, optionActions];
  return Object.assign(act, ...makers.map((make) => make(line, act)));
}

function choiceActions(line, act) {
  const { state, store } = line;
  return {
    /** Moves to the day, and selects the event or none. */
    goTo(day, event = null) {
      act.stop();
      store.change({ date: isoOf(clamp(day, line.model.first, line.model.last)), event });
    },
    /** To the next event (1) or the previous (-1), one after the other also where they share a day. */
    step(direction) {
      const event = neighbour(line.model, state, direction);
      if (event) act.goTo(event.start, event.id);
    },
    /** The event near x; where several are, the one after the selected. False if there is none. */
    pick(x, reach) {
      const near = eventsAt(line.model, state, x, reach);
      if (!near.length) return false;
      const event = near[(near.findIndex(({ id }) => id === state.event) + 1) % near.length];
      act.goTo(event.start, event.id);
      return true;
    },
  };
}

function dragActions(line, act) {
  const { state, store } = line;
  const choose = () => {
    const day = clamp(Math.floor(state.drag.at), line.model.first, line.model.last);
    if (day !== state.day) store.change({ date: isoOf(day) }, "drag");
  };
  return {
    /** Takes hold of the day at x; an `offset` keeps a thumb that was grabbed off its middle in place. */
    grab(x, offset = 0) {
      act.stop();
      state.dragging = true;
      state.drag = { x, offset, at: dayInside(x + offset, state) };
      choose();
    },
    /** Follows to x, the finer the further `away` (pixels) from the track. */
    drag(x, away) {
      state.drag.at = draggedTo(x, away, state);
      state.drag.x = x;
      choose();
      act.pushEdge(away);
    },
    drop() {
      state.dragging = false;
      store.change({}, "settle");
    },
  };
}

function typeActions(line, act) {
  const { parts, state, store } = line;
  return {
    /** Goes to a typed day; what is none, or could be two, is answered with what to write. */
    type(text) {
      const { day, problem } = readTypedDay(text, store);
      parts.typed.setAttribute("aria-invalid", String(problem !== undefined));
      if (problem) {
        paintMessage(line, problem);
        return;
      }
      parts.typed.value = isoOf(day);
      act.goTo(day);
    },
    endTyping() {
      if (parts.typed.getAttribute("aria-invalid") === "true") line.refresh({ note: true });
      parts.typed.removeAttribute("aria-invalid");
      parts.typed.value = isoOf(state.day);
    },
  };
}

function optionActions(line, act) {
  const { parts, state } = line;
  return {
    set(name, value) {
      state.options[name] = value;
      saveOptions(state.options);
      line.refresh({ chart: true, names: true });
      paintOptions(line);
    },
    faster(by) {
      const at = SPEEDS.indexOf(state.options.speed) + by;
      act.set("speed", SPEEDS[clamp(at, 0, SPEEDS.length - 1)]);
    },
    help() {
      parts.keys.togglePopover();
    },
  };
}
