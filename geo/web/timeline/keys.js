/** Keys on the thumb, and the buttons and boxes around the track. */
import { addMonths, clamp } from "../core/days.js";

const EDGE_PX = 8;

/** Listens to the keys of the thumb, and to Escape anywhere in the timeline. */
export function listenKeys(line, act, signal) {
  const moves = keyMoves(line, act);
  const shifted = { ArrowRight: () => act.step(1), ArrowLeft: () => act.step(-1) };
  line.parts.thumb.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // By its place where the layout has another letter on the key of [ or ].
    const move = (event.shiftKey && shifted[event.key]) || moves[event.key] || moves[event.code];
    if (!move) return;
    event.preventDefault();
    move();
  }, { signal });
  line.parts.section.addEventListener("keydown", (event) => {
    const open = line.parts.section.querySelector(":popover-open");
    const typing = event.composedPath()[0] === line.parts.typed;
    if (event.key === "Escape" && typing) act.endTyping();
    else if (event.key === "Escape" && !open) act.clear();
  }, { signal });
}

function keyMoves(line, act) {
  const { state } = line;
  const by = (days) => () => act.goTo(state.day + days);
  return {
    ArrowRight: by(1),
    ArrowUp: by(1),
    ArrowLeft: by(-1),
    ArrowDown: by(-1),
    PageUp: () => act.goTo(addMonths(state.day, 1)),
    PageDown: () => act.goTo(addMonths(state.day, -1)),
    Home: () => act.goTo(line.model.first),
    End: () => act.goTo(line.model.last),
    "+": () => act.zoom(0.5),
    "=": () => act.zoom(0.5),
    "-": () => act.zoom(2),
    0: () => act.showRange(state.full),
    " ": () => act.play(),
    "<": () => act.faster(-1),
    ">": () => act.faster(1),
    "[": () => act.mark("first"),
    BracketLeft: () => act.mark("first"),
    "]": () => act.mark("last"),
    BracketRight: () => act.mark("last"),
    "?": () => act.help(),
  };
}

/** Listens to the buttons, the date field and the two boxes. */
export function listenButtons(line, act, signal) {
  const { parts, state } = line;
  const on = (part, action) => part.addEventListener("click", action, { signal });
  on(parts.previous, () => act.step(-1));
  on(parts.next, () => act.step(1));
  on(parts.play, () => act.play());
  on(parts.brush, () => act.arm(!state.armed));
  on(parts.clear, () => {
    act.clear();
    parts.thumb.focus({ preventScroll: true });
  });
  on(parts.zoomIn, () => act.zoom(0.5));
  on(parts.zoomOut, () => act.zoom(2));
  on(parts.zoomAll, () => act.showRange(state.full));
  parts.typed.addEventListener("focus", () => parts.typed.select(), { signal });
  parts.typed.addEventListener("change", () => act.type(parts.typed.value), { signal });
  parts.typed.addEventListener("blur", () => act.endTyping(), { signal });
  listenBoxes(parts, signal);
}

function listenBoxes({ help, keys, options, optionsBox }, signal) {
  help.popoverTargetElement = keys;
  options.popoverTargetElement = optionsBox;
  for (const [button, box] of [[help, keys], [options, optionsBox]]) {
    box.addEventListener("toggle", ({ newState }) => {
      button.setAttribute("aria-expanded", String(newState === "open"));
      if (box === optionsBox && newState === "open") placeUnder(box, button);
    }, { signal });
  }
  // In the top layer the box would stay where it is while the page moves on.
  const hide = () => optionsBox.matches(":popover-open") && optionsBox.hidePopover();
  addEventListener("scroll", hide, { signal, capture: true, passive: true });
}

/* Right under the button, inside the window. */
function placeUnder(box, button) {
  const { bottom, right } = button.getBoundingClientRect();
  box.style.top = `${Math.min(bottom + 4, innerHeight - box.offsetHeight - EDGE_PX)}px`;
  box.style.left = `${clamp(right - box.offsetWidth, EDGE_PX, innerWidth - box.offsetWidth - EDGE_PX)}px`;
}
