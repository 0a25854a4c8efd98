"""Matches drafts with the events the atlas has: same region, days within a day, compatible type."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from geo.articles.model import Draft
from geo.articles.words import document, listed
from geo.when import DAY, Span, between, parse_day

_LONG, _WEIGHTY, _MOST = 20, 4, 12


@dataclass(frozen=True)
class KnownEvent:
    """An event of the atlas as far as matching needs it; `first` and `last` inclusive."""

    event_id: str
    first: date
    last: date
    event_type: str
    region_ids: frozenset[str]
    importance: int


def known_events(folder: Path | str) -> tuple[KnownEvent, ...]:
    """The events of a data folder's events.csv."""
    with (Path(folder) / "events.csv").open(encoding="utf-8-sig", newline="") as file:
        return tuple(
            KnownEvent(
                row["event_id"], parse_day(row["date_start"]), parse_day(row["date_end"]),
                row["event_type"], frozenset(listed(row["region_ids"])), int(row["importance"]),
            )
            for row in csv.DictReader(file)
        )  # fmt: skip


def matched(draft: Draft, events: tuple[KnownEvent, ...]) -> Draft:
    """The draft with the known events it may speak of, see matches.

    Troops also enter what was handed over to them: where the records know a handover and no capture
    there and then, that is what the draft is called.
    """
    ids = matches(draft, events)
    known = {event.event_type for event in events if event.event_id in ids}
    handed_over = draft.event_type == "capture" and "handover" in known and "capture" not in known
    return replace(draft, event_ids=ids, event_type="handover" if handed_over else draft.event_type)


def matches(draft: Draft, events: tuple[KnownEvent, ...]) -> tuple[str, ...]:
    """The ids of the known events the draft may speak of, the most important first; empty if it is new.

    A draft known only to the month, the year or a long span is held to weighty events inside it.
    """
    if draft.first is None or draft.last is None:
        return ()
    span = between(draft.first - DAY, draft.last + DAY)
    long = (draft.last - draft.first).days > _LONG
    fitting = [event for event in events if _fits(draft, event, span) and (not long or _inside(draft, event))]
    fitting.sort(key=lambda event: (-event.importance, event.first))
    return tuple(event.event_id for event in fitting[:_MOST])


def _fits(draft: Draft, event: KnownEvent, span: Span) -> bool:
    return (
        span.touches(event.first, event.last)
        and bool(event.region_ids.intersection(draft.region_ids))
        and event.event_type in _compatible(draft.event_type)
    )


def _inside(draft: Draft, event: KnownEvent) -> bool:
    return (
        draft.first is not None
        and draft.last is not None
        and event.importance >= _WEIGHTY
        and draft.first <= event.first <= draft.last
    )


@cache
def _compatible(event_type: str) -> frozenset[str]:
    together = [set(group) for group in document("compatible") if event_type in group]
    return frozenset({event_type}.union(*together))
