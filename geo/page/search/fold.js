// Spellings reduced to what they share, as fold of geo/names.py does it: a test holds the two together.

const PLAIN = { ə: "e", ı: "i", ß: "ss", ø: "o", ς: "σ" };
const WITHIN_A_WORD = "'’‘ʼʻʹ`´";
const BETWEEN_WORDS = new RegExp(`[^\\p{L}\\p{N}\\p{M}${WITHIN_A_WORD}]+`, "u");

/** The text in small letters and digits, without marks, spaces, hyphens and apostrophes. */
function fold(text) {
  return bare(loosened(text));
}

/** The folded words of a text; an apostrophe parts none. */
function foldedWords(text) {
  return loosened(text).split(BETWEEN_WORDS).map(bare).filter(Boolean);
}

function loosened(text) {
  const small = text.normalize("NFKD").toLowerCase();
  return small.replace(/[əıßøς]/g, (letter) => PLAIN[letter]);
}

function bare(text) {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}
