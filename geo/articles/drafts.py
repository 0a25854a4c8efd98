"""Proposes events: sentences that report something at a place, with their days, sort, status and claimant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from geo.articles.kinds import Cue, event_type_of, is_about_conflict, status_of
from geo.articles.matching import KnownEvent, matches
from geo.articles.model import Article, Dated, Draft, Mention
from geo.articles.scenes import nearest, regions_of, scene_around
from geo.articles.timing import dated_later, of_anniversary, own_days, story_day, with_background
from geo.articles.told import Told, told_by
from geo.when import DAY

_STRONG = 3
_FALLBACK = "political"


def propose(
    article: Article, mentions: tuple[Mention, ...], dates: tuple[Dated, ...], events: tuple[KnownEvent, ...]
) -> tuple[Draft, ...]:
    """The drafts of an article in order of the text; none where it is not about the conflict.

    Days that the text leaves open stay None; background is marked against the article's own news.
    """
    if not is_about_conflict(article.text, article.language):
        return ()
    told = told_by(article, mentions, dates)
    drafts: list[Draft] = []
    for part in told:
        drafts += _of_sentence(part, told[: part.number], drafts, article)
    drafts = [dated_later(draft, drafts) for draft in drafts]
    drafts = with_background(drafts, article.published)
    return tuple(replace(draft, event_ids=matches(draft, events)) for draft in drafts)


def _of_sentence(part: Told, before: list[Told], drafts: list[Draft], article: Article) -> Iterator[Draft]:
    regions, days = regions_of(part), own_days(part)
    if not regions:
        yield from _placed_by_context(part, days, before, drafts, article)
    elif days:
        if part.cues or _plainly_told(part, days, article):
            for day in days:
                yield _draft(part, nearest(part, regions, day, days), day, article)
    elif _worth_leaving_open(part):
        yield from _undated(part, regions, drafts, article)


def _plainly_told(part: Told, days: list[Dated], article: Article) -> bool:
    """True if a day and a place are told without a cue word we know, and not to say that nothing happened."""
    return min(day.prec for day in days) <= 2 and status_of(part.sentence.text, article.language) is None


def _worth_leaving_open(part: Told) -> bool:
    """True if the sentence tells an event plainly, or gives a day of which only the year is open."""
    open_day = any(day.first is None and day.prec == 1 for day in part.dates)
    strong = any(cue.weight >= _STRONG for cue in part.cues) or (open_day and bool(part.cues))
    return strong and not of_anniversary(part.sentence)


def _undated(part: Told, regions: tuple[str, ...], drafts: list[Draft], article: Article) -> Iterator[Draft]:
    """The draft of a sentence without a known day: the story's day, else open where the words are plain."""
    day = None if any(written.first is None for written in part.dates) else story_day(part, drafts, article)
    draft = _draft(part, regions, day, article, inherited=day is not None)
    if day:
        yield draft
    elif "nkao" not in regions:
        open_day = next((written for written in part.dates if written.first is None), None)
        yield replace(draft, prec=open_day.prec, date_basis=open_day.basis) if open_day else draft
    elif part.dates and part.dates[0].first is None:
        yield replace(draft, prec=part.dates[0].prec, date_basis=part.dates[0].basis)


def _placed_by_context(
    part: Told, days: list[Dated], before: list[Told], drafts: list[Draft], article: Article
) -> Iterator[Draft]:
    for day in days:
        regions = scene_around(part, day, before, drafts, article)
        if regions:
            yield _draft(part, regions, day, article, by_context=True)


def _draft(
    part: Told, regions: tuple[str, ...], day: Dated | None, article: Article, *,
    inherited: bool = False, by_context: bool = False,
) -> Draft:  # fmt: skip
    status = status_of(part.sentence.text, article.language)
    if status == "planned" and day and article.published and day.last and day.last < article.published - DAY:
        status = None
    return Draft(
        sentence=part.sentence, region_ids=regions,
        first=day.first if day else None, last=day.last if day else None,
        prec=day.prec if day else None, date_basis=day.basis if day else "The text gives no day.",
        event_type=_event_type(part, day, regions),
        status=status or ("claimed" if part.claim.name else "reported"),
        claim=part.claim, placed_by_context=by_context, inherited_date=inherited,
    )  # fmt: skip


def _event_type(part: Told, day: Dated | None, regions: tuple[str, ...]) -> str:
    cues = _cues_for(part, day)
    return event_type_of(cues, regions) if cues else _FALLBACK


def _cues_for(part: Told, day: Dated | None) -> list[Cue]:
    """The cue nearest to the day where the sentence has several days, else all."""
    if day is None or not part.cues or len(own_days(part)) < 2:
        return list(part.cues)
    offset = day.start - part.sentence.start
    return [min(part.cues, key=lambda cue: abs(cue.start - offset))]
