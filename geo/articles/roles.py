"""What a place mention is for: a scene, or only a government, a topic, a route, a former home."""

from __future__ import annotations

import re
from functools import cache

from geo.articles.words import by, compiled, looked_up, pattern, table

CAPITALS = ("baku", "am-yerevan")
_FIRST_WORD = compiled(r"[\w-]+")
_STRICT = pattern("inside_place")
_TO_FROM = pattern("at_to_from")
_ARRIVED = pattern("arrived")
_LOCATIVE = pattern("locative_ending")
_AT_MINISTRY = pattern("office_in")
_SAYS = pattern("says_after_place")
_AFTER_JUNK = compiled(r"^(?:['’]s?|[\s\-–\"”»)])+", ignore_case=False)
_GLOSS = compiled(r"^\s\([^()]{2,30}\)")
_EARLIER = pattern("earlier_event")
_EARLIER_AFTER = pattern("earlier_event_after")
_OPENING = pattern("capital_says")
_BETWEEN = pattern("route_between")
_BESIDE = pattern("beside_only")
_NEAR_OBLAST = pattern("near_oblast")
_SPOKE = compiled(r"^,[^.]{3,110}?\b(?:said|told|reported|announced)\b")


def role_of(
    low: str, start: int, end: int, region: str, word: str, language: str | None, adjective: bool
) -> str:
    """The role of the mention at [start, end) of the sentence, given in small letters."""
    before, after = (
        low[max(0, start - 60) : start],
        _AFTER_JUNK.sub("", _GLOSS.sub("", low[end : end + 90])[:60]),
    )
    if _AT_MINISTRY.search(before) and (region in CAPITALS or region == "khankendi"):
        return "government"
    if region in CAPITALS:
        spoken = _OPENING.match(low[:start]) and _SPOKE.match(low[end:])
        return "government" if spoken else _capital(before, low[end : end + 60], word, language)
    if region == "khankendi" and _cued("government", "after", after) and not _STRICT.search(before):
        return "government"
    if region == "nkao" and not _EARLIER.search(low[max(0, start - 120) : start]):
        return _karabakh(before, after, adjective)
    if _EARLIER.search(low[max(0, start - 120) : start]) or _EARLIER_AFTER.match(low[end:]):
        return "earlier"
    if _ends_with(before, _cues("origin", "before")) or _starts_with(
        _past_nouns(after), _cues("origin", "after")
    ):
        return "origin"
    if _ends_with(before, _cues("route", "before")) or _BETWEEN.search(before) or _BESIDE.search(before):
        return "route"
    return "place"


def _capital(before: str, after: str, word: str, language: str | None) -> str:
    if _SAYS.match(after):
        return "government"
    inflected = (language in ("az", "tr", "hy") and _LOCATIVE.search(word.casefold())) or re.match(
        r"['’][dt][ae]n?\b", after
    )
    if _STRICT.search(before) or inflected:
        return "place"
    if _TO_FROM.search(before) and _ARRIVED.search(before):
        return "place"
    return "government"


def _karabakh(before: str, after: str, adjective: bool) -> str:
    tail = _past_nouns(after)
    if _starts_with(after, _cues("topic", "after")) or _starts_with(tail, _cues("topic", "after")):
        return "topic"
    if _starts_with(after, _cues("authority", "after")) or _ends_with(before, _cues("authority", "before")):
        return "authority"
    if _ends_with(before, _cues("origin", "before")):
        return "origin"
    if _NEAR_OBLAST.search(before):
        return "topic"
    return "adjective" if adjective else "place"


def _past_nouns(after: str) -> str:
    """What follows behind a noun like district or city."""
    word = _FIRST_WORD.match(after)
    if word and word.group() in _nouns():
        return after[word.end() :].lstrip()
    return after


@cache
def _nouns() -> frozenset[str]:
    return frozenset(word for row in table("place_nouns") for word in looked_up(row["words"]))


@cache
def _cues(role: str, where: str) -> tuple[str, ...]:
    return tuple(
        word for row in by("roles", "role")[role] if row["where"] == where for word in looked_up(row["words"])
    )


def _cued(role: str, where: str, text: str) -> bool:
    return _starts_with(text, _cues(role, where))


def _starts_with(text: str, words: tuple[str, ...]) -> bool:
    return any(text.startswith(word) and not text[len(word) : len(word) + 1].isalpha() for word in words)


def _ends_with(text: str, words: tuple[str, ...]) -> bool:
    text = text.rstrip()
    return any(text.endswith(word) and not text[-len(word) - 1 : -len(word)].isalpha() for word in words)
