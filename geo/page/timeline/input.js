// The reader's hands: keys, mouse, touch and wheel, turned into the actions of timeline.js.

const SLOP_PX = 6;
const EDGE_PX = 14;

function listenKeys(line, act, signal) {
  const moves = {
    ArrowRight: () => act.goTo(line.state.day + 1),
    ArrowUp: () => act.goTo(line.state.day + 1),
    ArrowLeft: () => act.goTo(line.state.day - 1),
    ArrowDown: () => act.goTo(line.state.day - 1),
    PageUp: () => act.goTo(addMonths(line.state.day, 1)),
    PageDown: () => act.goTo(addMonths(line.state.day, -1)),
    Home: () => act.goTo(line.model.first),
    End: () => act.goTo(line.model.last),
    "+": () => act.zoom(0.5),
    "=": () => act.zoom(0.5),
    "-": () => act.zoom(2),
    0: () => act.showRange(line.state.whole),
    " ": () => act.play(),
    "?": () => act.help(),
  };
  const shifted = { ArrowRight: () => act.step(1), ArrowLeft: () => act.step(-1) };
  line.parts.thumb.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = (event.shiftKey && shifted[event.key]) || moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  }, { signal });
}

function listenButtons({ parts, state }, act, signal) {
  const on = (part, action) => part.addEventListener("click", action, { signal });
  on(parts.previous, () => act.step(-1));
  on(parts.next, () => act.step(1));
  on(parts.play, () => act.play());
  on(parts.zoomIn, () => act.zoom(0.5));
  on(parts.zoomOut, () => act.zoom(2));
  on(parts.zoomAll, () => act.showRange(state.whole));
  on(parts.help, () => act.help());
  parts.typed.addEventListener("focus", () => parts.typed.select(), { signal });
  parts.typed.addEventListener("change", () => act.type(typedDay(parts.typed.value)), { signal });
  parts.typed.addEventListener("blur", () => act.endTyping(), { signal });
}

/** One finger or the mouse moves the day, two fingers the range. */
function listenPlot(line, act, signal) {
  const { plot, thumb } = line.parts;
  const fingers = new Map();
  let drag = null;
  let pinch = null;
  const place = (event) => event.clientX - plot.getBoundingClientRect().left;

  function down(event) {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, place(event));
    plot.setPointerCapture(event.pointerId);
    if (fingers.size === 2) {
      drag = null;
      pinch = { range: line.state.range, ...twoFingers(fingers) };
      return;
    }
    const x = place(event);
    const onThumb = event.composedPath().includes(thumb);
    const own = pixelOf(line.state.day + 0.5, line.state.range, line.state.width);
    drag = { start: x, offset: onThumb ? own - x : 0, moving: false };
    if (event.pointerType === "mouse") {
      thumb.focus({ preventScroll: true });
      if (!onThumb) begin(x);
      event.preventDefault();
    }
  }

  // A finger may be about to scroll the page: it takes hold only after a sideways move or a tap.
  function begin(x) {
    drag.moving = true;
    act.drag(x + drag.offset);
  }

  function move(event) {
    if (!fingers.has(event.pointerId)) return;
    const x = place(event);
    fingers.set(event.pointerId, x);
    if (pinch) return fingers.size > 1 && pinched();
    if (drag && (drag.moving || Math.abs(x - drag.start) > SLOP_PX)) begin(x);
    else if (drag && event.pointerType === "mouse" && x !== drag.start) begin(x);
  }

  function pinched() {
    const now = twoFingers(fingers);
    const anchor = dayUnder(pinch.middle, pinch.range, line.state.width);
    const range = zoomed(pinch.range, pinch.apart / now.apart, anchor, line.state.whole);
    const days = ((pinch.middle - now.middle) / line.state.width) * (range.to - range.from);
    act.setRange(moved(range, days, line.state.whole));
  }

  function up(event) {
    if (!fingers.delete(event.pointerId)) return;
    if (pinch) {
      if (!fingers.size) pinch = null;
      return;
    }
    if (drag && !drag.moving && drag.offset === 0 && event.type === "pointerup") begin(place(event));
    if (drag?.moving) act.drop();
    drag = null;
  }

  plot.addEventListener("pointerdown", down, { signal });
  plot.addEventListener("pointermove", move, { signal });
  plot.addEventListener("pointerup", up, { signal });
  plot.addEventListener("pointercancel", up, { signal });
}

