/* What a click selects.

   A click on a unit selects its own district. Where the unit belongs to further regions (the
   former oblast, Aghdara), another click moves on to the next; the note beside it says which. */

/** What a click on the target selects; `now` is {region: selected, last: the unit clicked last}. */
export function choiceFor(target, now) {
  if (!target) return { region: null };
  if (target.kind === "event") return eventChoice(target.events[0], now);
  if (target.kind === "line") return target.under ? choiceFor(target.under, now) : { region: now.region };
  return { region: nextRegion(target, now) ?? target.regions[0] };
}

/** What opening the event selects: its first day, as far as the records reach, and a region of it. */
export function eventChoice({ id, start, regions }, { region, first, last_day: last }) {
  const kept = regions.includes(region) ? region : (regions[0] ?? region);
  const day = start < first ? first : start > last ? last : start;
  return { region: kept, day, event: id };
}

/** The further region that clicking the same unit again selects; undefined if there is none. */
export function nextRegion({ id, regions }, { region, last }) {
  const place = regions.indexOf(region);
  if (id !== last || place < 0 || regions.length < 2) return undefined;
  return regions[(place + 1) % regions.length];
}
