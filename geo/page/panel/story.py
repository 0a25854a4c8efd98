"""A region on a day as plain words and numbers: what the panel's template prints, not yet escaped.

No streamlit here: RegionSnapshot and Atlas in, dataclasses of text out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from geo.atlas import Atlas, RegionSnapshot, Snapshot
from geo.control import km2_by_holder
from geo.names import label as name_in
from geo.names import names_of
from geo.page.articles import kept
from geo.page.panel.attributed import (
    Citation,
    Quotation,
    Reports,
    cite,
    event_label,
    quotation,
    reports,
    term,
)
from geo.when import label as day_label

# The languages of names, in the alphabet of their English names: no side comes first by choice.
NAME_COLUMNS = (
    ("Armenian", "hy"),
    ("Armenian, Latin", "hy-Latn"),
    ("Azerbaijani", "az"),
    ("English", "en"),
    ("Russian", "ru"),
)
_ONE_SIDED = {
    "sources-azerbaijani-only": "All sources seen are Azerbaijani.",
    "sources-armenian-only": "All sources seen are Armenian.",
}
_STATUSES = {
    "claimed": "The article tells it as a claim.",
    "denied": "The article tells it as denied.",
    "planned": "The article tells it as planned.",
    "did_not_happen": "The article says that it did not happen.",
}


@dataclass(frozen=True)
class Part:
    """A unit of the region on the day: who held it, since when, how sure, by which sources."""

    name: str
    holder: str
    colour: str
    colour_dark: str
    status: str
    since: str
    certainty: str
    note: str
    km2: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Share:
    """What one holder had of an area: square kilometres and per cent, as text."""

    holder: str
    colour: str
    colour_dark: str
    km2: str
    percent: str


@dataclass(frozen=True)
class Segment:
    """A stretch of a unit's strip over time; left and width in per cent of all the records."""

    left: float
    width: float
    colour: str
    colour_dark: str
    striped: bool
    words: str


@dataclass(frozen=True)
class Strip:
    """A unit's control through time and, as a list, what changed when."""

    name: str
    segments: tuple[Segment, ...]


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
    remarks: tuple[str, ...]
    citations: tuple[Citation, ...]
    own: bool


@dataclass(frozen=True)
class Story:
    """All that the panel says of a region on a day."""

    title: str
    day: str
    window: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    parts: tuple[Part, ...]
    shares: tuple[Share, ...]
    strips: tuple[Strip, ...]
    now: float
    first: str
    last: str
    events: tuple[Happening, ...]
    quotations: tuple[Quotation, ...]
    other_quotations: tuple[Quotation, ...]
    reports: tuple[Reports, ...]


def story(snapshot: Snapshot, region: RegionSnapshot, lang: str) -> Story:
    """What the panel says of the region on the snapshot's day, names in the language."""
    atlas = snapshot.atlas
    names = names_of(atlas.names, "region", region.id)
    first, last = snapshot.span.start, snapshot.span.last
    return Story(
        title=name_in(region.row, lang),
        day=day_label(snapshot.day, lang=lang),
        window=day_label(first, last, lang=lang),
        names=tuple((title, tuple(names[code])) for title, code in NAME_COLUMNS if code in names),
        parts=tuple(_part(atlas, unit, lang) for _, unit in _largest_first(region).iterrows()),
        shares=shares(atlas, region.units, lang),
        strips=tuple(_strip(atlas, unit_id, lang) for unit_id in _largest_first(region).index),
        now=_share(atlas, snapshot.day),
        first=day_label(atlas.first, lang=lang),
        last=day_label(atlas.last, lang=lang),
        events=tuple(happening(atlas, event, lang) for _, event in region.events.iterrows()),
        quotations=tuple(quotation(atlas, row, lang) for _, row in region.excerpts.iterrows()),
        other_quotations=tuple(quotation(atlas, row, lang) for _, row in region.other_excerpts.iterrows()),
        reports=tuple(reports(atlas, region.events, lang)),
    )


def happening(atlas: Atlas, event: pd.Series, lang: str) -> Happening:
    """An event in words, dated no finer than it is known."""
    remarks = [_ONE_SIDED[tag] for tag in event["tags"] if tag in _ONE_SIDED]
    if kept.is_own(event["tags"]):
        remarks += [_STATUSES[tag] for tag in event["tags"] if tag in _STATUSES]
    if event["confidence"] == "one_source":
        remarks.append("Rests on one source.")
    if "map-convention" in event["tags"]:
        remarks.append("The day is a convention of the table, not a known day.")
    return Happening(
        id=event["event_id"],
        when=event_label(event, lang),
        type=term(atlas, "event_type", event["event_type"], lang),
        title=event["title"],
        summary=event["summary"],
        disputed=event["disputed_note"],
        deaths=_deaths(event),
        where=event["where_description"],
        remarks=tuple(remarks),
        citations=tuple(cite(atlas, event["source_ids"], lang)),
        own=kept.is_own(event["tags"]),
    )


