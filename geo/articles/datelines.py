"""The dateline of a report: the place, day and agency that its first paragraph opens with."""

from __future__ import annotations

import re

from geo.articles.words import TOKEN, pattern

_CAPITALS = r"[A-ZА-ЯЁԱ-ՖƏİÖÜÇŞĞ]"
DATELINE = re.compile(
    rf"^(?:{_CAPITALS}[{_CAPITALS[1:-1]}'’.\-/]+[ ,]*)+(?:[^\n]{{0,80}}?)"
    r"(?:\s[-–—]{1,2}\s|\s?—\s?|(?<=\S)-\s?(?=[A-ZА-Я][a-zа-я])|/[^/\n]{2,40}/[.:]?\s*(?:[-–—]\s*)?|\((?:[^)\n]{2,60})\)(?:,?\s[^\n.]{0,28}?\s[-–—]{1,2}\s|\s*(?:[-–—]{1,2}\s*)?)|:\s|։\s|\.\s[-–—]\s|\.\s(?=[A-ZА-ЯԱ-ՖƏ\"“«]))"
)
_IN_BRACKETS, _IN_SLASHES = map(pattern, ("dateline_brackets", "dateline_slashes"))
_SMALL_WORDS = 3


def dateline_of(text: str) -> re.Match[str] | None:
    """The place, day and agency that a paragraph opens with, or None where it opens with a sentence."""
    match = _IN_BRACKETS.match(text) or _IN_SLASHES.match(text)
    if match:
        return match
    match = DATELINE.match(text)
    if match is None:
        return None
    small = [word for word in TOKEN.findall(match.group()) if word[0].islower() and len(word) > 3]
    return match if len(small) <= _SMALL_WORDS or "(" in match.group() else None
