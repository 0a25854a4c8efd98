"""Who held what of a region on a day, and through time, as text: parts, shares, strips.

No streamlit here; the panel's story and the day in words use it, nothing escaped yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from geo.atlas import Atlas
from geo.control import km2_by_holder
from geo.language import figure, say
from geo.names import display_name
from geo.page.panel.attributed import Citation, cite, term
from geo.when import format_days


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
class Part:
    """A unit of the region on the day: who held it, since when, how sure, by which sources.

    `before` is the note on the holder's first period where `note` is on a later one; `segments`
    are the unit's control through time, `changes` what changed when.
    """

    name: str
    holder: str
    colour: str
    colour_dark: str
    status: str
    since: str
    certainty: str
    note: str
    before: str
    km2: str
    citations: tuple[Citation, ...]
    segments: tuple[Segment, ...]

    @property
    def changes(self) -> tuple[str, ...]:
        """What changed when, oldest first."""
        return tuple(segment.words for segment in self.segments[1:])


@dataclass(frozen=True)
class Share:
    """What one holder had of an area: square kilometres and per cent, as text."""

    holder: str
    colour: str
    colour_dark: str
    km2: str
    percent: str


def parts(atlas: Atlas, units: pd.DataFrame, lang: str) -> tuple[Part, ...]:
    """The units with their control on a day, largest first."""
    rows = units.sort_values("km2", ascending=False)
    return tuple(
        _part(atlas, unit_id, since, holder_since, lang)
        for unit_id, since, holder_since in zip(
            rows["unit_id"], rows["since"], rows["holder_since"], strict=True
        )
    )


def shares(atlas: Atlas, units: pd.DataFrame, lang: str) -> tuple[Share, ...]:
    """What each holder had of the units, largest first."""
    km2 = km2_by_holder(units)
    return tuple(
        Share(
            *holder_label(atlas, str(holder), lang),
            figure(lang, area),
            figure(lang, area / km2.sum(), "#,##0 %"),
        )
        for holder, area in km2.items()
    )


def share_of_time(atlas: Atlas, day: date) -> float:
    """Where the day lies in the records, in per cent."""
    return round(100 * (day - atlas.first).days / ((atlas.last - atlas.first).days + 1), 3)


def unit_name(atlas: Atlas, unit_id: str, lang: str) -> str:
    """The unit's name in the language."""
    return display_name(atlas.units.loc[unit_id], lang)


def held_by(atlas: Atlas, holder: str, status: str, lang: str) -> str:
    """The holder's name, and the status where it says more."""
    name, _, _ = holder_label(atlas, holder, lang)
    return name if status == "held" or holder == status else f"{name} ({term(atlas, 'status', status, lang)})"


@lru_cache(maxsize=64)
def holder_label(atlas: Atlas, holder_id: str, lang: str) -> tuple[str, str, str]:
    """The holder's name and its colour in the light and in the dark theme."""
    row = atlas.holders.loc[holder_id]
    return display_name(row, lang), row["colour"], row["colour_dark"]


@lru_cache(maxsize=1024)
def _part(atlas: Atlas, unit_id: str, since: date, holder_since: date, lang: str) -> Part:
    periods = _periods(atlas, unit_id)
    present, run = periods[since], periods[holder_since]
    holder, colour, colour_dark = holder_label(atlas, present.holder, lang)
    return Part(
        name=unit_name(atlas, unit_id, lang),
        holder=holder,
        colour=colour,
        colour_dark=colour_dark,
        status="" if present.status in ("held", present.holder) else _status_since(atlas, present, lang),
        since=_since(atlas, run, lang),
        certainty=term(atlas, "certainty", present.certainty, lang),
        note=present.note,
        before="" if present is run else run.note,
        km2=figure(lang, atlas.units.loc[unit_id, "km2"]),
        citations=tuple(cite(atlas, _both(present.source_ids, run.source_ids), lang)),
        segments=tuple(_segment(atlas, row, lang) for row in periods.values()),
    )


@lru_cache(maxsize=256)
def _periods(atlas: Atlas, unit_id: str) -> dict[date, Any]:
    """The unit's periods by their start, in order."""
    rows = atlas.periods[atlas.periods["unit_id"] == unit_id]
    return {row.start: row for row in rows.itertuples()}


def _status_since(atlas: Atlas, period: Any, lang: str) -> str:
    day = format_days(period.start, prec=int(period.start_prec), lang=lang)
    return say(lang, "{status} since {day}", status=term(atlas, "status", period.status, lang), day=day)


def _since(atlas: Atlas, period: Any, lang: str) -> str:
    if period.start == atlas.first:
        first = format_days(atlas.first, lang=lang)
        return say(lang, "since before {day}, when the records begin", day=first)
    day = format_days(period.start, prec=int(period.start_prec), lang=lang)
    if period.start_earliest == period.start_latest:
        return say(lang, "since {day}", day=day)
    days = format_days(period.start_earliest, period.start_latest, lang=lang)
    return say(lang, "since {day} (sources: {days})", day=day, days=days)


def _segment(atlas: Atlas, period: Any, lang: str) -> Segment:
    _, colour, colour_dark = holder_label(atlas, period.holder, lang)
    left = share_of_time(atlas, period.start)
    right = 100.0 if period.end is None else share_of_time(atlas, period.end)
    since = format_days(period.start, prec=int(period.start_prec), lang=lang)
    what = held_by(atlas, period.holder, period.status, lang)
    words = say(lang, "{name}: {what}", name=since, what=what)
    return Segment(left, round(right - left, 3), colour, colour_dark, period.status != "held", words)


def _both(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
