/* Pointing, tapping and clicking: what lies there, what it is called, what a click on it selects. */
import { choiceFor, eventChoice } from "./choice.js";
import { drawPick } from "./pick.js";
import { drawTip } from "./tip.js";

const FINGER = 10;
const MOUSE = 3;

/** Calls `choose({region, day?, event?})` on clicks; `read()` gives what the map shows now. */
export function watchPointer(map, sheet, read, choose) {
  const tip = drawTip(map);
  const pick = drawPick(map);
  const hovers = matchMedia("(hover: hover)");
  let over = null;
  let told = null;
  let last = null;
  const now = () => ({ ...read(), last });
  const hide = () => {
    over = told = null;
    tip.hide();
  };
  const tell = (target, point) => {
    const key = keyOf(target, now());
    tip.show(key === over ? null : sheet.describe(target, now()), point);
    over = key;
    told = { target, point };
  };

  map.on("click", (press) => {
    const target = targetOf(sheet, press, hovers.matches ? MOUSE : FINGER);
    hide();
    pick.close();
    if (target?.events?.length > 1) {
      const open = (event) => choose(eventChoice(event, now()));
      return pick.open(target.events, now().words, press.containerPoint, open);
    }
    const choice = choiceFor(target, now());
    const unit = target?.under ?? target;
    last = unit?.kind === "unit" ? unit.id : null;
    choose(choice);
    if (target && !hovers.matches) tell(target, press.containerPoint);
  });
  map.on("mousemove", (move) => {
    if (!hovers.matches) return;
    const target = targetOf(sheet, move, MOUSE);
    map.getContainer().classList.toggle("atlas-over-event", target?.kind === "event");
    if (target) tell(target, move.containerPoint);
    else hide();
  });
  map.on("mouseout movestart zoomstart resize", hide);
  return {
    /** Says of the same ground what is true now; an event may be gone from there. */
    refresh() {
      if (told?.target.kind === "event") hide();
      else if (told) tell(told.target, told.point);
    },
    quiet() {
      hide();
      pick.close();
    },
  };
}

function keyOf({ kind, id, under }, { region, last, day, window, words }) {
  return [kind, id, under?.id, region, last, day, window, words.lang].join(" ");
}

function targetOf(sheet, { containerPoint, originalEvent: { target, clientX, clientY } }, slack) {
  const events = sheet.eventsAt(containerPoint, slack);
  if (events.length) return { kind: "event", id: events[0].id, events };
  const { near } = target.dataset ?? {};
  if (!near) return groundOf(sheet, target);
  const below = document.elementsFromPoint(clientX, clientY).find((one) => one.dataset?.unit);
  return { kind: "line", id: near, under: below ? groundOf(sheet, below) : null };
}

function groundOf(sheet, target) {
  const { unit, region } = target.dataset ?? {};
  if (unit) return { kind: "unit", id: unit, regions: sheet.regionsOf(unit) };
  return region ? { kind: "region", id: region, regions: [region] } : null;
}
