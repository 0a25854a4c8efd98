"""Dates: written in five languages, years supplied only where the text allows, otherwise left open."""

from __future__ import annotations

from datetime import date

import pytest

from geo.articles import Raw, Reader, read
from geo.articles.dates import written_dates
from geo.articles.model import Dated
from geo.articles.resolve import resolve
from geo.message import Message
from tests.articles.conftest import Read

PUBLISHED = date(2020, 11, 25)


def days(text: str, language: str, published: date | None = PUBLISHED) -> list[tuple[str, str, int] | None]:
    """First day, last day and precision of each date; None for one that stays open."""
    found = [resolve(w, published=published, year=None, ahead=False) for w in written_dates(text, language)]
    return [(str(d.first), str(d.last), d.prec) if d.first else None for d in found if isinstance(d, Dated)]


@pytest.mark.parametrize(
    ("text", "language", "first", "last", "prec"),
    [
        ("on 25 November 2020", "en", "2020-11-25", "2020-11-25", 1),
        ("on November 25th, 2020", "en", "2020-11-25", "2020-11-25", 1),
        ("on Nov. 25", "en", "2020-11-25", "2020-11-25", 1),
        ("on Nov.20", "en", "2020-11-20", "2020-11-20", 1),
        ("on 12/24/2019", "en", "2019-12-24", "2019-12-24", 1),
        ("on Dec. 20", "en", "2020-12-20", "2020-12-20", 1),
        ("on December 30", "en", "2020-12-30", "2020-12-30", 1),
        ("on May 9", "en", "2020-05-09", "2020-05-09", 1),
        ("April 2-5, 2016", "en", "2016-04-02", "2016-04-05", 1),
        ("between 27 September and 10 November 2020", "en", "2020-09-27", "2020-11-10", 1),
        ("from September 27 to November 10", "en", "2020-09-27", "2020-11-10", 1),
        ("from December 28, 1991 to January 3, 1992", "en", "1991-12-28", "1992-01-03", 1),
        ("23.07.1993-24.07.1993", "en", "1993-07-23", "1993-07-24", 1),
        ("23–24.07.1993", "en", "1993-07-23", "1993-07-24", 1),
        ("23.-24.07.1993", "tr", "1993-07-23", "1993-07-24", 1),
        ("23.07–24.07.1993", "ru", "1993-07-23", "1993-07-24", 1),
        ("30.07 - 02.08.1993", "ru", "1993-07-30", "1993-08-02", 1),
        ("30.12.1991-03.01.1992", "az", "1991-12-30", "1992-01-03", 1),
        ("1993-07-23/1993-07-24", "en", "1993-07-23", "1993-07-24", 1),
        ("July 23-24,1993", "en", "1993-07-23", "1993-07-24", 1),
        ("23-24 ИЮЛЯ 1993", "ru", "1993-07-23", "1993-07-24", 1),
        ("1993-CÜ İL İYULUN 23-DƏ", "az", "1993-07-23", "1993-07-23", 1),
        ("in April 1993", "en", "1993-04-01", "1993-04-30", 4),
        ("since 1991", "en", "1991-01-01", "1991-12-31", 5),
        ("in 1992-94 and 1992-1994", "en", "1992-01-01", "1994-12-31", 5),
        ("early Wednesday", "en", "2020-11-25", "2020-11-25", 1),
        ("on Friday", "en", "2020-11-20", "2020-11-20", 1),
        ("last Wednesday", "en", "2020-11-18", "2020-11-18", 1),
        ("yesterday", "en", "2020-11-24", "2020-11-24", 1),
        ("last week", "en", "2020-11-16", "2020-11-22", 3),
        ("two days ago", "en", "2020-11-23", "2020-11-23", 1),
        ("the 44-day war", "en", "2020-09-27", "2020-11-09", 1),
        ("2020-ci il noyabrın 25-də", "az", "2020-11-25", "2020-11-25", 1),
        ("noyabrın 20-də", "az", "2020-11-20", "2020-11-20", 1),
        ("sentyabrın 27-dən noyabrın 10-dək", "az", "2020-09-27", "2020-11-10", 1),
        ("1993-cü ilin aprel ayında", "az", "1993-04-01", "1993-04-30", 4),
        ("1992-ci ildə", "az", "1992-01-01", "1992-12-31", 5),
        ("dünən", "az", "2020-11-24", "2020-11-24", 1),
        ("2020-ci il 19 noyabr tarixində", "az", "2020-11-19", "2020-11-19", 1),
        ("İkinci Qarabağ müharibəsində", "az", "2020-09-27", "2020-11-09", 1),
        ("İYUL 12", "az", "2020-07-12", "2020-07-12", 1),
        ("son 24 saat içinde", "tr", "2020-11-24", "2020-11-25", 2),
        ("7 KASIM 2020", "tr", "2020-11-07", "2020-11-07", 1),
        ("за минувшие сутки", "ru", "2020-11-24", "2020-11-25", 2),
        ("24-11-2020 08:49", "en", "2020-11-24", "2020-11-24", 1),
        ("Baku/24.11.20/Agency", "en", "2020-11-24", "2020-11-24", 1),
        ("over the past 24 hours", "en", "2020-11-24", "2020-11-25", 2),
        ("25 Kasım 2020", "tr", "2020-11-25", "2020-11-25", 1),
        ("27 Eylül'de", "tr", "2020-09-27", "2020-09-27", 1),
        ("2 Nisan 1993'te", "tr", "1993-04-02", "1993-04-02", 1),
        ("27 EYLÜL 2020", "tr", "2020-09-27", "2020-09-27", 1),
        ("4 ноября", "ru", "2020-11-04", "2020-11-04", 1),
        ("с 27 сентября по 10 ноября 2020 года", "ru", "2020-09-27", "2020-11-10", 1),
        ("в апреле 1993 года", "ru", "1993-04-01", "1993-04-30", 4),
        ("в среду", "ru", "2020-11-25", "2020-11-25", 1),
        ("13.10.2020", "ru", "2020-10-13", "2020-10-13", 1),
        ("2020 թվականի նոյեմբերի 9-ին", "hy", "2020-11-09", "2020-11-09", 1),
        ("մարտի 2-ի լույս 3-ի գիշերը", "hy", "2020-03-02", "2020-03-03", 1),
        ("1992թ. մայիսի 8-ին", "hy", "1992-05-08", "1992-05-08", 1),
        ("երեկ", "hy", "2020-11-24", "2020-11-24", 1),
    ],
)
def test_a_date_is_read(text: str, language: str, first: str, last: str, prec: int) -> None:
    assert (first, last, prec) in days(text, language)


