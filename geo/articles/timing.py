"""When a sentence's event was: its own days, the day the story has just given, and what is background."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from geo.articles.facts import TALK, Facts, number_of
from geo.articles.kinds import status_of
from geo.articles.model import Article, Dated, Draft, Sentence
from geo.articles.words import lowered, pattern, stems
from geo.message import Message
from geo.when import DAY

FIRST_DAY = date(1987, 1, 1)
_NEWS, _BACKGROUND, _REACH, _MOST = timedelta(days=14), timedelta(days=7), 3, 4
_SPAN, _RITES = timedelta(days=20), timedelta(days=60)


def own_days(part: Facts, published: date | None) -> list[Dated]:
    """The different known days of the sentence that date its event rather than a document it refers to.

    A bare year does not count beside a finer date, nor a war by its name beside a day.
    """
    known = [day for day in part.dates if day.first and day.last and day.first >= FIRST_DAY]
    if not all(cue.event_type in TALK for cue in part.cues):
        known = [day for day in known if not _refers(part, day)]
    known = [day for day in known if not _aside(part, day, published)]
    if min((day.prec for day in known), default=5) < 5:
        known = [day for day in known if day.prec < 5]
    if of_anniversary(part.sentence, part.language):
        known = [day for day in known if day.explicit and not _is_span(day) and not _of_rites(day, published)]
    if any(not _is_span(day) for day in known):
        known = [day for day in known if not _is_span(day)]
    if len(known) > 1:
        known = [day for day in known if not _of_saying(part, day)] or known
    unique = {(day.first, day.last): day for day in reversed(known)}
    return _joined(sorted(unique.values(), key=lambda day: day.start))[:_MOST]


def _joined(days: list[Dated]) -> list[Dated]:
    """Two days that follow each other ("on Oct. 21 and on the night of Oct. 22") as one span."""
    if len(days) != 2 or any(day.prec > 2 or day.first is None or day.last is None for day in days):
        return days
    one, two = days
    if one.last and two.first and two.last and timedelta(0) <= two.first - one.last <= DAY:
        basis = Message(
            "Two days that follow each other: {first}, {second}.",
            first=one.text.strip(),
            second=two.text.strip(),
        )
        return [replace(one, last=two.last, prec=max(2, one.prec, two.prec), basis=basis)]
    return days


def _is_span(day: Dated) -> bool:
    """True for a war named as a whole ("the 44-day war"): days known, but no day."""
    return day.prec == 1 and day.first is not None and day.last is not None and day.last - day.first > _SPAN


def _of_rites(day: Dated, published: date | None) -> bool:
    """True for the day on which an anniversary is observed rather than that of the event."""
    return bool(published and day.first and abs(published - day.first) < _RITES)


def _aside(part: Facts, day: Dated, published: date | None) -> bool:
    """True for a day that dates a cause, a deadline gone by, or a war the sentence only counts from."""
    sentence, language = part.sentence, part.language
    before = sentence.text[: day.start - sentence.start]
    after = sentence.text[day.end - sentence.start :]
    if _is_span(day):
        return _found("span_before", before, language) or _found("span_after", after, language)
    if (
        _found("caused_by", before[-120:], language)
        or _found("born_before", before, language)
        or _found("born_after", after, language)
    ):
        return True
    if published is None or day.last is None or day.last > published:
        return False
    deadline = _found("deadline", before, language) or _found("deadline_after", after, language)
    return deadline and _found("deadline_words", sentence.text, language)


def _found(rule: str, text: str, language: str) -> bool:
    return pattern(rule, language).search(lowered(text)) is not None


def of_another_time(sentence: Sentence, language: str) -> bool:
    """True if the sentence says that it tells of an earlier or later time than the text around it."""
    return _found("elsewhen", sentence.text, language)


def refers_back(sentence: Sentence, language: str) -> bool:
    """True if the sentence says when what stands before it happened or was announced."""
    return _found("earlier_report", sentence.text, language)


def _refers(part: Facts, day: Dated) -> bool:
    sentence, language = part.sentence, part.language
    start, end = day.start - sentence.start, day.end - sentence.start
    before = sentence.text[max(0, start - 60) : start]
    if start <= 4 and before.strip(' "“«').casefold() in ("", "a", "the"):
        return False
    return (
        _found("date_after", sentence.text[end : end + 40], language)
        or _found("date_before", before, language)
        or _found("date_before_dated", before, language)
    )


def of_anniversary(sentence: Sentence, language: str) -> bool:
    """True if the sentence looks back from an anniversary: a day without year is then not the event's."""
    return stems("context", language, "anniversary").search(sentence.text) is not None


