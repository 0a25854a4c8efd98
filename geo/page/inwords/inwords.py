"""All that the map says, without it: the day in words, the regions with their holders, the events.

Only what the reader opens is made, so that a closed one costs a scrub nothing.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.atlas import Snapshot
from geo.language import say
from geo.page.inwords.sentences import day_in_words
from geo.page.inwords.tables import (
    MOST_ROWS,
    ORDERS,
    event_rows,
    events_csv,
    regions_held,
    regions_without,
    units_csv,
)
from geo.page.templates import plain, rendered
from geo.view import View
from geo.when import format_days

_HERE = Path(__file__).parent
_DAY, _REGIONS, _EVENTS = "day", "regions", "events"


def in_words(snapshot: Snapshot, view: View) -> None:
    """Draws the choice, and what is chosen."""
    lang = view.lang
    titles = {
        _DAY: say(lang, "The day in words"),
        _REGIONS: say(lang, "Regions and their holders"),
        _EVENTS: say(lang, "Table of events"),
    }
    st.html(_HERE / "inwords.css")
    with st.container(key="words"):
        opened = st.segmented_control(
            say(lang, "Without the map"),
            list(titles),
            format_func=lambda part: plain(titles[part]),
            key="in-words",
        )
        if opened == _DAY:
            _day(snapshot, lang)
        elif opened == _REGIONS:
            _regions(snapshot, lang)
        elif opened == _EVENTS:
            _events(snapshot, lang)


def _day(snapshot: Snapshot, lang: str) -> None:
    day = format_days(snapshot.day, lang=lang)
    st.html(rendered("inwords/day.html", lang, day=day, sentences=day_in_words(snapshot, lang)))


def _regions(snapshot: Snapshot, lang: str) -> None:
    held, without = regions_held(snapshot, lang), regions_without(snapshot.atlas, lang)
    day = format_days(snapshot.day, lang=lang)
    st.html(rendered("inwords/regions.html", lang, day=day, held=held, without=without))
    _download(say(lang, "Units of this day as CSV"), units_csv(snapshot), f"units-{snapshot.day}.csv")


def _events(snapshot: Snapshot, lang: str) -> None:
    titles = {
        "day": say(lang, "Date, newest first"),
        "type": say(lang, "Type"),
        "title": say(lang, "Title"),
        "deaths": say(lang, "Deaths, most first"),
        "sources": say(lang, "Sources, most first"),
    }
    order = st.selectbox(
        say(lang, "Sorted by"), list(ORDERS), format_func=lambda name: titles[name], key="order", width=260
    )
    span = snapshot.span
    body = rendered(
        "inwords/events.html",
        lang,
        days=format_days(span.start, span.last, lang=lang),
        rows=event_rows(snapshot, lang, order=order),
        more=max(0, len(snapshot.events) - MOST_ROWS),
    )
    st.html(body)
    name = f"events-{span.start}-{span.last}.csv"
    _download(say(lang, "All of these events as CSV"), events_csv(snapshot), name)


def _download(label: str, data: bytes, name: str) -> None:
    st.download_button(label, data, file_name=name, mime="text/csv", key="words-csv", on_click="ignore")
