"""An event as the panel tells it: dated no finer than known, with what is disputed and who says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from geo.atlas import Atlas
from geo.language import figure, say
from geo.names import display_name
from geo.page.panel.attributed import Citation, cite, event_label, term
from geo.user_records import is_user_record


@dataclass(frozen=True)
class Happening:
    """An event as the panel tells it."""

    id: str
    when: str
    type: str
    title: str
    summary: str
    disputed: str
    deaths: str
    where: str
    regions: str
    remarks: tuple[str, ...]
    citations: tuple[Citation, ...]
    own: bool


def happenings(atlas: Atlas, event_ids: Iterable[str], lang: str) -> tuple[Happening, ...]:
    """The events in words, in the order given."""
    return tuple(happening(atlas, event_id, lang) for event_id in event_ids)


@lru_cache(maxsize=4096)
def happening(atlas: Atlas, event_id: str, lang: str) -> Happening:
    """An event in words."""
    event = atlas.events.loc[event_id]
    return Happening(
        id=event_id,
        when=event_label(event, lang),
        type=term(atlas, "event_type", event["event_type"], lang),
        title=event["title"],
        summary=event["summary"],
        disputed=event["disputed_note"],
        deaths=deaths(event, lang),
        where=event["where_description"],
        regions=", ".join(display_name(atlas.regions.loc[region], lang) for region in event["region_ids"]),
        remarks=tuple(_remarks(event, lang)),
        citations=tuple(cite(atlas, event["source_ids"], lang)),
        own=is_user_record(event_id),
    )


def deaths(event: pd.Series, lang: str) -> str:
    """The event's deaths as sources give them, lowest to highest; empty where none is known."""
    low, best, high = (event[f"deaths_{which}"] for which in ("low", "best", "high"))
    ends = [figure(lang, int(number)) for number in (low, high) if not pd.isna(number)]
    if not ends and pd.isna(best):
        return ""
    span = say(lang, "{low} to {high}", low=ends[0], high=ends[-1]) if len(set(ends)) > 1 else ""
    told = (span or ends[0]) if pd.isna(best) else figure(lang, int(best)) + (span and f" ({span})")
    if "deaths-counted-elsewhere" not in event["tags"]:
        return told
    return say(lang, "{number}; counted in another entry too, never add up", number=told)


def _remarks(event: pd.Series, lang: str) -> Iterable[str]:
    tags = event["tags"]
    if "sources-azerbaijani-only" in tags:
        yield say(lang, "All sources seen are Azerbaijani.")
    if "sources-armenian-only" in tags:
        yield say(lang, "All sources seen are Armenian.")
    if is_user_record(event["event_id"]):
        yield from _told_as(tags, lang)
    if event["confidence"] == "one_source":
        yield say(lang, "Rests on one source.")
    if "map-convention" in tags:
        yield say(lang, "The day is a convention of the table, not a known day.")


def _told_as(tags: Iterable[str], lang: str) -> Iterable[str]:
    """How the reader's own article tells the event."""
    if "claimed" in tags:
        yield say(lang, "The article tells it as a claim.")
    if "denied" in tags:
        yield say(lang, "The article tells it as denied.")
    if "planned" in tags:
        yield say(lang, "The article tells it as planned.")
    if "did_not_happen" in tags:
        yield say(lang, "The article says that it did not happen.")
