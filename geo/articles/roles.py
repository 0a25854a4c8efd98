"""What a place mention is for: a scene, or only a government, a topic, a route, a former home."""

from __future__ import annotations

import re
from functools import cache

from geo.articles.kinds import read_as
from geo.articles.words import compiled, lowered, pattern, table

CAPITALS = ("baku", "am-yerevan")
_FIRST_WORD = compiled(r"[\w-]+")
_AFTER_JUNK = compiled(r"^(?:['’]s?|[\s\-–\"”»)])+", ignore_case=False)
_GLOSS = compiled(r"^\s\([^()]{2,30}\)")
_SPOKE = compiled(r"^,[^.]{3,110}?\b(?:said|told|reported|announced)\b")


def role_of(
    low: str, start: int, end: int, region: str, word: str, language: str | None, adjective: bool
) -> str:
    """The role of the mention at [start, end) of the sentence, given in small letters."""
    before, after = (
        low[max(0, start - 60) : start],
        _AFTER_JUNK.sub("", _GLOSS.sub("", low[end : end + 90])[:60]),
    )
    language = read_as(language)
    if pattern("office_in", language).search(before) and (region in CAPITALS or region == "khankendi"):
        return "government"
    if region in CAPITALS:
        spoken = pattern("capital_says", language).match(low[:start]) and _SPOKE.match(low[end:])
        return "government" if spoken else _capital(before, low[end : end + 60], word, language)
    if (
        region == "khankendi"
        and _cued("government", "after", after, language)
        and not pattern("inside_place", language).search(before)
    ):
        return "government"
    earlier = pattern("earlier_event", language).search(low[max(0, start - 120) : start])
    if region == "nkao" and not earlier:
        return _karabakh(before, after, language, adjective)
    if earlier or pattern("earlier_event_after", language).match(low[end : end + 120]):
        return "earlier"
    if _ends_with(before, _cues("origin", "before", language)) or _starts_with(
        _past_nouns(after, language), _cues("origin", "after", language)
    ):
        return "origin"
    near = pattern("route_between", language).search(before) or pattern("near_only", language).search(before)
    return "route" if near or _ends_with(before, _cues("route", "before", language)) else "place"


def _capital(before: str, after: str, word: str, language: str) -> str:
    if pattern("says_after_place", language).match(after):
        return "government"
    inflected = pattern("locative_ending", language).search(lowered(word)) or re.match(
        r"['’][dt][ae]n?\b", after
    )
    if pattern("inside_place", language).search(before) or inflected:
        return "place"
    if pattern("at_to_from", language).search(before) and pattern("arrived", language).search(before):
        return "place"
    return "government"


def _karabakh(before: str, after: str, language: str, adjective: bool) -> str:
    tail = _past_nouns(after, language)
    if _starts_with(after, _cues("topic", "after", language)) or _starts_with(
        tail, _cues("topic", "after", language)
    ):
        return "topic"
    if _starts_with(after, _cues("authority", "after", language)) or _ends_with(
        before, _cues("authority", "before", language)
    ):
        return "authority"
    if _ends_with(before, _cues("origin", "before", language)):
        return "origin"
    if pattern("near_oblast", language).search(before):
        return "topic"
    return "adjective" if adjective else "place"


def _past_nouns(after: str, language: str) -> str:
    """What follows behind a noun like district or city."""
    word = _FIRST_WORD.match(after)
    if word and word.group() in _nouns(language):
        return after[word.end() :].lstrip()
    return after


@cache
def _nouns(language: str) -> frozenset[str]:
    return frozenset(lowered(row["word"]) for row in table("place_nouns", language))


@cache
def _cues(role: str, where: str, language: str) -> tuple[str, ...]:
    rows = table("roles", language)
    return tuple(lowered(row["word"]) for row in rows if (row["role"], row["where"]) == (role, where))


def _cued(role: str, where: str, text: str, language: str) -> bool:
    return _starts_with(text, _cues(role, where, language))


def _starts_with(text: str, words: tuple[str, ...]) -> bool:
    return any(text.startswith(word) and not text[len(word) : len(word) + 1].isalpha() for word in words)


def _ends_with(text: str, words: tuple[str, ...]) -> bool:
    text = text.rstrip()
    return any(text.endswith(word) and not text[-len(word) - 1 : -len(word)].isalpha() for word in words)
