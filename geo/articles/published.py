"""Finds the day a text was published, sceptical of crawl banners, update stamps and captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from geo.articles.dates import written_dates
from geo.articles.layout import Line
from geo.articles.model import Dated
from geo.articles.resolve import resolve
from geo.message import Message

_URL_DAY = re.compile(r"/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?:/|-|\b)")
_EARLIEST, _LATEST = date(1987, 1, 1), date(2035, 1, 1)
_TRUST = {
    "published": 90,
    "byline": 70,
    "date": 60,
    "source": 55,
    "agency": 55,
    "dateline": 50,
    "modified": 20,
    "banner": 5,
}


def published_in(
    lines: list[Line], datelines: list[str], language: str | None
) -> tuple[date | None, Message]:
    """The publication day that the page itself gives, and how it was read; None if it gives none in full.

    A labelled day counts most, then one beside the byline, then one that stands alone below the
    headline, then the dateline; an update stamp only where nothing else is found.
    """
    found = sorted(_candidates(lines, datelines, language), key=lambda candidate: -candidate[0])
    if not found:
        return None, Message("The text gives no full publication date.")
    _, day, basis = found[0]
    return day, basis


def published_in_url(url: str | None) -> date | None:
    """The day written in the path of an address (/2020/11/25/), or None."""
    match = _URL_DAY.search(url or "")
    if not match:
        return None
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        return None
    return day if _EARLIEST <= day < _LATEST else None


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
                if isinstance(day, Dated) and day.first and _EARLIEST <= day.first < _LATEST:
                    yield day.first
                    return
