"""When a sentence's event was: its own days, the day the story has just given, and what is background."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from geo.articles.kinds import status_of
from geo.articles.model import Article, Dated, Draft, Sentence
from geo.articles.told import TALK, Told
from geo.articles.words import Stems, by, document, listed, table
from geo.when import DAY

FIRST_DAY = date(1987, 1, 1)
_NEWS, _BACKGROUND, _REACH, _MOST = timedelta(days=14), timedelta(days=7), 3, 4


def own_days(part: Told) -> list[Dated]:
    """The different known days of the sentence that date its event rather than a document it refers to.

    A bare year does not count beside a finer date.
    """
    known = [day for day in part.dates if day.first and day.last and day.first >= FIRST_DAY]
    if not all(cue.event_type in TALK for cue in part.cues):
        known = [day for day in known if not _refers(part.sentence, day)]
    if min((day.prec for day in known), default=5) < 5:
        known = [day for day in known if day.prec < 5]
    if of_anniversary(part.sentence):
        known = [day for day in known if day.explicit]
    if len(known) > 1:
        known = [day for day in known if not _of_saying(part.sentence, day)] or known
    unique = {(day.first, day.last): day for day in reversed(known)}
    return sorted(unique.values(), key=lambda day: day.start)[:_MOST]


@cache
def _reference() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rules = document("references")
    return re.compile(rules["date_before"], re.IGNORECASE), re.compile(rules["date_after"], re.IGNORECASE)


def _refers(sentence: Sentence, day: Dated) -> bool:
    before, after = _reference()
    start, end = day.start - sentence.start, day.end - sentence.start
    return bool(
        after.search(sentence.text[end : end + 40])
        or before.search(sentence.text[max(0, start - 60) : start])
    )


def of_anniversary(sentence: Sentence) -> bool:
    """True if the sentence looks back from an anniversary: a day without year is then not the event's."""
    return _anniversary().search(sentence.text) is not None


@cache
def _anniversary() -> Stems:
    return Stems(stem for row in table("anniversary") for stem in listed(row["stems"]))


def _of_saying(sentence: Sentence, day: Dated) -> bool:
    """True if the day tells when something was said rather than when it happened."""
    before = sentence.text[max(0, day.start - sentence.start - 50) : day.start - sentence.start]
    return re.search(document("references")["said_before"], before, re.IGNORECASE) is not None


def story_day(part: Told, drafts: list[Draft], article: Article) -> Dated | None:
    """The day the story has just given: by "the same day", or in the news at most three sentences before."""
    last = drafts[-1] if drafts else None
    if last is None or last.first is None or last.last is None or last.prec is None or last.prec > 2:
        return None
    reach = part.number - article.sentences.index(last.sentence)
    if reach > _REACH:
        return None
    offset = _offset(part.sentence.text, article.language)
    if offset is not None:
        return _moved(last, offset)
    planned = "planned" in (last.status, status_of(part.sentence.text, article.language))
    if planned or part.dates or (article.published and abs(article.published - last.last) > _NEWS):
        return None
    return _moved(last, 0)


def _moved(last: Draft, offset: int) -> Dated | None:
    if last.first is None or last.last is None or last.prec is None:
        return None
    basis = f"An earlier sentence gives the day{' before' if offset else ''}. {last.date_basis}"
    return Dated(
        last.sentence.start,
        last.sentence.end,
        "",
        last.first + offset * DAY,
        last.last + offset * DAY,
        last.prec,
        basis,
    )


def _offset(text: str, language: str | None) -> int | None:
    for offset, pattern in _same_day(language):
        if pattern.search(text):
            return offset
    return None


@cache
def _same_day(language: str | None) -> list[tuple[int, Stems]]:
    rows = by("days_between", "language")
    return [
        (int(row["offset"]), Stems(listed(row["stems"]))) for row in rows.get(language or "en", rows["en"])
    ]


def dated_later(draft: Draft, drafts: list[Draft]) -> Draft:
    """A draft whose sentence writes no day takes that of another sentence on the same region."""
    if draft.first or draft.prec is not None:
        return draft
    for other in drafts:
        alike = other.event_type == draft.event_type or other.region_ids == draft.region_ids
        shared = bool(set(draft.region_ids) & set(other.region_ids))
        if (
            other.first
            and other.prec == 1
            and alike
            and shared
            and "planned" not in (other.status, draft.status)
        ):
            basis = f"Another sentence on the same place gives the day. {other.date_basis}"
            return replace(
                draft, first=other.first, last=other.last, prec=1, inherited_date=True, date_basis=basis
            )
    return draft


def with_background(drafts: list[Draft], published: date | None) -> list[Draft]:
    """Marks what lies more than a week before publication where the article has news of its own before it."""
    news = [
        index
        for index, draft in enumerate(drafts)
        if published and draft.last and published - _BACKGROUND <= draft.last
    ]
    if published is None or not news:
        return drafts
    return [
        replace(
            draft,
            background=index > news[0] and draft.last is not None and draft.last < published - _BACKGROUND,
        )
        for index, draft in enumerate(drafts)
    ]