def _of_saying(part: Facts, day: Dated) -> bool:
    """True if the day tells when something was said rather than when it happened."""
    sentence, language = part.sentence, part.language
    before = sentence.text[max(0, day.start - sentence.start - 50) : day.start - sentence.start]
    return _found("said_before", before, language)


def story_day(part: Facts, drafts: list[Draft], article: Article) -> Dated | None:
    """The day the story has just given: by "the same day", or in the news at most three sentences before."""
    last = drafts[-1] if drafts else None
    if last is None or last.first is None or last.last is None or last.prec is None or last.prec > 2:
        return None
    reach = part.number - number_of(last.sentence.start, article)
    if reach > _REACH:
        return None
    offset = _days_after(part)
    if offset is not None:
        return _moved(last, offset)
    planned = "planned" in (last.status, status_of(part.sentence.text, article.language))
    old = article.published and abs(article.published - last.last) > _NEWS
    if planned or part.dates or old or of_another_time(part.sentence, part.language):
        return None
    return _moved(last, 0)


def counted_from(part: Facts, drafts: list[Draft]) -> bool:
    """True if the sentence counts its day from the story's ("it ended on the following day")."""
    return bool(drafts) and _days_after(part) is not None


def _moved(last: Draft, offset: int) -> Dated | None:
    if last.first is None or last.last is None or last.prec is None:
        return None
    basis = (
        Message("An earlier sentence gives the day before. {then}", then=last.date_basis)
        if offset
        else Message("An earlier sentence gives the day. {then}", then=last.date_basis)
    )
    return Dated(
        last.sentence.start,
        last.sentence.end,
        "",
        last.first + offset * DAY,
        last.last + offset * DAY,
        last.prec,
        basis,
    )


def _days_after(part: Facts) -> int | None:
    """How many days after the story's day the sentence says its own is; None if it does not say."""
    for days, kind in enumerate(("same_day", "next_day")):
        if stems("context", part.language, kind).search(part.sentence.text):
            return days
    return None


def dated_later(drafts: list[Draft], language: str) -> list[Draft]:
    """The drafts, each whose sentence writes no day with that of another sentence on the same region."""
    by_event: dict[tuple[str, str], int] = {}
    by_regions: dict[tuple[str, ...], int] = {}
    for number, draft in enumerate(drafts):
        if draft.first and draft.prec == 1 and draft.status != "planned":
            by_regions.setdefault(draft.region_ids, number)
            for region in draft.region_ids:
                by_event.setdefault((draft.event_type, region), number)
    found = []
    for draft in drafts:
        keys = [(draft.event_type, region) for region in draft.region_ids]
        numbers = [by_event[key] for key in keys if key in by_event]
        numbers += [by_regions[draft.region_ids]] if draft.region_ids in by_regions else []
        found.append(_dated_as(draft, drafts[min(numbers)], language) if numbers else draft)
    return found


def _dated_as(draft: Draft, other: Draft, language: str) -> Draft:
    """The draft with the day of the other, where its own sentence leaves the day to the text around it."""
    if (
        draft.first
        or draft.prec is not None
        or draft.status == "planned"
        or of_another_time(draft.sentence, language)
    ):
        return draft
    basis = Message("Another sentence on the same place gives the day. {then}", then=other.date_basis)
    return replace(draft, first=other.first, last=other.last, prec=1, inherited_date=True, date_basis=basis)


def with_background(drafts: list[Draft], published: date | None) -> list[Draft]:
    """Marks what lies more than a week before publication where the article has news of its own before it."""
    news = [
        index
        for index, draft in enumerate(drafts)
        if published and draft.last and published - draft.last <= _BACKGROUND
    ]
    if published is None or not news:
        return drafts
    return [
        replace(
            draft,
            background=index > news[0] and draft.last is not None and published - draft.last > _BACKGROUND,
        )
        for index, draft in enumerate(drafts)
    ]


def without_echoes(drafts: list[Draft], language: str) -> list[Draft]:
    """The drafts without those that only recall, with no day, what others date for the same region."""
    dated = {(draft.event_type in TALK, region) for draft in drafts if draft.first
             for region in draft.region_ids}  # fmt: skip
    found = []
    for draft in drafts:
        if draft.first is None and draft.prec is None and of_another_time(draft.sentence, language):
            talk = draft.event_type in TALK
            rest = tuple(region for region in draft.region_ids if (talk, region) not in dated)
            found += [replace(draft, region_ids=rest)] if rest else []
        else:
            found.append(draft)
    return found
