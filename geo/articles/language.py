"""Tells the language of a text by its script and its most frequent short words (words/languages.csv)."""

from __future__ import annotations

import re
from functools import cache

from geo.articles.words import compiled, listed, table, with_schwa

_WORD = compiled(r"[^\W\d_]+", ignore_case=False)
_SAMPLE = 6000
_TURKIC_SHARE = 60
# Turkish has no ə, but names of Azerbaijani people may stand in a Turkish text.
_FOREIGN_NAMES = 400
_SCRIPTS = {"hy": "\u0530-\u058f", "ru": "\u0400-\u04ff", "ka": "\u10a0-\u10ff", "fa": "\u0600-\u06ff"}


def language_of(text: str) -> str | None:
    """The ISO 639 code of the language most of the text is in; None if there are too few words to tell."""
    words = [word.casefold() for word in _WORD.findall(with_schwa(text[:_SAMPLE]))]
    if not words:
        return None
    counts = {language: sum(word in common for word in words) for language, common in _common().items()}
    letters = sum(map(len, words))
    for language, script in _SCRIPTS.items():
        if 2 * len(re.findall(f"[{script}]", text[:_SAMPLE])) > letters:
            return _of_script(language, counts, text[:_SAMPLE])
    schwas = len(re.findall("[əƏәӘ]", text[:_SAMPLE]))
    if _TURKIC_SHARE * schwas > letters:
        return "az"
    if _TURKIC_SHARE * len(re.findall("[ğĞşŞıİ]", text[:_SAMPLE])) > letters and counts["az"] + counts[
        "tr"
    ] >= max(counts["fr"], counts["de"]):
        return "az" if _FOREIGN_NAMES * schwas > letters else "tr"
    if sum(counts.values()) < max(1, len(words) // 40):
        return None
    return max(counts, key=lambda language: counts[language])


def function_words(text: str) -> int:
    """How many words of the text are frequent words of some language we know."""
    known = set().union(*(_common()[language] for language in ("az", "tr", "ru", "hy")))
    return sum(len(word) > 1 and word in known for word in _WORD.findall(with_schwa(text.casefold())))


def _of_script(language: str, counts: dict[str, int], text: str) -> str:
    if language == "ru" and len(re.findall("[іїєґ]", text)) > len(re.findall("[ыэё]", text)):
        return "uk"
    return "ar" if language == "fa" and counts["ar"] > counts["fa"] else language


@cache
def _common() -> dict[str, frozenset[str]]:
    return {row["language"]: frozenset(listed(row["words"])) for row in table("languages")}
