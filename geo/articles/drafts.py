"""Proposes events: sentences that report something at a place, with their days, type, status and claimant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from geo.articles.adjacent_date import with_adjacent_date
from geo.articles.facts import ArticleFacts, Facts, facts_of
from geo.articles.kinds import Cue, event_type_of, read_as, status_of, subject_of
from geo.articles.matching import KnownEvent, matched
from geo.articles.model import Article, Dated, Draft, Mention
from geo.articles.scenes import nearest, regions_of, scene_around
from geo.articles.timing import (
    counted_from,
    dated_later,
    of_anniversary,
    own_days,
    story_day,
    with_background,
    without_echoes,
)
from geo.message import Message

_STRONG, _NEAR = 3, 60
_HARD = ("capture", "handover", "battle", "strike", "violence_against_civilians", "displacement")
_FALLBACK = "political"


def propose(
    article: Article, mentions: tuple[Mention, ...], dates: tuple[Dated, ...], events: tuple[KnownEvent, ...]
) -> tuple[Draft, ...]:
    """The drafts of an article in order of the text; none where it is not about the conflict.

    Days that the text leaves open stay None; background is marked against the article's own news.
    """
    subject = subject_of(article.text, article.language)
    if subject == "other":
        return ()
    facts = facts_of(article, mentions, dates)
    drafts: list[Draft] = []
    for part in facts.sentences:
        drafts += _of_sentence(part, facts, drafts, article)
    drafts = [with_adjacent_date(draft, facts.sentences, article) for draft in drafts]
    language = read_as(article.language)
    drafts = dated_later(drafts, language)
    drafts = with_background(without_echoes(drafts, language), article.published)
    if subject == "aside":
        drafts = [draft for draft in drafts if _looks_back(draft, article.published)]
    return tuple(matched(draft, events) for draft in drafts)


def _of_sentence(part: Facts, facts: ArticleFacts, drafts: list[Draft], article: Article) -> Iterator[Draft]:
    regions, days = regions_of(part), own_days(part, article.published)
    if all(day.prec == 5 for day in days) and counted_from(part, drafts):
        days = [day for day in [story_day(part, drafts, article)] if day]
    if not regions:
        yield from _placed_by_context(part, days, facts, drafts, article)
    elif days:
        if part.cues or _states_an_event(part, days, article):
            for day in days:
                draft = _draft(part, nearest(part, regions, day, days), day, article)
                if not _gone_by(draft, article.published):
                    yield draft
    elif _worth_leaving_open(part, article.language):
        yield from _undated(part, regions, drafts, article)


def _gone_by(draft: Draft, published: date | None) -> bool:
    """True for a plan whose day was over before publication: it says nothing of what came of it."""
    return bool(draft.status == "planned" and published and draft.last and draft.last < published)


def _looks_back(draft: Draft, published: date | None) -> bool:
    """True for fighting or a change of hands whose year the sentence gives, well before publication."""
    if draft.first is None or draft.inherited_date or draft.placed_by_context:
        return False
    if draft.event_type not in _HARD:
        return False
    return published is None or published - draft.first > timedelta(days=60)


def _states_an_event(part: Facts, days: list[Dated], article: Article) -> bool:
    """True if a day and a place stand together without a cue word we know, and not to deny an event."""
    return min(day.prec for day in days) <= 2 and status_of(part.sentence.text, article.language) is None


def _worth_leaving_open(part: Facts, language: str | None) -> bool:
    """True if the sentence tells an event plainly, or gives a day of which only the year is open."""
    open_day = any(day.first is None and day.prec == 1 for day in part.dates)
    strong = any(cue.weight >= _STRONG and not _is_name(cue, part) for cue in part.cues)
    status = status_of(part.sentence.text, language)
    calm = status == "did_not_happen" and not open_day
    if status == "planned" and not open_day:
        return False
    if calm or of_anniversary(part.sentence, part.language):
        return False
    return strong or (open_day and bool(part.cues))


def _is_name(cue: Cue, part: Facts) -> bool:
    """True for the name of an event long known ("the Khojaly massacre") rather than a report of one."""
    if cue.event_type != "violence_against_civilians":
        return False
    text, offset = part.sentence.text, part.sentence.start
    between = [text[m.end - offset : cue.start] for m in part.mentions if m.end - offset <= cue.start]
    return any(gap in (" ", "'s ", "’s ") for gap in between)


def _undated(part: Facts, regions: tuple[str, ...], drafts: list[Draft], article: Article) -> Iterator[Draft]:
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
    part: Facts, days: list[Dated], facts: ArticleFacts, drafts: list[Draft], article: Article
) -> Iterator[Draft]:
    for day in days:
        regions = scene_around(part, day, facts, drafts, article)
        if regions:
            yield _draft(part, regions, day, article, by_context=True)


def _draft(
    part: Facts, regions: tuple[str, ...], day: Dated | None, article: Article, *,
    inherited: bool = False, by_context: bool = False,
) -> Draft:  # fmt: skip
    status = status_of(part.sentence.text, article.language)
    return Draft(
        sentence=part.sentence, region_ids=regions,
        first=day.first if day else None, last=day.last if day else None,
        prec=day.prec if day else None, date_basis=day.basis if day else Message("The text gives no day."),
        event_type=_event_type(part, day, regions),
        status=status or ("claimed" if part.claim.name else "reported"),
        claim=part.claim, placed_by_context=by_context, inherited_date=inherited,
    )  # fmt: skip


def _event_type(part: Facts, day: Dated | None, regions: tuple[str, ...]) -> str:
    cues = _cues_for(part, day)
    return event_type_of(cues, regions) if cues else _FALLBACK


def _cues_for(part: Facts, day: Dated | None) -> list[Cue]:
    """The weightiest cue near the day where the sentence has several days, else all."""
    if day is None or not part.cues or len(part.dates) < 2:
        return list(part.cues)
    offset = day.start - part.sentence.start
    near = [cue for cue in part.cues if abs(cue.start - offset) <= _NEAR]
    if near:
        return [max(near, key=lambda cue: (cue.weight, -abs(cue.start - offset)))]
    return [min(part.cues, key=lambda cue: abs(cue.start - offset))]
