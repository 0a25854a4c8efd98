"""Whether a sentence says that something did not happen: "never captured", "neither … nor", "if … had"."""

from __future__ import annotations

import re
from functools import cache

from geo.articles.words import compiled, lowered, rules

_AROUND = 160


def is_negated(sentence: str, start: int, end: int, language: str) -> bool:
    """True if the word of an event at [start, end) of the sentence is denied by the words around it."""
    low = lowered(sentence)
    before, after = low[max(0, start - _AROUND) : start], low[end : end + _AROUND]
    if _met("still", language).match(after):
        return False
    return bool(_met("before", language).search(before) or _met("after", language).match(after))


def all_negated(sentence: str, spans: list[tuple[int, int]], language: str) -> bool:
    """True if each word of an event at these spans is denied, or shares its clause with one that is."""
    denied = [start for start, end in spans if is_negated(sentence, start, end, language)]
    low, clause = lowered(sentence), _met("clause", language)
    return bool(denied) and all(
        any(not clause.search(low, min(start, other), max(start, other)) for other in denied)
        for start, _ in spans
    )


def denies_anything(sentence: str, language: str) -> bool:
    """True if a sentence without a word of an event denies what it speaks of."""
    return _met("anywhere", language).search(lowered(sentence)) is not None


@cache
def _met(where: str, language: str) -> re.Pattern[str]:
    return compiled("|".join(rules("negation", language)[where]) or r"(?!)")
