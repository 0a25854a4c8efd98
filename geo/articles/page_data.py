"""The day that a page gives itself in its metadata and marks, never the text of the article."""

from __future__ import annotations

from datetime import date

import htmldate
from lxml import html

from geo.articles.urls import EARLIEST, LATEST
from geo.when import parse_day

MIN_DAY, MAX_DAY = EARLIEST.isoformat(), LATEST.isoformat()


def day_of_page(page: html.HtmlElement) -> date | None:
    """The day of the page's metadata, address or marked date; None if there is none in full."""
    try:
        found = htmldate.find_date(
            page, extensive_search=False, original_date=True, min_date=MIN_DAY, max_date=MAX_DAY
        )
    except Exception:  # htmldate passes on whatever its parsers raise on broken pages
        return None
    day = full_day(found)
    return None if day and (day.month, day.day) == (1, 1) and not _states(page, day) else day


def full_day(text: str | None) -> date | None:
    """The day that a date or time begins with, as 2020-11-25T10:08; None if it gives no full day."""
    try:
        return parse_day((text or "").strip()[:10])
    except ValueError:
        return None


def _states(page: html.HtmlElement, day: date) -> bool:
    """True if the metadata writes the day in full: the first of January may also stand for a bare year."""
    values = [value for element in page.iter("meta", "time") for value in element.attrib.values()]
    values += [script.text or "" for script in page.iter("script") if "json" in script.get("type", "")]
    return any(day.isoformat() in value for value in values)
