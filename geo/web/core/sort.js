/**
 * Names in the order of a language's own alphabet, as `sort_key` of geo/names.py has it.
 *
 * Browsers do not know the order of every language (Chromium has none for Azerbaijani); the facts bring
 * the alphabet, and tests/cases/sorting.json holds both sides.
 */
import { fold } from "./fold.js";

const LIGATURES = { և: "եվ" };
const PUNCTUATION = " _-–—,;:!?.'‘’“”\"«»()[]/";
const LAST = 1000;

/** compare(one, other) of names for `sort`, by the alphabet (its letters, a space between two that count apart). */
export function nameOrder(alphabet) {
  const ranks = new Map(alphabet.split(" ").flatMap((letters, rank) => [...letters].map((letter) => [letter, rank])));
  const keys = new Map();
  const keyOf = (text) => {
    if (!keys.has(text)) keys.set(text, sortKey(text, ranks));
    return keys.get(text);
  };
  return (one, other) => compareKeys(keyOf(one), keyOf(other));
}

function sortKey(text, ranks) {
  const small = smallLetters(text.normalize("NFC"), ranks);
  return { places: [...small].flatMap((letter) => placesOf(letter, ranks)), small, swapped: swapCase(text) };
}

function smallLetters(text, ranks) {
  const dotted = ranks.has("ı") ? text.replaceAll("I", "ı").replaceAll("İ", "i") : text;
  return dotted.toLowerCase();
}

/* Where a small letter stands: class times a million and rank in it; a mark alone stands nowhere. */
function placesOf(letter, ranks) {
  const place = (kind, rank) => kind * 1_000_000 + rank;
  if (ranks.has(letter)) return [place(2, ranks.get(letter))];
  if (/\p{M}/u.test(letter)) return [];
  if (/\p{Nd}/u.test(letter)) return [place(1, letter.codePointAt(0))];
  if (!/\p{L}/u.test(letter)) return [place(0, (PUNCTUATION.indexOf(letter) + LAST) % LAST)];
  const plain = LIGATURES[letter] ?? fold(letter);
  return [...plain].map((part) => (ranks.has(part) ? place(2, ranks.get(part)) : place(3, part.codePointAt(0))));
}

function compareKeys(one, other) {
  const length = Math.min(one.places.length, other.places.length);
  for (let index = 0; index < length; index += 1) {
    if (one.places[index] !== other.places[index]) return one.places[index] - other.places[index];
  }
  const byLength = one.places.length - other.places.length;
  return byLength || codeOrder(one.small, other.small) || codeOrder(one.swapped, other.swapped);
}

/* Small letters come before capital ones where all else is alike. */
function swapCase(text) {
  const swap = (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase());
  return [...text].map(swap).join("");
}

/** Texts in the order of their letters' codes, as ids are sorted; for `sort`. */
export function codeOrder(one, other) {
  return one < other ? -1 : Number(one > other);
}
