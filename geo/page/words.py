"""What the timeline draws, made from the atlas: eras, events, control and words in one language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from geo.atlas import Atlas
from geo.language import say
from geo.page.articles import user_records
from geo.page.timeline import (
    Era,
    EventGroup,
    Holder,
    Segment,
    TimelineEvent,
    TimelineModel,
    TimelineRegion,
    timeline_words,
)
from geo.when import format_days


def timeline_model(atlas: Atlas, lang: str) -> TimelineModel:
    """All that stays the same in the timeline of a session, names and months in the language."""
    return TimelineModel(
        eras=tuple(_era(row, lang) for row in _rows(atlas.eras)),
        events=timeline_events(atlas, lang),
        groups=tuple(_groups(atlas.terms.loc["event_type"], lang)),
        regions={row["region_id"]: _region(atlas, row, lang) for row in _rows(atlas.regions)},
        units=_segments(atlas),
        holders={
            row["holder_id"]: Holder(row[f"name_{lang}"], row["colour"], row["colour_dark"])
            for row in _rows(atlas.holders.sort_values("order"))
        },
        words=timeline_words(lang),
    )


def timeline_events(atlas: Atlas, lang: str) -> tuple[TimelineEvent, ...]:
    """The atlas's events as the timeline takes them; the reader's own say so in their title."""
    return tuple(_event(row, lang) for row in _rows(user_records.titled(atlas.events, lang)))


def _groups(types: pd.DataFrame, lang: str) -> Iterator[EventGroup]:
    """The families of event types, which are the tones of the histogram from the baseline up."""
    labels = {"armed": say(lang, "Armed"), "people": say(lang, "People"), "politics": say(lang, "Politics")}
    for group, label in labels.items():
        yield EventGroup(group, label, tuple(types["term_id"][types["group"] == group]))


def _rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    return list(table.to_dict("records"))


def _era(row: dict[str, Any], lang: str) -> Era:
    return Era(row["era_id"], row["start"], row["end"], row[f"name_{lang}"])


def _event(row: dict[str, Any], lang: str) -> TimelineEvent:
    start, end, prec = row["date_start"], row["date_end"], int(row["date_prec"])
    return TimelineEvent(
        event_id=row["event_id"],
        start=start,
        end=end,
        prec=prec,
        type=row["event_type"],
        importance=int(row["importance"]),
        title=row["title"],
        region_ids=row["region_ids"],
        when="" if prec == 1 and start == end else format_days(start, end, prec=prec, lang=lang),
    )


def _region(atlas: Atlas, row: dict[str, Any], lang: str) -> TimelineRegion:
    areas = atlas.units.loc[list(row["unit_ids"]), "km2"]
    return TimelineRegion(row[f"name_{lang}"], {str(unit): float(km2) for unit, km2 in areas.items()})


def _segments(atlas: Atlas) -> dict[str, tuple[Segment, ...]]:
    units: dict[str, tuple[Segment, ...]] = {}
    for row in _rows(atlas.periods):
        segment = Segment(row["start"], row["end"], row["holder"], row["status"])
        units[row["unit_id"]] = (*units.get(row["unit_id"], ()), segment)
    return units
