/* Pointing and clicking: what lies under the pointer, what a click on it selects, what it is called.

   A click on a unit selects its own district. Where the unit belongs to further regions (the
   former oblast, Aghdara), another click moves on to the next; the tooltip says which. */

/** Calls `choose({region, day?, event?})` on clicks; `read()` gives {region, words} of now. */
export function watchPointer(map, atlas, read, choose) {
  const tip = L.tooltip({ className: "atlas-tip", sticky: true, opacity: 1, direction: "top", offset: [0, -12] });
  let over = null;
  let last = null;

  map.on("click", (press) => {
    const target = targetOf(atlas, press);
    const choice = choiceFor(target, { ...read(), last });
    last = target?.kind === "unit" ? target.id : null;
    over = null;
    choose(choice);
  });
  map.on("mousemove", (move) => {
    if (!matchMedia("(hover: hover)").matches) return;
    const target = targetOf(atlas, move);
    const now = { ...read(), last };
    const key = target && `${target.kind} ${target.id} ${now.region} ${last} ${atlas.day()}`;
    map.getContainer().classList.toggle("atlas-over-event", target?.kind === "event");
    if (!key) map.closeTooltip(tip);
    else if (key !== over) tip.setContent(atlas.describe(target, now));
    over = key;
    if (key) tip.setLatLng(move.latlng).openOn(map);
  });
  map.on("mouseout movestart", () => {
    over = null;
    map.closeTooltip(tip);
  });
}

function targetOf(atlas, { containerPoint, originalEvent }) {
  const events = atlas.eventsAt(containerPoint);
  if (events.length) return { kind: "event", id: events[0].id, events };
  const { line, unit, region } = originalEvent.target.dataset ?? {};
  if (line) return { kind: "line", id: line };
  if (unit) return { kind: "unit", id: unit, regions: atlas.regionsOf(unit) };
  if (region) return { kind: "region", id: region, regions: [region] };
  return null;
}

/** What a click on the target selects; `now` is {region: selected, last: the unit clicked last}. */
export function choiceFor(target, now) {
  if (!target) return { region: null };
  if (target.kind === "event") return eventChoice(target.events, now.region);
  if (target.kind === "line") return { region: now.region };
  return { region: nextRegion(target, now) ?? target.regions[0] };
}

function eventChoice([event], region) {
  const kept = event.regions.includes(region) ? region : (event.regions[0] ?? region);
  return { region: kept, day: event.start, event: event.id };
}

/** The further region that clicking the same unit again selects; undefined if there is none. */
export function nextRegion({ id, regions }, { region, last }) {
  const place = regions.indexOf(region);
  if (id !== last || place < 0 || regions.length < 2) return undefined;
  return regions[(place + 1) % regions.length];
}
