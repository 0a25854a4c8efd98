/** Pointing, tapping and clicking: what lies there, what it is called, what a click on it selects. */
import { h } from "../core/dom.js";
import { choiceFor, groundOf, isClickable, offersList } from "./choice.js";
import { createEventList } from "./event_list.js";
import { createTooltip } from "./popup.js";
import { tooltipLines } from "./tooltip_text.js";

const FINGER_PX = 10;
const MOUSE_PX = 3;

/**
 * Watches a map; `layers` are those of map_view.js, `read()` gives {view, facts, words}.
 *
 * Clicks call `choose({region, date?, event?})`.
 */
export function watchPointer(map, layers, read, choose) {
  const tooltip = createTooltip(map);
  const list = createEventList(map);
  const hovers = matchMedia("(hover: hover)");
  const container = map.getContainer();
  let shown = null;
  let last = null;

  const now = () => ({ ...read(), last });
  const hide = () => {
    shown = null;
    tooltip.hide();
    layers.selection.hover(null);
    container.classList.remove("atlas-clickable");
  };
  const show = (target, point) => {
    const key = keyOf(target, now());
    if (key === shown?.key) tooltip.move(point);
    else tooltip.show(contentOf(target, now(), layers), point);
    shown = { key, target, point };
  };
  const invite = (target) => {
    const clickable = isClickable(target, now());
    container.classList.toggle("atlas-clickable", clickable);
    layers.selection.hover(clickable ? hoveredRegion(target, now()) : null);
  };
  const click = (press) => {
    const target = targetAt(layers, press, hovers.matches ? MOUSE_PX : FINGER_PX);
    hide();
    list.close();
    const choice = choiceFor(target, now());
    const ground = groundOf(target);
    last = ground?.id ?? null;
    const listed = target?.kind === "events" && offersList(target) ? target : null;
    if (!listed || listed.place) choose(choice);
    if (listed) list.open(listed.events, now, press.containerPoint, choose);
    else if (target && !hovers.matches) show(target, press.containerPoint);
  };
  const move = (event) => {
    if (!hovers.matches) return;
    const target = targetAt(layers, event, MOUSE_PX);
    if (target) {
      show(target, event.containerPoint);
      invite(target);
    } else hide();
  };

  map.on("click", click).on("mousemove", move).on("mouseout movestart zoomstart resize", hide);
  return {
    /** Says of the same ground what is true now; an event may be gone from there. */
    refresh() {
      if (shown?.target.kind === "events") hide();
      else if (shown) {
        const { target, point } = shown;
        show(target, point);
        if (hovers.matches) invite(target);
      }
    },
    close() {
      hide();
      list.close();
    },
  };
}

function contentOf(target, now, layers) {
  const lines = tooltipLines(target, now, layers.units.control);
  return h("div", { lang: now.words.lang }, lines.map(([tag, text, lang]) => h(tag, { lang }, text)));
}

function keyOf({ kind, id, under }, { view, words, last }) {
  return [kind, id, under?.id, view.region, last, view.date, view.window, words.lang].join(" ");
}

/* The region that a click would select, unless it is selected already. */
function hoveredRegion(target, now) {
  if (target.kind === "events" && !target.place) return null;
  const { region } = choiceFor(target, now);
  return region === now.view.region ? null : region;
}

/**
 * What lies at the pointer, the uppermost first; null if nothing is there that has a name.
 *
 * @returns {import("../core/types.js").Target | null}
 */
function targetAt(layers, { containerPoint, originalEvent: { target, clientX, clientY } }, slack) {
  const { events, center } = layers.events.at(containerPoint, slack);
  if (events.length) {
    const town = layers.labels.at(containerPoint, slack, "dots") ?? layers.labels.at(L.point(center), slack, "dots");
    return { kind: "events", id: events[0].id, events, place: town && placeTarget(town, layers) };
  }
  const name = layers.labels.at(containerPoint, slack);
  if (name) return placeTarget(name, layers, target);
  const { near } = target.dataset ?? {};
  if (!near) return groundTarget(layers, target);
  const below = document.elementsFromPoint(clientX, clientY).find((/** @type {any} */ one) => one.dataset?.unit);
  return { kind: "line", id: near, under: below ? groundTarget(layers, below) : null };
}

/**
 * A town or a name on the map stands for its region, and for the further ones of the same ground.
 *
 * @param {{ id: string, region: string, unit?: string | null }} name
 * @param {any} layers
 * @param {HTMLElement | null} [element]
 * @returns {import("../core/types.js").Ground}
 */
function placeTarget({ id, region, unit }, layers, element = null) {
  const below = element?.dataset?.unit;
  const ground = unit ?? (layers.regionsOf(below)?.includes(region) ? below : null);
  return { kind: "place", id, unit: ground, regions: layers.regionsWith(region) };
}

/**
 * @param {any} layers
 * @param {any} element
 * @returns {import("../core/types.js").Ground | null}
 */
function groundTarget(layers, element) {
  const { unit, region } = element.dataset ?? {};
  if (unit) return { kind: "unit", id: unit, unit, regions: layers.regionsOf(unit) };
  return region ? { kind: "region", id: region, regions: [region] } : null;
}
