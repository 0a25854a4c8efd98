"""The one view of an event that panel, tables, map, timeline, search and exports share."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd

from geo.user_records import is_user_record
from geo.when import Span, between, parse

_AROUND = timedelta(days=3)


def event_view(event: pd.Series) -> dict[str, Any]:
    """The event as plain JSON values, without its longer texts (event_texts).

    `start` and `end` are its first and last day (both inclusive), `earliest` and `latest` those it may
    have happened on; latitude and longitude are degrees (EPSG:4326); `deaths` are the lowest, best and
    highest figure, None where no source gives one.
    """
    start, end, prec = event["date_start"], event["date_end"], int(event["date_prec"])
    possible = possible_days(start, end, prec)
    return {
        "id": event["event_id"],
        "start": start.isoformat(),
        "end": end.isoformat(),
        "prec": prec,
        "earliest": possible.start.isoformat(),
        "latest": possible.last.isoformat(),
        "type": event["event_type"],
        "importance": int(event["importance"]),
        "title": event["title"],
        "lat": _degrees(event["latitude"]),
        "lon": _degrees(event["longitude"]),
        "where_prec": _number(event["where_prec"]),
        "on_map": bool(event["on_map"]) and not pd.isna(event["latitude"]),
        "regions": list(event["region_ids"]),
        "sources": list(event["source_ids"]),
        "deaths": [_number(event[f"deaths_{which}"]) for which in ("low", "best", "high")],
        "tags": list(event["tags"]),
        "confidence": event["confidence"],
        "own": is_user_record(event["event_id"]),
    }


def event_texts(event: pd.Series) -> dict[str, str]:
    """The event's longer texts: summary, what is disputed, where it was; empty ones left out."""
    found = {
        "summary": event["summary"],
        "disputed": event["disputed_note"],
        "where": event["where_description"],
    }
    return {name: text for name, text in found.items() if isinstance(text, str) and text}


def possible_days(start: date, end: date, prec: int) -> Span:
    """The days the event may have happened on: of an exact date its own, of another as far as it is known.

    A month or year counts whole; a single day known to some days or to the week has three on each side.
    """
    if prec >= 4:
        cut = {4: 7, 5: 4}[prec]
        return between(parse(str(start)[:cut]).span.start, parse(str(end)[:cut]).span.last)
    if prec > 1 and start == end:
        return between(start - _AROUND, end + _AROUND)
    return between(start, end)


def _degrees(value: Any) -> float | None:
    return None if pd.isna(value) else round(float(value), 4)


def _number(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)
