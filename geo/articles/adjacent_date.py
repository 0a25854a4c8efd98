"""The day of a sentence that gives none, from the sentence beside it that gives a day and no place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from geo.articles.facts import Facts, number_of
from geo.articles.kinds import status_of
from geo.articles.model import Article, Dated, Draft
from geo.articles.timing import of_another_time, own_days, refers_back
from geo.message import Message

_AHEAD, _OPENING, _FRESH = 2, 3, timedelta(days=3)


def with_adjacent_date(draft: Draft, facts: tuple[Facts, ...], article: Article) -> Draft:
    """The draft with the day of the sentence before it, of one after it that tells of it, or of the opening.

    "They attacked on 12 July. Fire was opened on Tovuz." gives the day before; "The incident happened
    on 29 January", "He announced it on 9 November" give it behind. Sentences with a place of their own
    speak for themselves.
    """
    if draft.first or draft.prec is not None or of_another_time(draft.sentence, facts[0].language):
        return draft
    number = number_of(draft.sentence.start, article)
    day = _before(facts, number, article) or _behind(facts, number, article) or _lead(facts, number, article)
    if day is None:
        return draft
    basis = Message("Another sentence next to it gives the day. {then}", then=day.basis)
    return replace(
        draft, first=day.first, last=day.last, prec=day.prec, inherited_date=True, date_basis=basis
    )


def _before(facts: tuple[Facts, ...], number: int, article: Article) -> Dated | None:
    if number == 0:
        return None
    one, two = facts[number - 1], facts[number]
    if one.sentence.paragraph != two.sentence.paragraph or not one.cues:
        return None
    return _only_day(one, article.published, article.language)


def _behind(facts: tuple[Facts, ...], number: int, article: Article) -> Dated | None:
    for part in facts[number + 1 : number + 1 + _AHEAD]:
        if part.places:
            return None
        day = _only_day(part, article.published, article.language)
        if day:
            return day if refers_back(part.sentence, part.language) else None
    return None


def _lead(facts: tuple[Facts, ...], number: int, article: Article) -> Dated | None:
    """The day of a news report's opening where that names no place ("In the past 24 hours ...")."""
    for part in facts[: min(_OPENING, number)]:
        day = _only_day(part, article.published, article.language) if part.cues else None
        if day and day.last and article.published and abs(article.published - day.last) <= _FRESH:
            return day
    return None


def _only_day(part: Facts, published: date | None, language: str | None) -> Dated | None:
    """The one known day of a sentence that names no place and tells of nothing to come."""
    days = own_days(part, published)
    if part.places or len(days) != 1 or days[0].prec > 2:
        return None
    return None if status_of(part.sentence.text, language) else days[0]