@pytest.mark.parametrize("text", ["on Nov. 25", "on Wednesday", "yesterday", "last week", "two days ago"])
def test_without_a_publication_date_it_stays_open(text: str) -> None:
    assert days(text, "en", published=None) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "in 2000 people",
        "at 10:08",
        "he may 9 times",
        "27 years",
        "monitor the truce",
        "5.9 billion",
        "03/04/2019",
    ],
)
def test_what_is_no_date_or_could_be_two(text: str) -> None:
    assert days(text, "en") == []


@pytest.mark.parametrize(
    ("text", "language"), [("31 February 2020", "en"), ("31.02.2020", "en"), ("30 февраля 2020 года", "ru")]
)
def test_a_day_that_does_not_exist_is_said(text: str, language: str) -> None:
    (found,) = written_dates(text, language)
    answer = resolve(found, published=PUBLISHED, year=None, ahead=False)
    assert isinstance(answer, Message) and text in str(answer)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Agdam fell on 23 July 1993. Armenia took Fizuli on 23 August.", "2010-05-12", "1993-08-23"),
        ("Tension in Armenia dates from 1991. Lachin was shelled on Sept. 27.", "2020-11-25", "2020-09-27"),
        ("On October 4, 2020 Armenia hit Ganja. Barda was shelled on October 27.", None, "2020-10-27"),
    ],
)
def test_the_year_a_story_is_in(read_text: Read, text: str, published: str | None, day: str) -> None:
    assert str(read_text(text, published).dates[-1].first) == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Today Azerbaijan marks the anniversary of the fall of Lachin.", []),
        ("Armenia shelled Lachin on Monday. The same day Kelbajar was shelled.", ["1993-03-29"] * 2),
        ("Under the March 1 agreement Armenian troops entered Lachin on Monday.", ["1993-03-29"]),
        ("Armenia shelled Lachin on Monday, the ministry said on Tuesday.", ["1993-03-29"]),
    ],
)
def test_which_day_an_event_takes(read_text: Read, text: str, days: list[str]) -> None:
    assert [str(draft.first) for draft in read_text(text, "1993-03-31").drafts] == days


@pytest.mark.parametrize("published", [date.min, date(1, 1, 3), date(4, 2, 29), date(1899, 12, 31), date.max])
@pytest.mark.parametrize(
    "text",
    [
        "Armenian troops took Lachin yesterday, two weeks ago, last weekend, on Monday and on 29 February.",
        "Lachin fell 999 months ago, last year, on 31.12.1900 and 03.01.1992; next Monday Armenia meets.",
        "Laçın dünən, ötən həftə və 999 ay əvvəl işğal edilib, Ermənistan bildirib.",
    ],
)
def test_a_day_of_publication_at_the_ends_of_time_breaks_nothing(
    reader: Reader, text: str, published: date
) -> None:
    days = [day.first for day in read(Raw("text", text), reader, published=published).dates]
    assert all(day is None or 1900 <= day.year <= 2100 for day in days)
