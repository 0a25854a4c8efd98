/**
 * Everything to find, from the store's facts and texts, in the order of its rank: regions, places,
 * villages, eras, events.
 *
 * An entry is {kind, id, label, lang?, what, spellings, regions?, day?, at?, zoom?, districtOnly?}. `regions`
 * undefined leaves the selected region; otherwise the first is selected, unless one of them is
 * already, and an empty list selects none. `at` is [latitude, longitude] (WGS84).
 */
import { clamp, isoOf } from "../core/days.js";
import { readSpellings } from "./match.js";

const PLACE_ZOOM = 10;
// By where_prec: the place itself, within 25 km, the district; wider than that there is no point to go to.
const EVENT_ZOOM = { 1: 10, 2: 9.5, 3: 9 };

/** The entries of the store's language; without its texts the further spellings and the villages are missing. */
export function searchEntries({ facts, texts, words }) {
  const regions = inAlphabet(facts.regions.map((region) => regionEntry(region, texts, words)), words);
  const homes = new Map(regions.map((entry) => [entry.id, entry]));
  return [
    ...regions,
    ...inAlphabet(facts.places.map((place) => placeEntry(place, homes, texts, words)), words),
    ...inAlphabet((texts?.settlements ?? []).map((each) => settlementEntry(each, homes, words)), words),
    ...facts.eras.map((era) => eraEntry(era, facts, words)),
    ...byImportance(facts.events).map((event) => eventEntry(event, facts, words)),
  ];
}

function regionEntry({ id, kind, name, at, zoom }, texts, words) {
  const label = words.name(name);
  const further = [...Object.values(texts?.names?.[id] ?? {}).flat(), ...(texts?.spellings?.region?.[id] ?? [])];
  return { kind: "region", id, label, what: kindText(kind, words), spellings: spellingsOf(label, name, further), regions: [id], at, zoom };
}

function placeEntry({ id, kind, name, lat, lon, region }, homes, texts, words) {
  const label = words.name(name);
  const home = homes.get(region);
  const further = texts?.spellings?.place?.[id] ?? [];
  return {
    kind: "place",
    id,
    label,
    what: inside(kindText(kind, words), home, words),
    spellings: spellingsOf(label, name, further),
    regions: home ? [home.id] : [],
    at: [lat, lon],
    zoom: PLACE_ZOOM,
  };
}

/* A village without a point of its own goes to its region, and says so. */
function settlementEntry({ id, region, name, at, spellings }, homes, words) {
  const label = words.name(name);
  const home = homes.get(region);
  return {
    kind: "settlement",
    id,
    label,
    what: inside(words.say("settlement"), home, words),
    spellings: spellingsOf(label, name, spellings ?? []),
    regions: home ? [home.id] : [],
    at: at ?? home?.at,
    zoom: at ? PLACE_ZOOM : home?.zoom,
    districtOnly: at ? null : home?.label,
  };
}

function eraEntry({ id, name, startDay, endDay }, { firstDay, lastDay }, words) {
  const label = words.name(name);
  const what = [words.say("era"), words.days(startDay, { last: endDay - 1 })].join(" · ");
  return { kind: "era", id, label, what, spellings: spellingsOf(label, name, []), day: isoOf(clamp(startDay, firstDay, lastDay)) };
}

function eventEntry(event, { firstDay, lastDay }, words) {
  const { id, title, type, startDay, regions, lat, lon } = event;
  const zoom = event.on_map ? EVENT_ZOOM[event.where_prec] : undefined;
  return {
    kind: "event",
    id,
    label: words.title(event),
    lang: words.titleLang(event),
    what: `${words.term("event_type", type)} · ${words.when(event)}`,
    spellings: readSpellings([title]),
    regions,
    day: isoOf(clamp(startDay, firstDay, lastDay)),
    at: zoom ? [lat, lon] : undefined,
    zoom,
  };
}

/* The name shown first, then those of all languages, both sides of each slash. */
function spellingsOf(label, names, further) {
  const written = (all) => all.filter(Boolean).flatMap((name) => [...name.split(" / "), name]).map((name) => name.trim());
  return readSpellings(written([label, ...Object.values(names)]), written(further));
}

function inAlphabet(entries, { compare }) {
  return entries.sort((a, b) => compare(a.label, b.label));
}

function byImportance(events) {
  return [...events].sort((a, b) => b.importance - a.importance || a.startDay - b.startDay || (a.id < b.id ? -1 : 1));
}

/* The kind and where it lies; a city that is a region of its own lies in none. */
function inside(kind, home, words) {
  if (!home || home.what === kind) return kind;
  return words.say("{kind} in {region}", { kind, region: home.label });
}

function kindText(kind, { say }) {
  const texts = {
    bridge: say("bridge"),
    city: say("city"),
    district: say("district"),
    former_oblast: say("former autonomous oblast"),
    height: say("height"),
    mine: say("mine"),
    monastery: say("monastery"),
    pass: say("mountain pass"),
    province: say("province"),
    range: say("mountain range"),
    reservoir: say("reservoir"),
    site: say("site"),
    town: say("town"),
    village: say("village"),
  };
  return texts[kind] ?? kind;
}
