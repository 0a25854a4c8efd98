/**
 * What a click selects.
 *
 * A click on a unit selects its own district. Where the unit belongs to further regions (the former
 * oblast, Aghdara), another click moves on to the next; the tooltip says which. A click on a town
 * selects the town's region, also where a symbol stands on it.
 */

/** What a click on the target changes in the view; `now` is {view, facts, last: id of the place clicked last}. */
export function choiceFor(target, now) {
  if (!target) return { region: null };
  if (target.kind === "line") return target.under ? choiceFor(target.under, now) : { region: now.view.region };
  if (target.kind === "events") {
    if (target.place) return choiceFor(target.place, now);
    return target.events.length > 1 ? { region: now.view.region } : eventChoice(target.events[0], now);
  }
  return { region: nextRegion(target, now) ?? target.regions[0] };
}

/** What opening the event changes: the day to its first, as far as the records reach, and the region to one of its own. */
export function eventChoice({ id, start, regions }, { view, facts }) {
  const region = regions.includes(view.region) ? view.region : (regions[0] ?? view.region);
  const date = start < facts.first ? facts.first : start > facts.last ? facts.last : start;
  return { region, date, event: id };
}

/** True if the target's events are offered as a list: several, or some beside the town that a click opens. */
export function offersList(target) {
  return target?.kind === "events" && (target.events.length > 1 || target.place !== null);
}

/** True if a click there does anything. */
export function isClickable(target, now) {
  if (!target) return false;
  return offersList(target) || Object.entries(choiceFor(target, now)).some(([key, value]) => value !== now.view[key]);
}

/** The further region that clicking the same place again selects; undefined if there is none. */
export function nextRegion({ id, regions }, { view, last }) {
  const place = regions.indexOf(view.region);
  if (id !== last || place < 0 || regions.length < 2) return undefined;
  return regions[(place + 1) % regions.length];
}

/** The place whose further regions a next click on the target goes through; null if there is none. */
export function groundOf(target) {
  if (!target) return null;
  if (target.kind === "line") return target.under;
  return target.kind === "events" ? target.place : target;
}
