"""What a sentence reports: the type of event, its status, and what an article as a whole is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from geo.articles.model import LANGUAGES
from geo.articles.negation import all_negated, denies_anything, is_negated
from geo.articles.words import Stems, lexicon, lowered, stems, table

BORDER_REGIONS = frozenset(
    {"am-syunik", "am-gegharkunik", "am-vayots-dzor", "am-tavush", "tovuz", "qazakh", "gadabay", "nakhchivan"}
)
_STATUS_ORDER = ("denied", "did_not_happen", "planned")
_OTHER_TOPICS = ("sport", "weather")
_SOFT_TOPICS = ("culture", "economy")
_ENOUGH, _CONFLICT = 4, 2


@dataclass(frozen=True)
class Cue:
    """A word that tells the type of event, at [start, end) of the sentence."""

    event_type: str
    weight: int
    start: int
    end: int


def cues_in(sentence: str, language: str | None) -> list[Cue]:
    """The event cues of the sentence in order; where two begin at one word the longer stands.

    Longer stems of type "none" keep words such as "occupied territories" from being cues.
    """
    found = lexicon("events", read_as(language)).rows(sentence)
    cues = [Cue(row["type"], int(row["weight"]), met.start, met.end) for met, row in found]
    return [cue for cue in cues if cue.event_type != "none"]


def event_type_of(cues: list[Cue], region_ids: tuple[str, ...]) -> str:
    """The type of event that most weight speaks for; at a tie the cue that comes first."""
    totals: dict[str, int] = {}
    for cue in cues:
        totals[cue.event_type] = totals.get(cue.event_type, 0) + cue.weight
    best = max(totals, key=lambda kind: totals[kind])
    if best == "battle" and region_ids and set(region_ids) <= BORDER_REGIONS:
        return "border_clash"
    return best


@lru_cache(maxsize=256)
def status_of(sentence: str, language: str | None) -> str | None:
    """denied, did_not_happen or planned where the words of the sentence say so, else None."""
    for status in _STATUS_ORDER:
        words, endings = _status_words(status, read_as(language))
        if words.search(sentence) or endings.search(lowered(sentence)):
            return status
        if status == "denied" and _did_not_happen(sentence, language):
            return "did_not_happen"
    return None


def affirmed(cues: list[Cue], sentence: str, language: str | None) -> list[Cue]:
    """The cues that the sentence does not deny, all where it denies each."""
    stated = [cue for cue in cues if not is_negated(sentence, cue.start, cue.end, read_as(language))]
    return stated or cues


def _did_not_happen(sentence: str, language: str | None) -> bool:
    """True if the sentence denies every cue of the type of event it speaks of most, or all it says."""
    cues = cues_in(sentence, language)
    if not cues:
        return denies_anything(sentence, read_as(language))
    best = event_type_of(cues, ())
    spans = [(cue.start, cue.end) for cue in cues if cue.event_type == best]
    return all_negated(sentence, spans, read_as(language))


def subject_of(text: str, language: str | None) -> str:
    """What the text as a whole speaks of: "conflict", "aside" where it only looks back on it, else "other".

    A piece on a festival or an industrial park may recall when its town changed hands; one on sport or
    the weather is not read for events.
    """
    counts = {
        topic: sum(1 for _ in stems("topics", read_as(language), topic).finditer(text))
        for topic in ("conflict", *_OTHER_TOPICS, *_SOFT_TOPICS)
    }
    conflict = counts["conflict"] + sum(2 if cue.weight > 2 else 1 for cue in cues_in(text, language))
    sport, soft = (max(counts[topic] for topic in topics) for topics in (_OTHER_TOPICS, _SOFT_TOPICS))
    if conflict < _CONFLICT or (sport >= _ENOUGH and 2 * sport >= conflict):
        return "other"
    return "aside" if soft >= _ENOUGH and 3 * soft >= conflict else "conflict"


def read_as(language: str | None) -> str:
    """The language whose words are looked for: English where it is none of the five."""
    return language if language in LANGUAGES else "en"


@cache
def _status_words(status: str, language: str) -> tuple[Stems, re.Pattern[str]]:
    """The stems of a status, and the endings (marked with a leading hyphen) that carry it inside a word."""
    rows = [row["stem"] for row in table("statuses", language) if row["type"] == status]
    endings = [re.escape(lowered(stem[1:])) for stem in rows if stem.startswith("-")]
    inside = re.compile(rf"\w(?:{'|'.join(endings)})" if endings else r"(?!)")
    return Stems(stem for stem in rows if not stem.startswith("-")), inside
