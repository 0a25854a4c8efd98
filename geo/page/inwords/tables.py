"""Regions with their holders, and the window's events, as rows of text for tables and CSV files.

No streamlit here: a snapshot in, dataclasses and bytes out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from geo.atlas import Atlas, Snapshot
from geo.exports.origin import with_origin
from geo.names import display_name
from geo.page.panel.attributed import event_label, term
from geo.page.panel.happening import deaths
from geo.page.panel.held import Part, parts
from geo.spreadsheets import frame_bytes

MOST_ROWS = 100
# What the events can be sorted by: the key of a row, and whether the largest comes first.
ORDERS: dict[str, tuple[Callable[[pd.Series], Any], bool]] = {
    "day": (lambda event: event["date_start"], True),
    "type": (lambda event: event["event_type"], False),
    "title": (lambda event: event["title"].casefold(), False),
    "deaths": (lambda event: _most_deaths(event), True),
    "sources": (lambda event: len(event["source_ids"]), True),
}


@dataclass(frozen=True)
class Row:
    """An event as the table tells it."""

    id: str
    when: str
    precision: str
    type: str
    title: str
    regions: str
    deaths: str
    sources: int


def regions_held(snapshot: Snapshot, lang: str) -> tuple[tuple[str, tuple[Part, ...]], ...]:
    """The regions with units of their own, in the alphabet of their names, each with its parts."""
    atlas = snapshot.atlas
    held = [
        (display_name(region, lang), parts(atlas, snapshot.units.loc[list(region["unit_ids"])], lang))
        for _, region in atlas.regions.iterrows()
        if region["unit_ids"]
    ]
    return tuple(sorted(held, key=lambda pair: pair[0]))


def regions_without(atlas: Atlas, lang: str) -> tuple[str, ...]:
    """The names of the regions of which the records follow no holder, in their alphabet."""
    return tuple(
        sorted(display_name(region, lang) for _, region in atlas.regions.iterrows() if not region["unit_ids"])
    )


def event_rows(snapshot: Snapshot, lang: str, *, order: str, most: int = MOST_ROWS) -> tuple[Row, ...]:
    """The window's events in the order of one of ORDERS, at most so many."""
    key, largest_first = ORDERS[order]
    events = [event for _, event in snapshot.events.iterrows()]
    events.sort(key=key, reverse=largest_first)
    return tuple(_row(snapshot.atlas, str(event["event_id"]), lang) for event in events[:most])


def events_csv(snapshot: Snapshot) -> bytes:
    """The window's events as a CSV file: the columns of data/events.csv, addresses of sources, licence."""
    return frame_bytes(with_origin(snapshot.events, snapshot.atlas))


def units_csv(snapshot: Snapshot) -> bytes:
    """The units of the day with their holders as a CSV file, with addresses of sources and licence."""
    return frame_bytes(with_origin(snapshot.units.drop(columns="geometry"), snapshot.atlas))


@lru_cache(maxsize=2048)
def _row(atlas: Atlas, event_id: str, lang: str) -> Row:
    event = atlas.events.loc[event_id]
    return Row(
        id=event_id,
        when=event_label(event, lang),
        precision=term(atlas, "date_prec", str(event["date_prec"]), lang),
        type=term(atlas, "event_type", event["event_type"], lang),
        title=event["title"],
        regions=", ".join(display_name(atlas.regions.loc[region], lang) for region in event["region_ids"]),
        deaths=deaths(event, lang),
        sources=len(event["source_ids"]),
    )


def _most_deaths(event: pd.Series) -> int:
    """The best figure, or else the highest; none counts less than any."""
    given = [event["deaths_best"], event["deaths_high"], event["deaths_low"]]
    return next((int(number) for number in given if not pd.isna(number)), -1)
