"""The reader: a raw document to its Reading, through article, places, dates, drafts and excerpts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from geo.articles.article import read_article
from geo.articles.dates import written_dates
from geo.articles.drafts import propose
from geo.articles.excerpts import choose
from geo.articles.matching import KnownEvent, known_events
from geo.articles.model import Article, Dated, Raw, Reading, without_claim
from geo.articles.places import find_places
from geo.articles.resolve import resolve, speaks_ahead
from geo.articles.spellings import Gazetteer, gazetteer_of
from geo.message import Message

_STORY = 2
_OLD = 2


@dataclass(frozen=True)
class Reader:
    """What reading needs to know: every spelling, and the events the atlas has."""

    gazetteer: Gazetteer
    events: tuple[KnownEvent, ...]


def open_reader(folder: Path | str = "data") -> Reader:
    """A reader that knows the names and events of a data folder; takes about half a second."""
    return Reader(gazetteer_of(folder), known_events(folder))


def read(raw: Raw, reader: Reader, *, published: date | None = None) -> Reading:
    """Everything read from a raw document; `published` of the caller goes before what the document says."""
    article = read_article(raw, published=published)
    mentions = find_places(article, reader.gazetteer)
    dates, problems = find_dates(article)
    drafts = propose(article, mentions, dates, reader.events)
    excerpts = choose(article, drafts)
    return Reading(article, mentions, dates, drafts, excerpts, (*article.problems, *problems))


def find_dates(article: Article) -> tuple[tuple[Dated, ...], tuple[Message, ...]]:
    """The dates of the body with the years the text leads to, and a message for each day there never was."""
    found: list[Dated] = []
    problems: list[Message] = []
    story = _StoryYear(article.published)
    for number, sentence in enumerate(article.sentences):
        ahead = speaks_ahead(sentence.text, article.language)
        for written in written_dates(sentence.text, article.language):
            given = written.numbers.get("y1") or written.numbers.get("y2")
            year = None if given else story.year(number)
            day = resolve(written, published=article.published, year=year, ahead=ahead)
            if isinstance(day, Message):
                problems.append(day)
            elif day is not None:
                found.append(replace(day, start=day.start + sentence.start, end=day.end + sentence.start))
                story.hear(day, number)
    return tuple(found), tuple(dict.fromkeys(problems))


class _StoryYear:
    """Follows the year a text is telling of: that of the last full date, where it tells of the past."""

    def __init__(self, published: date | None) -> None:
        self._published = published
        self._year: int | None = None
        self._said = 0
        self._firsts = 0
        self._retrospective = published is None

    def hear(self, day: Dated, number: int) -> None:
        """Takes note of a date of sentence `number`."""
        if day.first is None:
            return
        self._firsts += 1
        if day.explicit and day.prec <= 5 and day.first.year == (day.last or day.first).year:
            if (
                self._firsts <= 1
                and day.prec <= 4
                and self._published
                and self._published.year - day.first.year >= _OLD
            ):
                self._retrospective = True
            if day.prec == 1 or (self._published and (day.prec <= 4 or self._retrospective)):
                self._year, self._said = day.first.year, number
        elif self._published and (self._published - day.first).days <= 40:
            self._retrospective = False

    def year(self, number: int) -> int | None:
        """The year for a day of sentence `number` that has none, or None to take that of publication."""
        if self._year is None or not self._retrospective:
            return None
        if self._published is None:
            return self._year
        return self._year if number - self._said <= _STORY else None


def with_claims(reading: Reading) -> Reading:
    """The reading whose drafts have the claimant that their excerpts give them, so that the two are one."""
    spoken = {without_claim(excerpt.draft): excerpt.draft for excerpt in reading.excerpts}
    drafts = tuple(spoken.get(without_claim(draft), draft) for draft in reading.drafts)
    return replace(reading, drafts=drafts)
