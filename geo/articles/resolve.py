"""Turns written dates into days: the year from the publication date or the story, or left open."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from geo.articles.dates import Written, named_periods
from geo.articles.model import LANGUAGES, Dated
from geo.articles.words import compiled, rules
from geo.message import Message
from geo.when import DAY, parse_day

FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LAST = re.compile(r"\b(?:last|past)\b", re.IGNORECASE)
AHEAD = 400
# The most years between two 29 February.
_LEAP = 8


def resolve(
    written: Written, *, published: date | None, year: int | None, ahead: bool
) -> Dated | Message | None:
    """The days that a written date means; None if it names no day, a message if the day does not exist.

    `year` is the year the story is in where the text has just said so; `ahead` is True where the
    sentence speaks of what is to come, so that a day without year may lie after publication. A day of
    publication before 1900 or after 2100 is taken for none.
    """
    if published and not FIRST_YEAR <= published.year <= _LAST_YEAR:
        published = None
    try:
        found = _BY_FORM[written.form](written, published, year, ahead)
    except OverflowError:  # so many days ago that no calendar has it
        return None
    except ValueError:
        return Message("“{words}” is not a day that exists; it was left out.", words=written.text.strip())
    if found is None:
        return None
    first, last, prec, basis, explicit = found
    if first is None or last is None:
        return Dated(written.start, written.end, written.text, None, None, prec, basis)
    if not _plausible(first, last, published):
        return None
    return Dated(written.start, written.end, written.text, first, last, prec, basis, explicit)


_Found = tuple[date | None, date | None, int, Message, bool] | None
_OPEN_YEAR = Message("The text gives no year.")
_OPEN_DAY = Message("The text does not say when it was published.")
_IN_FULL = Message("The date is written in full.")
# How a day, or a month, got its year: from the text, from publication, from the year next to that.
_DAY_OF_STORY = Message("Day and month in the sentence; the year is the one the text is telling of.")
_DAY_OF_PUBLICATION = Message("Day and month in the sentence; the year is that of publication.")
_DAY_NEAREST = Message("Day and month in the sentence; the year is the one nearest to publication.")
_OF_MONTHS = {
    _DAY_OF_STORY: Message("Month in the sentence; the year is the one the text is telling of."),
    _DAY_OF_PUBLICATION: Message("Month in the sentence; the year is that of publication."),
    _DAY_NEAREST: Message("Month in the sentence; the year is the one nearest to publication."),
}


def _plausible(first: date, last: date, published: date | None) -> bool:
    latest = published + timedelta(days=AHEAD) if published else date(2035, 1, 1)
    return date(FIRST_YEAR, 1, 1) <= first <= last and first <= latest


def _day(written: Written, published: date | None, year: int | None, ahead: bool) -> _Found:
    numbers = dict(written.numbers)
    if "a" in numbers and not _order(numbers, published):
        return None
    last_month, last_day = numbers.get("m2", numbers["m1"]), numbers.get("d2", numbers["d1"])
    given = numbers.get("y1") or numbers.get("y2")
    chosen, basis = _year_of(numbers["m1"], numbers["d1"], given, published, year, ahead)
    if chosen is None:
        date(2020, numbers["m1"], numbers["d1"])
        return None, None, 1, _OPEN_YEAR, False
    first = date(
        numbers.get("y1", chosen) if "y1" in numbers and "y2" in numbers else chosen,
        numbers["m1"],
        numbers["d1"],
    )
    last = date(numbers.get("y2", first.year), last_month, last_day)
    if last < first:
        last = date(first.year + 1, last_month, last_day) if first.month > last_month else first
    return first, last, 1, basis, given is not None


def _order(numbers: dict[str, int], published: date | None) -> bool:
    """Reads a/b/year as day and month where only one order is possible or near publication."""
    options = []
    for day, month in ((numbers["a"], numbers["b"]), (numbers["b"], numbers["a"])):
        if month <= 12 and day <= 31:
            found = date(numbers["y1"], month, day)
            if (
                published is None
                or abs((published - found).days) <= 3
                or numbers["a"] > 12
                or numbers["b"] > 12
            ):
                options.append((day, month))
    if len(set(options)) != 1:
        return False
    numbers["d1"], numbers["m1"] = options[0]
    return True


def _year_of(
    month: int, day: int, given: int | None, published: date | None, story: int | None, ahead: bool
) -> tuple[int | None, Message]:
    if given:
        return given, _IN_FULL
    if story:
        return story, _DAY_OF_STORY
    if published is None:
        return None, _OPEN_YEAR
    basis = _DAY_OF_PUBLICATION
    days = [
        found
        for year in range(published.year - _LEAP, published.year + 2)
        if (found := _made(year, month, day))
    ]
    if not days:
        raise ValueError(month, day)
    chosen = _nearest(days, published, ahead)
    if chosen.year != published.year:
        basis = _DAY_NEAREST
    return chosen.year, basis


def _nearest(days: list[date], published: date, ahead: bool) -> date:
    """The last of these days up to publication; the next one if that is near or the sentence looks ahead."""
    past = [day for day in days if day <= published + 2 * DAY]
    coming = [day for day in days if published <= day <= published + timedelta(days=200)]
    soon = [day for day in coming if published < day <= published + timedelta(days=60)]
    if coming and (ahead or not past):
        return coming[0]
    if not past:
        return days[0]
    return soon[0] if soon and not ahead and (published - past[-1]).days > 250 else past[-1]


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(written: Written, published: date | None, year: int | None, ahead: bool) -> _Found:
    month = written.numbers["m1"]
    given = written.numbers.get("y1")
    chosen, basis = _year_of(month, 1, given, published, year, ahead)
    if chosen is None:
        return None, None, 4, _OPEN_YEAR, False
    first = date(chosen, month, 1)
    if published and given is None and first > published and _LAST.search(written.text):
        first = date(chosen - 1, month, 1)
    return first, _month_end(first), 4, _OF_MONTHS.get(basis, basis), given is not None


def _month_end(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1) - DAY


def _year(written: Written, published: date | None, year: int | None, ahead: bool) -> _Found:
    first, last = written.numbers["y1"], written.numbers.get("y2", written.numbers["y1"])
    if last < first:
        return None
    return date(first, 1, 1), date(last, 12, 31), 5, Message("The year in the sentence."), True


def _relative(written: Written, published: date | None, year: int | None, ahead: bool) -> _Found:
    if published is None:
        return None, None, written.numbers["prec"], _OPEN_DAY, False
    first, last = written.numbers["first"], written.numbers["last"]
    basis = _said(written, published)
    span = _UNITS[written.words["unit"]](published, first, last)
    return *span, written.numbers["prec"], basis, False


def _said(written: Written, published: date) -> Message:
    words = written.text.strip()
    return Message("The sentence says {words}; the article is of {day}.", words=words, day=published)


def _days(day: date, first: int, last: int) -> tuple[date, date]:
    return day + first * DAY, day + last * DAY


def _weeks(day: date, first: int, last: int) -> tuple[date, date]:
    monday = day - day.weekday() * DAY
    return monday + 7 * first * DAY, monday + (7 * last + 6) * DAY


def _weekend(day: date, first: int, last: int) -> tuple[date, date]:
    back = (day.weekday() - 5) % 7
    saturday = day - back * DAY
    return saturday, min(saturday + DAY, day)


def _months_off(day: date, first: int, last: int) -> tuple[date, date]:
    count = day.year * 12 + day.month - 1 + first
    start = date(count // 12, count % 12 + 1, 1)
    return start, _month_end(start)


def _years_off(day: date, first: int, last: int) -> tuple[date, date]:
    return date(day.year + first, 1, 1), date(day.year + last, 12, 31)


_UNITS = {"day": _days, "week": _weeks, "weekend": _weekend, "month": _months_off, "year": _years_off}


def _weekday(written: Written, published: date | None, year: int | None, ahead: bool) -> _Found:
    if published is None:
        return None, None, 1, _OPEN_DAY, False
    turn = written.words["turn"]
    back = (published.weekday() - written.numbers["w"]) % 7
    day = published - back * DAY
    if turn == "next" or (ahead and not turn and back):
        day = published + ((written.numbers["w"] - published.weekday() - 1) % 7 + 1) * DAY
    elif turn == "last" and back == 0:
        day -= 7 * DAY
    return day, day, 1, _said(written, published), False


def _ago(written: Written, published: date | None, year: int | None, ahead: bool) -> _Found:
    if published is None:
        return None, None, 2, _OPEN_DAY, False
    count, unit = written.numbers["n"], written.words["unit"]
    basis = _said(written, published)
    if unit == "month":
        return *_months_off(published, -count, -count), 4, basis, False
    day = published - count * (7 if unit == "week" else 1) * DAY
    margin = 3 if unit == "week" else 0
    return day - margin * DAY, day + margin * DAY, 3 if margin else 1, basis, False


@cache
def _periods() -> dict[str, tuple[date, date, int]]:
    return {
        phrase: (parse_day(row["first"]), parse_day(row["last"]), int(row["prec"]))
        for language in LANGUAGES
        for phrase, row in named_periods(language).items()
    }


def _named(written: Written, published: date | None, year: int | None, ahead: bool) -> _Found:
    first, last, prec = _periods()[written.words["phrase"]]
    if published and first > published:
        return None
    basis = Message("The sentence names {words}, a span of known days.", words=written.text.strip())
    return first, last, prec, basis, True


_BY_FORM = {
    "day": _day, "range": _day, "month": _month, "year": _year, "years": _year,
    "relative": _relative, "weekday": _weekday, "ago": _ago, "named": _named,
}  # fmt: skip


def speaks_ahead(sentence: str, language: str | None) -> bool:
    """True if the sentence speaks of what is still to come."""
    return _future(language if language in LANGUAGES else "en").search(sentence) is not None


@cache
def _future(language: str) -> re.Pattern[str]:
    return compiled(rules("dates", language)["future"])
