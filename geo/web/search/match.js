/**
 * What the typed text may mean. Exact spellings stand first, then beginnings of words, then parts of
 * words; where no place or era is among these, also words with one slip of the finger. Within each of
 * these regions come before places, villages, eras and events, as the index lists them.
 */
import { fold, foldedWords } from "../core/fold.js";

const EXACT = 0;
const BEHIND_ITS_PLACE = 1;
const FIRST_WORD = 2;
const LATER_WORD = 3;
const WORDS_APART = 4;
const PART = 5;
const SLIP = 6;
const SHORTEST_PART = 3;
const SHORTEST_SLIP = 5;
const ROWS_OF_A_KIND = 8;
const KINDS = ["region", "place", "settlement", "era", "event"];

/**
 * The spellings as `findIn` reads them: of spellings that fold alike only the first. `further` are those
 * under which a thing is known beside its names, as a district is under that of its town.
 */
export function readSpellings(names, further = []) {
  const found = new Map();
  for (const [name, own] of [...names.map((one) => [one, true]), ...further.map((one) => [one, false])]) {
    const spelling = { ...readSpelling(name), own };
    if (spelling.folded && !found.has(spelling.folded)) found.set(spelling.folded, spelling);
  }
  return [...found.values()];
}

/** What is found, best first: {hits: [{entry, name}], total}; at most ROWS_OF_A_KIND of each kind. */
export function findIn(entries, typed) {
  const query = { folded: fold(typed), words: foldedWords(typed) };
  if (!query.folded) return { hits: [], total: 0 };
  const near = ranked(entries, (spelling) => closeness(query, spelling));
  const found = near.some(({ entry }) => entry.kind !== "event") ? near : [...slips(entries, query, near), ...near];
  return { hits: firstOfEachKind(found), total: found.length };
}

/* What is found with one slip and not without: places and eras, and events only where nothing else was found. */
function slips(entries, query, near) {
  const found = ranked(entries, (spelling) => slipRank(query, spelling));
  return near.length ? found.filter(({ entry }) => entry.kind !== "event") : found;
}

/** True if one letter more, less, other or two letters swapped make the words alike. */
export function oneSlip(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  if (one.length > other.length) return rest.slice(1) === otherRest;
  if (one.length < other.length) return rest === otherRest.slice(1);
  const swapped = rest[0] === otherRest[1] && rest[1] === otherRest[0];
  return rest.slice(1) === otherRest.slice(1) || (swapped && rest.slice(2) === otherRest.slice(2));
}

function readSpelling(name) {
  const words = foldedWords(name);
  const starts = [];
  let end = 0;
  for (const word of words) {
    starts.push(end);
    end += word.length;
  }
  return { name, words, starts, folded: words.join("") };
}

function ranked(entries, judge) {
  const found = [];
  entries.forEach((entry, order) => {
    const { rank, name } = bestSpelling(entry, judge);
    if (rank !== null) found.push({ entry, name, rank, order });
  });
  const group = ({ rank }) => (rank > BEHIND_ITS_PLACE && rank < PART ? FIRST_WORD : rank);
  // How important an event is says more than which word of its title was typed.
  const within = ({ entry, rank }) => (entry.kind === "event" ? 0 : rank);
  const kind = ({ entry }) => KINDS.indexOf(entry.kind);
  return behindTheirPlaces(found).sort((a, b) =>
    group(a) - group(b) || kind(a) - kind(b) || within(a) - within(b) || a.order - b.order);
}

/* The spelling that matches best, of equals the shortest; rank null if none does. */
function bestSpelling({ spellings }, judge) {
  let best = { rank: null, name: "" };
  for (const spelling of spellings) {
    const rank = judge(spelling);
    if (rank === null) continue;
    const better = best.rank === null || rank < best.rank;
    if (better || (rank === best.rank && spelling.name.length < best.name.length)) {
      best = { rank, name: spelling.name };
    }
  }
  return best;
}

/* A place stands before its region where both bear the name but the region is not called after the place. */
function behindTheirPlaces(found) {
  const places = found.filter(({ entry, rank }) => entry.kind === "place" && rank === EXACT);
  const isBehind = ({ entry, rank }) => entry.kind === "region" && rank === EXACT &&
    places.some(({ entry: place }) => place.regions?.includes(entry.id) && !isCalledAfter(entry, place));
  return found.map((hit) => (isBehind(hit) ? { ...hit, rank: BEHIND_ITS_PLACE } : hit));
}

function isCalledAfter(region, place) {
  const names = ({ spellings }) => spellings.filter(({ own }) => own);
  return names(place).some(({ folded }) => names(region).some((name) => name.folded.startsWith(folded)));
}

function closeness({ folded, words }, spelling) {
  if (spelling.folded === folded) return EXACT;
  if (spelling.folded.startsWith(folded)) return FIRST_WORD;
  if (spelling.starts.some((start) => spelling.folded.startsWith(folded, start))) return LATER_WORD;
  const begun = (word) => spelling.words.some((other) => other.startsWith(word));
  if (words.length > 1 && words.every(begun)) return WORDS_APART;
  if (folded.length >= SHORTEST_PART && spelling.folded.includes(folded)) return PART;
  return null;
}

function slipRank({ folded, words }, spelling) {
  if (folded.length >= SHORTEST_SLIP && oneSlip(folded, spelling.folded)) return SLIP;
  const like = (word) => spelling.words.some((other) =>
    other.startsWith(word) || (word.length >= SHORTEST_SLIP && oneSlip(word, other)));
  return words.length && words.every(like) ? SLIP : null;
}

function firstOfEachKind(found) {
  const count = {};
  return found.filter(({ entry }) => {
    count[entry.kind] = (count[entry.kind] ?? 0) + 1;
    return count[entry.kind] <= ROWS_OF_A_KIND;
  });
}
