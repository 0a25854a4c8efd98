/** Mouse and fingers on the track: one moves the day, picks an event or brushes a range, two zoom. */
import { dayInside, dayUnder, moved, pixelOf, zoomed } from "./scale.js";
import { HEIGHTS, REACH_PX } from "./sizes.js";

const SLOP_PX = 6;
const CLOSEST_FINGERS_PX = 20;
const LINE_PX = 16;

/** Listens to mouse and fingers on the track. */
export function listenPlot(line, act, signal) {
  const { plot } = line.parts;
  const fingers = new Map();
  let gesture = null;

  function down(event) {
    if (event.button !== 0) return;
    const spot = spotOf(event, plot);
    fingers.set(event.pointerId, spot.x);
    plot.setPointerCapture(event.pointerId);
    if (fingers.size === 2) {
      gesture?.end(spot, true);
      gesture = pinchGesture(line, act, fingers);
      return;
    }
    gesture = gestureFor(line, act, event, spot);
    if (!spot.mouse) return;
    line.parts.thumb.focus({ preventScroll: true });
    event.preventDefault();
  }

  function move(event) {
    if (!fingers.has(event.pointerId)) return;
    const spot = spotOf(event, plot);
    fingers.set(event.pointerId, spot.x);
    gesture?.move(spot);
  }

  function up(event) {
    if (!fingers.delete(event.pointerId) || fingers.size) return;
    gesture?.end(spotOf(event, plot), event.type !== "pointerup");
    gesture = null;
  }

  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up };
  for (const [type, listener] of Object.entries(listeners)) plot.addEventListener(type, listener, { signal });
}

/** Listens to the wheel: zoom, sideways or with Shift moves the range shown. */
export function listenWheel({ parts, state }, act, signal) {
  parts.plot.addEventListener("wheel", (event) => {
    const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const delta = (event.deltaX + event.deltaY) * (event.deltaMode === 1 ? LINE_PX : 1);
    const days = state.range.to - state.range.from;
    const x = event.clientX - parts.plot.getBoundingClientRect().left;
    const range = sideways
      ? moved(state.range, (delta / state.width) * days, state.full)
      : zoomed(state.range, Math.exp(delta * 0.002), dayUnder(x, state.range, state.width), state.full);
    // At the full range the wheel is the page's again.
    if (range.from === state.range.from && range.to === state.range.to) return;
    event.preventDefault();
    act.setRange(range);
  }, { signal, passive: false });
}

function spotOf(event, plot) {
  const { left, top } = plot.getBoundingClientRect();
  const [x, y] = [event.clientX - left, event.clientY - top];
  return { x, y, away: Math.max(-y, y - HEIGHTS.axis, 0), mouse: event.pointerType === "mouse" };
}

function gestureFor(line, act, event, spot) {
  const path = event.composedPath();
  const { thumb, edgeFrom, edgeTo } = line.parts;
  if (path.includes(thumb)) return scrubGesture(line, act, spot, true);
  if (path.includes(edgeFrom)) return brushGesture(line, act, line.state.window.last, null);
  if (path.includes(edgeTo)) return brushGesture(line, act, line.state.window.first, null);
  const brushes = line.state.armed || (spot.mouse && (event.shiftKey || event.altKey));
  return brushes ? brushGesture(line, act, null, spot) : scrubGesture(line, act, spot, false);
}

/* Moves the day. A finger may be about to scroll the page: it takes hold after a sideways move or a tap. */
function scrubGesture(line, act, start, onThumb) {
  const own = pixelOf(line.state.day + 0.5, line.state.range, line.state.width);
  const onTicks = !onThumb && start.y >= HEIGHTS.ticks - 4 && start.y <= HEIGHTS.strip;
  let [held, picked] = [false, false];
  const hold = () => {
    held = true;
    act.grab(start.x, onThumb ? own - start.x : 0);
  };
  const tap = (reach) => {
    picked = onTicks && act.pick(start.x, reach);
    if (!picked) hold();
  };
  if (start.mouse && !onThumb) tap(REACH_PX.mouse);
  return {
    move(spot) {
      const slop = start.mouse && !picked ? 0 : SLOP_PX;
      if (!held && Math.abs(spot.x - start.x) > slop) hold();
      if (held) act.drag(spot.x, spot.away);
    },
    end(_spot, cancelled) {
      if (!held && !cancelled && !start.mouse && !onThumb) tap(REACH_PX.finger);
      if (held) act.drop();
    },
  };
}

/* Chooses the range between the fixed day, or the one pressed, and the pointer. */
function brushGesture(line, act, fixed, start) {
  const { state, store } = line;
  const dayAtSpot = ({ x }) => Math.floor(dayInside(x, state));
  const anchor = fixed ?? state.anchor ?? dayAtSpot(start);
  let isMoved = false;
  state.brushing = true;
  act.halt();
  return {
    move(spot) {
      if (start && Math.abs(spot.x - start.x) <= SLOP_PX && !isMoved) return;
      isMoved = true;
      act.brush(anchor, dayAtSpot(spot));
    },
    end(spot, cancelled) {
      if (start && !isMoved && !cancelled) act.anchor(dayAtSpot(spot));
      else if (start) act.arm(false);
      state.brushing = false;
      if (!cancelled || isMoved) store.change({}, "settle");
    },
  };
}

function pinchGesture(line, act, fingers) {
  const { state } = line;
  const [range, start] = [state.range, twoFingers(fingers)];
  return {
    move() {
      if (fingers.size < 2) return;
      const now = twoFingers(fingers);
      const about = dayUnder(start.middle, range, state.width);
      const next = zoomed(range, start.apart / now.apart, about, state.full);
      const days = ((start.middle - now.middle) / state.width) * (next.to - next.from);
      act.setRange(moved(next, days, state.full));
    },
    end() {},
  };
}

function twoFingers(fingers) {
  const [a, b] = [...fingers.values()];
  return { middle: (a + b) / 2, apart: Math.max(Math.abs(a - b), CLOSEST_FINGERS_PX) };
}