def shares(atlas: Atlas, units: pd.DataFrame, lang: str) -> tuple[Share, ...]:
    """What each holder had of the units, largest first."""
    km2 = km2_by_holder(units)
    return tuple(
        Share(*_holder(atlas, str(holder), lang), f"{area:,.0f}", f"{100 * area / km2.sum():.0f}")
        for holder, area in km2.items()
    )


def _largest_first(region: RegionSnapshot) -> pd.DataFrame:
    return region.units.sort_values("km2", ascending=False)


def _part(atlas: Atlas, unit: pd.Series, lang: str) -> Part:
    periods = _periods(atlas, unit["unit_id"])
    present, run = periods[unit["since"]], periods[unit["holder_since"]]
    holder, colour, colour_dark = _holder(atlas, unit["holder"], lang)
    return Part(
        name=name_in(unit, lang),
        holder=holder,
        colour=colour,
        colour_dark=colour_dark,
        status="" if unit["status"] == "held" else _status_since(atlas, present, lang),
        since=_since(atlas, run, lang),
        certainty=term(atlas, "certainty", unit["certainty"], lang),
        note=present.note if present is run else f"{present.note} Before: {run.note}",
        km2=f"{unit['km2']:,.0f}",
        citations=tuple(cite(atlas, _both(present.source_ids, run.source_ids), lang)),
    )


@lru_cache(maxsize=256)
def _periods(atlas: Atlas, unit_id: str) -> dict[date, Any]:
    """The unit's periods by their start, in order."""
    rows = atlas.periods[atlas.periods["unit_id"] == unit_id]
    return {row.start: row for row in rows.itertuples()}


@lru_cache(maxsize=64)
def _holder(atlas: Atlas, holder_id: str, lang: str) -> tuple[str, str, str]:
    """The holder's name and its colour in the light and in the dark theme."""
    row = atlas.holders.loc[holder_id]
    return name_in(row, lang), row["colour"], row["colour_dark"]


def _status_since(atlas: Atlas, period: Any, lang: str) -> str:
    since = day_label(period.start, prec=int(period.start_prec), lang=lang)
    return f"{term(atlas, 'status', period.status, lang)}, {since}"


def _since(atlas: Atlas, period: Any, lang: str) -> str:
    if period.start == atlas.first:
        return f"since before {day_label(atlas.first, lang=lang)}, when the records begin"
    told = f"since {day_label(period.start, prec=int(period.start_prec), lang=lang)}"
    if period.start_earliest == period.start_latest:
        return told
    return f"{told} (sources: {day_label(period.start_earliest, period.start_latest, lang=lang)})"


@lru_cache(maxsize=256)
def _strip(atlas: Atlas, unit_id: str, lang: str) -> Strip:
    periods = _periods(atlas, unit_id).values()
    name = name_in(atlas.units.loc[unit_id], lang)
    return Strip(name, tuple(_segment(atlas, row, lang) for row in periods))


def _segment(atlas: Atlas, period: Any, lang: str) -> Segment:
    holder, colour, colour_dark = _holder(atlas, period.holder, lang)
    left = _share(atlas, period.start)
    right = 100.0 if period.end is None else _share(atlas, period.end)
    since = day_label(period.start, prec=int(period.start_prec), lang=lang)
    status = "" if period.status == "held" else f" ({term(atlas, 'status', period.status, lang)})"
    width = round(right - left, 3)
    words = f"{since}: {holder}{status}"
    return Segment(left, width, colour, colour_dark, period.status != "held", words)


def _share(atlas: Atlas, day: date) -> float:
    return round(100 * (day - atlas.first).days / ((atlas.last - atlas.first).days + 1), 3)


def _deaths(event: pd.Series) -> str:
    low, best, high = (event[f"deaths_{which}"] for which in ("low", "best", "high"))
    given = [int(figure) for figure in (low, high) if not pd.isna(figure)]
    if not given and pd.isna(best):
        return ""
    span = " to ".join(f"{figure:,}" for figure in dict.fromkeys(given))
    told = span if pd.isna(best) else f"{int(best):,}" + (f" ({span})" if len(set(given)) > 1 else "")
    elsewhere = (
        "; counted in another entry too, never add up" if "deaths-counted-elsewhere" in event["tags"] else ""
    )
    return told + elsewhere


def _both(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
