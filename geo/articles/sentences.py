"""Cuts a paragraph into sentences with their offsets; abbreviations stand in words/abbreviations.csv."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from geo.articles.words import by, listed

_END = re.compile(
    r"(?:[.!?…]+|։|(?<=[Ա-և»]):)[\"”’»')\]]*(?=\s|$)|[.!?][\"”»](?=[A-ZА-ЯԱ-Ֆ])|[.!?](?=[A-ZА-Я][a-zа-я]{2})"
)
_OPENS = re.compile(r"\s*[\"“”«‘'(\[–—-]*\s*(?:[^\W\d_]|\d)")
_LAST_WORD = re.compile(r"([\w.’'-]+)[.]+[\"”’»')\]]*$")


def sentence_spans(text: str, language: str | None) -> Iterator[tuple[int, int]]:
    """The [start, end) of each sentence of the paragraph, without the space around it."""
    start = 0
    for match in _END.finditer(text):
        if _ends_here(text, start, match, language):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _ends_here(text: str, start: int, match: re.Match[str], language: str | None) -> bool:
    rest = text[match.end() :]
    opens = _OPENS.match(rest)
    if rest.strip() and (not opens or rest[opens.end() - 1].islower()):
        return False
    if not match.group().startswith(".") or match.group().startswith(".."):
        return True
    word = _LAST_WORD.search(text[start : match.end()])
    return word is None or not _is_abbreviation(word.group(1), rest, language)


def _is_abbreviation(word: str, rest: str, language: str | None) -> bool:
    plain = word.strip(".'’").casefold()
    if re.fullmatch(r"\d{1,2}", plain) and language in ("tr", "az") and rest.strip():
        return True
    if len(plain) == 1 and plain.isalpha() and word[0].isupper() and language != "hy":
        return True
    return plain in _abbreviations(language if language in ("az", "tr", "ru", "hy") else "en")


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(
        word for row in by("abbreviations", "language")[language] for word in listed(row["words"])
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
