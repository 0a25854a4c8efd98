"""Who says a sentence: the speaker nearest to a verb of saying, by office and country, in canonical words."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from geo.articles.kinds import read_as
from geo.articles.model import LANGUAGES, Claim
from geo.articles.words import Lexicon, lowered, pattern, stems, table

NOBODY = Claim(None, None)
_FAR, _BEFORE, _BEHIND = 90, 25, 40
_PAUSE = re.compile("[,;.։]")
_WORD = re.compile(r"[\w'’]{1,60}")
_TABLES = {"person": ("people", "name"), "office": ("offices", "office"), "country": ("countries", "country")}


@dataclass(frozen=True)
class _Speaker:
    """Who may be saying it: a ready claim, an office without a country, or neither ("the ministry")."""

    start: int
    end: int
    claim: Claim | None = None
    office: str = ""


def claim_in(sentence: str, language: str | None, last: Claim) -> Claim:
    """The claimant that the sentence names; "the ministry said" takes up `last`, the claimant before it.

    Nobody where no verb of saying stands in it.
    """
    language = read_as(language)
    verbs = [found.start for found in stems("speech", language, "says").finditer(sentence)]
    speakers = _speakers(sentence, language) if verbs else []
    if not speakers:
        return NOBODY
    gaps = {speaker: _gap(speaker, verbs) for speaker in speakers}
    nearest = min(gaps, key=lambda speaker: gaps[speaker])
    if gaps[nearest] > _FAR:
        return NOBODY
    if nearest.claim:
        return nearest.claim
    return _with_country(sentence, nearest, verbs, language, last) if nearest.office else last


def agency_claim(name: str | None) -> Claim:
    """The claim of an agency or outlet itself, with its affiliation where we know it."""
    row = next((row for row in table("agencies") if row["name"] == name), None)
    return Claim(name, row["affiliation"] if row else None)


def _gap(speaker: _Speaker, verbs: list[int]) -> int:
    """Characters to the nearest verb, before the speaker or behind; `verbs` are in order."""
    after = bisect_left(verbs, speaker.end)
    behind = verbs[after] - speaker.end if after < len(verbs) else _FAR + 1
    before = max(0, speaker.start - verbs[after - 1]) if after else _FAR + 1
    return min(behind, before)


def _speakers(sentence: str, language: str) -> list[_Speaker]:
    people, offices, countries = _named("person"), _named("office"), _named("country")
    found = [
        _Speaker(met.start, met.end, Claim(row["name"], row["affiliation"]))
        for met, row in people.rows(sentence)
    ]
    signers = pattern("signers", language)
    found += [
        _Speaker(met.start, met.end, None, row["office"])
        for met, row in offices.rows(sentence)
        if not signers.search(sentence[max(0, met.start - 150) : met.start])
    ]
    for match in pattern("bare_speaker", language).finditer(sentence):
        if not any(speaker.start <= match.end() and match.start() <= speaker.end for speaker in found):
            found.append(_Speaker(match.start(), match.end()))
    for met, row in countries.rows(sentence):
        inside = sentence[: met.start].endswith("of ")
        if not inside and pattern("says_after_country", language).match(
            sentence, _word_end(sentence, met.end)
        ):
            found.append(_Speaker(met.start, met.end, _claim("government", row["country"])))
    return found


def _word_end(sentence: str, position: int) -> int:
    while position < len(sentence) and sentence[position].isalpha():
        position += 1
    return position


def _with_country(sentence: str, speaker: _Speaker, verbs: list[int], language: str, last: Claim) -> Claim:
    """The office with the country that stands with it, else that of the claimant before.

    "The country's" is the first one named that acts. Else nobody: the country that something happened in
    lends its name to no office.
    """
    if speaker.office == "peacekeepers":
        return Claim("Russian Peacekeeping Contingent", "russian_state")
    named = [(met, row["country"]) for met, row in _named("country").rows(sentence)]
    before, behind = [], []
    for met, country in named:
        end = _word_end(sentence, met.end)
        if 0 <= speaker.start - met.start <= _BEFORE:
            parted = _is_parted(sentence, end, speaker.start, verbs)
            before += [] if parted or _is_where(sentence, met.start, language) else [country]
        elif 0 <= met.start - speaker.end <= _BEHIND:
            parted = _is_parted(sentence, speaker.end, met.start, verbs)
            of = pattern("office_of", language).match(sentence[speaker.end : met.start])
            behind += [country] if of and not parted else []
    if before or behind:
        return _claim(speaker.office, before[-1] if before else behind[0])
    if last.name and _office_name(speaker.office) in last.name:
        return last
    whose = pattern("of_the_country", language).search(sentence[: speaker.start])
    acting = [country for met, country in named if not _is_where(sentence, met.start, language)]
    return _claim(speaker.office, acting[0]) if whose and acting else NOBODY


def _is_parted(sentence: str, start: int, end: int, verbs: list[int]) -> bool:
    """True if a verb of saying or a pause stands in [start, end) of the sentence."""
    after = bisect_left(verbs, start)
    return (after < len(verbs) and verbs[after] < end) or bool(_PAUSE.search(sentence, start, end))


def _is_where(sentence: str, start: int, language: str) -> bool:
    """True if the country named at `start` says where something is ("in Karabakh"), not whose it is."""
    word = _WORD.match(sentence, start)
    return bool(
        pattern("country_as_place", language).search(sentence[:start])
        or (word and pattern("locative_ending", language).search(lowered(word[0])))
    )


def _claim(office: str, country: str) -> Claim:
    row = next(row for row in table("countries") if row["country"] == country)
    name = (
        f"Karabakh Armenian {_office_name(office)}"
        if country == "karabakh"
        else f"{_office_name(office)} of {row['name_en']}"
    )
    return Claim(name, row["affiliation"])


@cache
def _office_name(office: str) -> str:
    return next(row["name_en"] for row in table("offices") if row["office"] == office)


@cache
def _named(kind: str) -> Lexicon:
    """The people, offices or countries by what they are called in any language."""
    file, key = _TABLES[kind]
    rows = {row[key]: row for row in table(file)}
    return Lexicon(
        [
            (row["stem"], rows[row["of"]])
            for language in LANGUAGES
            for row in table("speakers", language)
            if row["kind"] == kind
        ]
    )
