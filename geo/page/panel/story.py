"""A region on a day as plain words and numbers: what the panel's template prints, not yet escaped.

No streamlit here: RegionSnapshot and Atlas in, dataclasses of text out.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from geo.atlas import Atlas, RegionSnapshot, Snapshot
from geo.language import say
from geo.names import display_name, names_of
from geo.page.panel.attributed import Quotation, Reports, quotation, reports
from geo.page.panel.happening import Happening, happening, happenings
from geo.page.panel.held import Part, Share, parts, share_of_time, shares
from geo.when import Span, format_days

MOST_EVENTS = 20


@dataclass(frozen=True)
class Selected:
    """The selected event where it is not among those listed, and why it is not."""

    event: Happening
    why: str


@dataclass(frozen=True)
class Listed:
    """Events of the window, newest first, at most so many; `more` is how many were left off.

    `chosen` is the id of the selected event, `apart` the event itself where it is not listed.
    """

    items: tuple[Happening, ...]
    more: int
    chosen: str | None
    apart: Selected | None


@dataclass(frozen=True)
class Story:
    """All that the panel says of a region on a day."""

    title: str
    day: str
    window: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    parts: tuple[Part, ...]
    shares: tuple[Share, ...]
    now: float
    first: str
    last: str
    listed: Listed
    quotations: tuple[Quotation, ...]
    other_quotations: tuple[Quotation, ...]
    reports: tuple[Reports, ...]

    @property
    def events(self) -> tuple[Happening, ...]:
        """The events listed."""
        return self.listed.items


def story(
    snapshot: Snapshot,
    region: RegionSnapshot,
    lang: str,
    *,
    event: str | None = None,
    most: int = MOST_EVENTS,
) -> Story:
    """What the panel says of the region on the snapshot's day, in the language.

    `event` is the selected event; of the window's events the newest `most` are told.
    """
    atlas = snapshot.atlas
    return Story(
        title=display_name(region.row, lang),
        day=format_days(snapshot.day, lang=lang),
        window=format_days(snapshot.span.start, snapshot.span.last, lang=lang),
        names=_names(atlas, region.id, lang),
        parts=parts(atlas, region.units, lang),
        shares=shares(atlas, region.units, lang),
        now=share_of_time(atlas, snapshot.day),
        first=format_days(atlas.first, lang=lang),
        last=format_days(atlas.last, lang=lang),
        listed=listed(snapshot, region.events, lang, region_id=region.id, event=event, most=most),
        quotations=tuple(quotation(atlas, row, lang) for _, row in region.excerpts.iterrows()),
        other_quotations=tuple(quotation(atlas, row, lang) for _, row in region.other_excerpts.iterrows()),
        reports=tuple(reports(atlas, region.events.head(most), lang)),
    )


def listed(
    snapshot: Snapshot,
    events: pd.DataFrame,
    lang: str,
    *,
    region_id: str | None = None,
    event: str | None = None,
    most: int = MOST_EVENTS,
) -> Listed:
    """The window's events as the panel lists them."""
    ids = [str(event_id) for event_id in events.index[:most]]
    apart = None
    if event is not None and event in snapshot.atlas.events.index and event not in ids:
        why = _why_apart(snapshot.atlas, event, snapshot.span, region_id, lang)
        apart = Selected(happening(snapshot.atlas, event, lang), why)
    return Listed(happenings(snapshot.atlas, ids, lang), max(0, len(events) - most), event, apart)


def _why_apart(atlas: Atlas, event_id: str, span: Span, region_id: str | None, lang: str) -> str:
    event = atlas.events.loc[event_id]
    elsewhere = region_id is not None and region_id not in event["region_ids"]
    if not span.touches(event["date_start"], event["date_end"]):
        if elsewhere:
            return say(lang, "The selected event, of another region and outside the days shown")
        return say(lang, "The selected event, outside the days shown")
    if elsewhere:
        return say(lang, "The selected event, of another region")
    return say(lang, "The selected event")


def _names(atlas: Atlas, region_id: str, lang: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names by language, in the alphabet of the languages' English names: no side first by choice."""
    names = names_of(atlas.names, "region", region_id)
    titles = (
        (say(lang, "Armenian"), "hy"),
        (say(lang, "Armenian, Latin"), "hy-Latn"),
        (say(lang, "Azerbaijani"), "az"),
        (say(lang, "English"), "en"),
        (say(lang, "Russian"), "ru"),
    )
    return tuple((title, tuple(names[code])) for title, code in titles if code in names)