function twoFingers(fingers) {
  const [a, b] = [...fingers.values()];
  return { middle: (a + b) / 2, apart: Math.max(Math.abs(a - b), 20) };
}

function listenWheel({ parts, state }, act, signal) {
  parts.plot.addEventListener("wheel", (event) => {
    const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const delta = (event.deltaX + event.deltaY) * (event.deltaMode === 1 ? 16 : 1);
    const days = state.range.to - state.range.from;
    const x = event.clientX - parts.plot.getBoundingClientRect().left;
    const range = sideways
      ? moved(state.range, (delta / state.width) * days, state.whole)
      : zoomed(state.range, Math.exp(delta * 0.002), dayUnder(x, state.range, state.width), state.whole);
    // At the full range the wheel is the page's again.
    if (range.from === state.range.from && range.to === state.range.to) return;
    event.preventDefault();
    act.setRange(range);
  }, { signal, passive: false });
}

function listenOverview({ parts, state }, act, signal) {
  let grip = null;
  const dayAtPointer = (event) => {
    const box = parts.overview.getBoundingClientRect();
    return dayUnder(event.clientX - box.left, state.whole, box.width);
  };
  parts.overview.addEventListener("pointerdown", (event) => {
    parts.overview.setPointerCapture(event.pointerId);
    const day = dayAtPointer(event);
    const { from, to } = state.range;
    grip = day >= from && day < to ? day - from : (to - from) / 2;
    act.setRange(moved(state.range, day - grip - from, state.whole));
  }, { signal });
  parts.overview.addEventListener("pointermove", (event) => {
    if (grip !== null) act.setRange(moved(state.range, dayAtPointer(event) - grip - state.range.from, state.whole));
  }, { signal });
  for (const end of ["pointerup", "pointercancel"]) {
    parts.overview.addEventListener(end, () => { grip = null; }, { signal });
  }
}

/** The day and the number of events under a resting mouse. */
function listenHover(line, _act, signal) {
  const { plot, ghost } = line.parts;
  plot.addEventListener("pointermove", (event) => {
    const x = event.clientX - plot.getBoundingClientRect().left;
    const day = Math.floor(dayUnder(x, line.state.range, line.state.width));
    const hidden = event.pointerType !== "mouse" || event.buttons || day > line.model.last || day < line.model.first;
    ghost.classList.toggle("shown", !hidden);
    if (hidden) return;
    const y = event.clientY - plot.getBoundingClientRect().top;
    ghost.style.transform = `translateX(${x}px)`;
    ghost.classList.toggle("left", x > line.state.width / 2);
    ghost.firstElementChild.textContent = hoverWords(line, x, y, day);
  }, { signal });
  plot.addEventListener("pointerleave", () => ghost.classList.remove("shown"), { signal });
}

/** What lies under the pointer: over the bars a count, over the ticks an event, then the shares. */
function hoverWords(line, x, y, day) {
  const { model, state } = line;
  const words = inWords(day, model.words);
  if (y > LAYOUT.strip - 2) return [words, ...sharesOn(model, state.region, day)].join(" · ");
  if (y <= LAYOUT.ticks) return `${words} · ${countWords(line, day)}`;
  const near = stepEvents(model, state.region).find((event) =>
    Math.abs(pixelOf(event.start, state.range, state.width) - x) < 3);
  return near ? `${inWords(near.start, model.words)} · ${near.title}` : words;
}

function countWords({ model, state }, day) {
  const { grain, edges } = binEdges(state.range, state.width);
  const at = edges.findLastIndex((edge) => edge <= day);
  const [from, to] = [edges[at], edges[at + 1]];
  const count = model.groups.reduce((sum, _, g) => sum + countBetween(model, g, from, to), 0);
  return filled(model.words.count, { period: periodWords(from, to, grain.unit, model.words), count });
}

function periodWords(from, to, unit, words) {
  if (unit === "year") return String(partsOf(from).year);
  const short = (day) => `${words.months_short[partsOf(day).month]} ${partsOf(day).year}`;
  const name = unit === "month" ? short : (day) => inWords(day, words);
  const [first, last] = [name(from), name(to - 1)];
  return first === last ? first : `${first} – ${last}`;
}
