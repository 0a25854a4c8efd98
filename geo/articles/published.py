"""Finds the day a text was published, sceptical of crawl banners, update stamps and captions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from geo.articles.dates import written_dates
from geo.articles.layout import Line
from geo.articles.model import Dated
from geo.articles.resolve import resolve
from geo.articles.urls import EARLIEST, LATEST
from geo.message import Message

_TRUST = {
    "published": 90,
    "byline": 70,
    "date": 60,
    "source": 55,
    "agency": 55,
    "dateline": 50,
}


def published_in(
    lines: list[Line], datelines: list[str], language: str | None
) -> tuple[date | None, Message]:
    """The publication day that the page itself gives, and how it was read; None if it gives none in full.

    A labelled day counts most, then one beside the byline, then one that stands alone below the
    headline, then the dateline. What a page says of another day (updated, signed, expires, today) is
    never its own.
    """
    found = sorted(_candidates(lines, datelines, language), key=lambda candidate: -candidate[0])
    if not found:
        return None, Message("The text gives no full publication date.")
    _, day, basis = found[0]
    return day, basis


def _candidates(
    lines: list[Line], datelines: list[str], language: str | None
) -> Iterator[tuple[int, date, Message]]:
    headline = next((index for index, line in enumerate(lines) if line.reason == "headline"), -1)
    body = next((index for index, line in enumerate(lines) if not line.reason), len(lines))
    for index, line in enumerate(lines):
        if line.reason in _TRUST:
            for day in _full_days(line.text, language):
                trust = (
                    _TRUST[line.reason]
                    - (15 if index < headline else 0)
                    - (25 if index > body and line.reason == "date" else 0)
                )
                yield trust, day, Message("The line “{words}”.", words=line.text[:60])
    for text in datelines:
        for day in _full_days(text, language):
            yield _TRUST["dateline"], day, Message("The dateline “{words}”.", words=text.strip()[:60])


def _full_days(text: str, language: str | None) -> Iterator[date]:
    for reading in dict.fromkeys([language, "en"]):
        for written in written_dates(text, reading):
            if written.form == "day" and "y1" in written.numbers:
                day = resolve(written, published=None, year=None, ahead=False)
                if isinstance(day, Dated) and day.first and EARLIEST <= day.first < LATEST:
                    yield day.first
                    return
