"""Everything loaded and cross-checked once: the atlas, and its snapshot on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo import control, events
from geo.folder import inspect
from geo.layers import KEYS
from geo.names import NameIndex
from geo.problems import DataError
from geo.when import Span, Window, between, parse_day

_LAST_30_DAYS = Window()


@dataclass(frozen=True)
class RegionSnapshot:
    """A region on a day.

    `row` holds its names; `units` its units with their control (empty where the records follow no
    holder); `events` and `excerpts` those of the window, newest first; `other_excerpts` what is
    quoted about it for other days; `history` the periods of its units; `earlier` and `later` the
    nearest event outside the window on either side.
    """

    id: str
    row: pd.Series
    units: gpd.GeoDataFrame
    events: pd.DataFrame
    excerpts: pd.DataFrame
    other_excerpts: pd.DataFrame
    history: pd.DataFrame
    earlier: pd.Series | None
    later: pd.Series | None


@dataclass(frozen=True)
class Snapshot:
    """The atlas on one day.

    `units` is a GeoDataFrame (EPSG:4326) indexed by unit_id with holder, status, since, until
    (exclusive, None while open), certainty, source_ids and holder_since; `events` and `excerpts`
    are those that share a day with `span`, newest first.
    """

    atlas: Atlas
    day: date
    span: Span
    units: gpd.GeoDataFrame
    events: pd.DataFrame
    excerpts: pd.DataFrame

    def region(self, region_id: str) -> RegionSnapshot:
        """What this snapshot holds of one region; raises KeyError that lists the known ids."""
        atlas = self.atlas
        if region_id not in atlas.regions.index:
            known = ", ".join(atlas.regions.index)
            raise KeyError(f"no region {region_id!r}; the regions are {known}")
        row = atlas.regions.loc[region_id]
        everything = events.of_region(atlas.events, region_id)
        quoted = events.of_region(atlas.excerpts, region_id)
        shown = events.of_region(self.excerpts, region_id)
        return RegionSnapshot(
            id=region_id,
            row=row,
            units=self.units.loc[list(row["unit_ids"])],
            events=events.of_region(self.events, region_id),
            excerpts=shown,
            other_excerpts=quoted.drop(index=shown.index),
            history=atlas.periods[atlas.periods["unit_id"].isin(row["unit_ids"])],
            earlier=events.earlier(everything, self.span.start),
            later=events.later(everything, self.span.last),
        )


@dataclass(frozen=True, eq=False)
class Atlas:
    """The tables and layers of a data folder, each indexed by its id, cross-checked.

    Shapes are in EPSG:4326; `control` has a row for each period, with its unit's shape (see
    control.control_table); `first` and `last` are the first and last day of the records.
    An atlas equals only itself, so that what is derived from it can be cached.
    """

    first: date
    last: date
    units: gpd.GeoDataFrame
    regions: gpd.GeoDataFrame
    lines: gpd.GeoDataFrame
    context: gpd.GeoDataFrame
    periods: pd.DataFrame
    control: gpd.GeoDataFrame
    events: pd.DataFrame
    sources: pd.DataFrame
    articles: pd.DataFrame
    excerpts: pd.DataFrame
    places: pd.DataFrame
    settlements: pd.DataFrame
    names: pd.DataFrame
    holders: pd.DataFrame
    terms: pd.DataFrame
    eras: pd.DataFrame
    folder: Path

    def on(self, day: date, *, window: Window = _LAST_30_DAYS) -> Snapshot:
        """The snapshot of a day, with events and excerpts of the window (30 days up to and with it).

        Raises ValueError for a day outside the records: of those there is no data.
        """
        self.require(day)
        span = window.on(day, self.first)
        units = control.control_on(self.control, day)
        return Snapshot(
            self,
            day,
            span,
            units,
            events.overlapping(self.events, span),
            events.overlapping(self.excerpts, span),
        )

    def between(self, first: date, last: date) -> pd.DataFrame:
        """Every change of control after `first`, up to and with `last`; see control.changes."""
        self.require(first)
        self.require(last)
        return control.changes(self.periods, first, last)

    def km2_by_holder(self, day: date) -> pd.Series:
        """Square kilometres (equal-area) of all units by holder on the day, largest first."""
        self.require(day)
        return control.km2_by_holder(control.control_on(self.control, day))

    def require(self, day: date) -> None:
        """Raises ValueError if the records do not cover the day."""
        if not between(self.first, self.last).contains(day):
            raise ValueError(
                f"there is no data for {day}: the records run from {self.first} to {self.last}; "
                "write a day between them"
            )

    @cached_property
    def spellings(self) -> NameIndex:
        """The index of every spelling of every region and place."""
        return NameIndex(self.names)


def load_atlas(folder: Path | str = "data") -> Atlas:
    """The atlas of a data folder; raises DataError with every problem of every file."""
    checked = inspect(folder)
    if checked.problems:
        raise DataError(checked.problems, checked.unchecked)
    tables, layers = checked.tables, checked.layers
    indexed = {
        name: tables[name].set_index(key, drop=False).rename_axis(None)
        for name, key in {
            "events": "event_id",
            "sources": "source_id",
            "articles": "article_id",
            "excerpts": "excerpt_id",
            "places": "place_id",
            "settlements": "settlement_id",
            "holders": "holder_id",
            "eras": "era_id",
        }.items()
    }
    for name in ("events", "excerpts"):
        indexed[name] = events.newest_first(indexed[name])
    named = {name: _with_names(layers[name], tables[name], key) for name, key in KEYS.items()}
    return Atlas(
        first=parse_day(checked.descriptor["first_day"]),
        last=parse_day(checked.descriptor["last_day"]),
        periods=tables["periods"].sort_values(["unit_id", "start"]).reset_index(drop=True),
        control=control.control_table(named["units"], tables["periods"]),
        names=tables["names"],
        terms=tables["terms"].set_index(["vocabulary", "term_id"], drop=False),
        folder=Path(folder),
        **named,
        **indexed,
    )


def _with_names(layer: gpd.GeoDataFrame, table: pd.DataFrame, key: str) -> gpd.GeoDataFrame:
    """The rows of the table, each with its shape and the other columns of the layer."""
    rows = table.set_index(key, drop=False).rename_axis(None)
    extra = [column for column in layer.columns if column not in rows.columns]
    return gpd.GeoDataFrame(rows.join(layer[extra]), geometry="geometry", crs=layer.crs)
