"""Cuts a paragraph into sentences with their offsets; words/LANGUAGE/abbreviations.csv has what ends none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from geo.articles.words import compiled, table

LONGEST = 2000
_END = compiled(
    r"(?:[.!?…]+|։|(?<=[Ա-և»]):)[\"”’»')\]]{0,4}(?=\s|$)|[.!?][\"”»](?=[A-ZА-ЯԱ-Ֆ])|[.!?](?=[A-ZА-Я][a-zа-я]{2})",
    ignore_case=False,
)
_OPENS = compiled(r"\s*[\"“”«‘'(\[–—-]{0,4}\s*(?:[^\W\d_]|\d)")
_LAST_WORD = compiled(r"([\w.’'-]+)\.[\"”’»')\]]{0,4}$")
_WORD = 60


def sentence_spans(text: str, language: str | None) -> Iterator[tuple[int, int]]:
    """The [start, end) of each sentence of the paragraph, without the space around it.

    What goes on for more than 2,000 characters is cut at blanks: no sentence of an article does.
    """
    start, last = 0, len(text.rstrip())
    for match in _END.finditer(text, 0, last):
        if _ends_here(text, start, last, match, language):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, last)


def _ends_here(text: str, start: int, last: int, match: re.Match[str], language: str | None) -> bool:
    more = match.end() < last
    opens = _OPENS.match(text, match.end())
    if more and (not opens or text[opens.end() - 1].islower()):
        return False
    if not match.group().startswith(".") or match.group().startswith(".."):
        return True
    word = _LAST_WORD.search(text[max(start, match.end() - _WORD) : match.end()])
    return word is None or not _is_abbreviation(word.group(1), more, language)


def _is_abbreviation(word: str, more: bool, language: str | None) -> bool:
    plain = word.strip(".'’").casefold()
    if re.fullmatch(r"\d{1,2}", plain) and language in ("tr", "az") and more:
        return True
    if len(plain) == 1 and plain.isalpha() and word[0].isupper() and language != "hy":
        return True
    return plain in _abbreviations(language if language in ("az", "tr", "ru", "hy") else "en")


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("abbreviations", language))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The piece without the space around it, in parts of at most LONGEST characters."""
    while start < end:
        stop = end if end - start <= LONGEST else _cut(text, start)
        piece = text[start:stop]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), stop - len(piece) + len(piece.rstrip())
        start = stop


def _cut(text: str, start: int) -> int:
    """Behind the last blank that keeps the part short enough, or in the middle of a word that has none."""
    blank = text.rfind(" ", start + 1, start + LONGEST)
    return blank + 1 if blank > 0 else start + LONGEST
