"""What changed between two days, in whatever order they come: unit by unit, and km2 by holder.

No streamlit here: the atlas and two days in, dataclasses of text and a table out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from geo.atlas import Atlas
from geo.exports.origin import with_origin
from geo.language import figure
from geo.names import display_name
from geo.page.panel.attributed import Citation, cite, term
from geo.page.panel.held import held_by, holder_label, unit_name
from geo.spreadsheets import frame_bytes
from geo.when import format_days


@dataclass(frozen=True)
class Step:
    """One change of control: when, to whom, how sure, by which sources; `dates` where sources differ."""

    when: str
    dates: str
    held: str
    certainty: str
    note: str
    citations: tuple[Citation, ...]
    events: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Changed:
    """A unit whose control changed: who held it on the two days, and each change between them."""

    unit_id: str
    name: str
    km2: str
    before: str
    before_colours: tuple[str, str]
    after: str
    after_colours: tuple[str, str]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Total:
    """One holder's square kilometres on the earlier and the later day, and by how much they differ."""

    holder: str
    colour: str
    colour_dark: str
    first: str
    last: str
    difference: str


@dataclass(frozen=True)
class Difference:
    """What changed from the earlier day to the later; `here` in the selected region, `elsewhere` outside."""

    first: str
    last: str
    region: str
    here: tuple[Changed, ...]
    elsewhere: tuple[Changed, ...]
    totals: tuple[Total, ...]


@lru_cache(maxsize=32)
def difference(atlas: Atlas, day: date, other: date, region_id: str | None, lang: str) -> Difference:
    """What changed between the two days, told from the earlier to the later."""
    first, last = sorted((day, other))
    changes = atlas.between(first, last)
    inside = set(atlas.regions.loc[region_id, "unit_ids"]) if region_id else set()
    units = [
        _changed(atlas, str(unit_id), rows, lang) for unit_id, rows in changes.groupby("unit_id", sort=False)
    ]
    return Difference(
        first=format_days(first, lang=lang),
        last=format_days(last, lang=lang),
        region=display_name(atlas.regions.loc[region_id], lang) if region_id else "",
        here=tuple(unit for unit in units if unit.unit_id in inside),
        elsewhere=tuple(unit for unit in units if unit.unit_id not in inside),
        totals=_totals(atlas, first, last, lang),
    )


@lru_cache(maxsize=8)
def difference_csv(atlas: Atlas, day: date, other: date) -> bytes:
    """Every change between the two days as a CSV file: atlas.between, names, km2, addresses of sources."""
    table = atlas.between(*sorted((day, other)))
    table.insert(1, "unit", [atlas.units.loc[unit, "name_en"] for unit in table["unit_id"]])
    table.insert(2, "region_id", [atlas.units.loc[unit, "region_id"] for unit in table["unit_id"]])
    table.insert(3, "km2", [atlas.units.loc[unit, "km2"] for unit in table["unit_id"]])
    return frame_bytes(with_origin(table, atlas))


def _changed(atlas: Atlas, unit_id: str, rows: pd.DataFrame, lang: str) -> Changed:
    start, end = rows.iloc[0], rows.iloc[-1]
    _, *before = holder_label(atlas, start["from_holder"], lang)
    _, *after = holder_label(atlas, end["to_holder"], lang)
    return Changed(
        unit_id=unit_id,
        name=unit_name(atlas, unit_id, lang),
        km2=figure(lang, atlas.units.loc[unit_id, "km2"]),
        before=held_by(atlas, start["from_holder"], start["from_status"], lang),
        before_colours=(before[0], before[1]),
        after=held_by(atlas, end["to_holder"], end["to_status"], lang),
        after_colours=(after[0], after[1]),
        steps=tuple(_step(atlas, row, lang) for row in rows.itertuples()),
    )


def _step(atlas: Atlas, row: Any, lang: str) -> Step:
    differ = row.start_earliest != row.start_latest
    return Step(
        when=format_days(row.day, prec=int(row.start_prec), lang=lang),
        dates=format_days(row.start_earliest, row.start_latest, lang=lang) if differ else "",
        held=held_by(atlas, row.to_holder, row.to_status, lang),
        certainty=term(atlas, "certainty", row.certainty, lang),
        note=row.note,
        citations=tuple(cite(atlas, row.source_ids, lang)),
        events=tuple((event, atlas.events.loc[event, "title"]) for event in row.event_ids),
    )


def _totals(atlas: Atlas, first: date, last: date, lang: str) -> tuple[Total, ...]:
    """In the order of the holders' table: no side comes first by choice."""
    held = [atlas.km2_by_holder(day) for day in (first, last)]
    rows = []
    for holder in atlas.holders.sort_values("order").index:
        areas = [float(km2.get(holder, 0.0)) for km2 in held]
        if any(areas):
            gained = round(areas[1]) - round(areas[0])
            sign = figure(lang, gained, "+#,##0;−#,##0") if gained else "0"
            figures = [figure(lang, area) for area in areas]
            rows.append(Total(*holder_label(atlas, holder, lang), figures[0], figures[1], sign))
    return tuple(rows)
