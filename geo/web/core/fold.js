/** Spellings reduced to what they share, as `fold` of geo/names.py does (tests/cases/folding.json). */

const PLAIN = { ə: "e", ı: "i", ß: "ss", ø: "o", ς: "σ" };
const WITHIN_A_WORD = "'’‘ʼʻʹ`´";
const BETWEEN_WORDS = new RegExp(`[^\\p{L}\\p{N}\\p{M}${WITHIN_A_WORD}]+`, "u");

/** The text in small letters and digits, without marks, spaces, hyphens and apostrophes. */
export function fold(text) {
  return bare(decomposed(text));
}

/** The folded words of a text; an apostrophe parts none. */
export function foldedWords(text) {
  return decomposed(text).split(BETWEEN_WORDS).map(bare).filter(Boolean);
}

function decomposed(text) {
  return text.normalize("NFKD").toLowerCase().replace(/[əıßøς]/g, (letter) => PLAIN[letter]);
}

function bare(text) {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}
