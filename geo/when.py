"""Dates with their precision as half-open day intervals: the first link of the chain.

Every comparison of days in the project goes through Span, so that ends are treated alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from babel.dates import format_date

from geo.languages import BY_CODE
from geo.problems import shown

DAY = timedelta(days=1)

_PARTS = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z", re.ASCII)
_DAYS = re.compile(r"[1-9]\d{0,4}\Z", re.ASCII)


@dataclass(frozen=True, order=True)
class Span:
    """A half-open interval of days, [start, end); `end` None means it is still open."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise ValueError(f"a span ends after it starts; came [{self.start}, {self.end})")

    @property
    def last(self) -> date:
        """The last day inside; date.max while it is open."""
        return date.max if self.end is None else self.end - DAY

    def contains(self, day: date) -> bool:
        """True if the day lies in [start, end)."""
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: Span) -> bool:
        """True if the two spans share at least one day."""
        return (other.end is None or self.start < other.end) and (self.end is None or other.start < self.end)

    def touches(self, first: date, last: date) -> bool:
        """True if the span shares a day with `first` to `last`, both inclusive."""
        return self.start <= last and (self.end is None or first < self.end)


@dataclass(frozen=True)
class Window:
    """Which days of events are shown with a day: the last `days` up to it, all up to it, or a fixed span.

    `days` None means all so far; `fixed`, where given, holds whatever the day. As text: `30`, `all`,
    `2020-09-27..2020-11-09` (both inclusive).
    """

    days: int | None = 30
    fixed: Span | None = None

    def on(self, day: date, first: date) -> Span:
        """The span of the window on that day; without `days` it starts with `first`."""
        if self.fixed:
            return self.fixed
        return between(min(first, day), day) if self.days is None else window(day, self.days)

    def __str__(self) -> str:
        if self.fixed and self.fixed.end:
            return f"{self.fixed.start}..{self.fixed.end - DAY}"
        return "all" if self.days is None else str(self.days)


@dataclass(frozen=True)
class When:
    """A span of days with how well it is known (UCDP date_prec, 1 day to 5 year)."""

    span: Span
    prec: int


def parse(text: str) -> When:
    """The half-open span of days that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` names; precision 5, 4 or 1.

    Raises ValueError that quotes what came and says what to write.
    """
    match = _PARTS.match(text.strip())
    try:
        if not match:
            raise ValueError(text)
        year, month, day = match.groups()
        start = date(int(year), int(month or 1), int(day or 1))
        if day:
            return When(Span(start, start + DAY), 1)
        if month:
            return When(Span(start, _next_month(start)), 4)
        return When(Span(start, date(start.year + 1, 1, 1)), 5)
    except (ValueError, OverflowError):
        raise ValueError(f"{shown(text)} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD") from None


def parse_day(text: str) -> date:
    """The day that `YYYY-MM-DD` names, the only form of a day in addresses, data and messages.

    Raises ValueError that quotes what came and says what to write, for a blank around the day too.
    """
    try:
        when = parse(text)
    except ValueError:
        when = None
    if when is None or when.prec != 1 or text != text.strip():
        raise ValueError(f"{shown(text)} is not a day; write YYYY-MM-DD")
    return when.span.start


def parse_window(text: str) -> Window:
    """The window that its text form names.

    Raises ValueError that quotes what came and says what to write.
    """
    first, dots, last = text.strip().partition("..")
    try:
        if dots:
            return Window(None, between(parse_day(first), parse_day(last)))
        if first == "all":
            return Window(None)
        if _DAYS.match(first):
            return Window(int(first))
    except ValueError:
        pass
    raise ValueError(
        f"{shown(text, limit=40)} is not a window of days; write a number of days, all, or two days like "
        "2020-09-27..2020-11-09"
    )


def between(first: date, last: date) -> Span:
    """The span from `first` to `last`, both inclusive (UCDP's date_start and date_end)."""
    return Span(first, last + DAY)


def window(day: date, days: int) -> Span:
    """The span of `days` days that ends with `day`, inclusive."""
    return Span(day - timedelta(days=days - 1), day + DAY)


@lru_cache(maxsize=8192)
def format_days(first: date, last: date | None = None, *, prec: int = 1, lang: str = "en") -> str:
    """The days from `first` to `last` (inclusive) in words, no finer than the precision.

    A date known to the month reads "April 1993", to the year "1993"; one known to a few days
    or to the week reads "around 27 June 1993".
    """
    last = last or first
    text = _range(first, last, {4: "LLLL y", 5: "y"}.get(prec, "d MMMM y"), lang)
    return BY_CODE[lang].around.format(text) if prec in (2, 3) else text


def _range(first: date, last: date, pattern: str, lang: str) -> str:
    whole = format_date(last, pattern, locale=lang)
    if first == last or format_date(first, pattern, locale=lang) == whole:
        return whole
    if first.year != last.year or pattern == "y":
        return f"{format_date(first, pattern, locale=lang)} – {whole}"
    if first.month == last.month:
        return f"{first.day}–{whole}"
    return f"{format_date(first, pattern.removesuffix(' y'), locale=lang)} – {whole}"


def _next_month(start: date) -> date:
    return date(start.year + start.month // 12, start.month % 12 + 1, 1)
