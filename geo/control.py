"""Who held what: units x periods, [start, end), as tables for a day and between two days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.problems import Problem

_PERIOD_COLUMNS = ["holder", "status", "since", "until", "certainty", "source_ids", "holder_since"]


def control_table(units: gpd.GeoDataFrame, periods: pd.DataFrame) -> gpd.GeoDataFrame:
    """A row for each period with its unit's shape (EPSG:4326), indexed by unit_id, sorted by unit and start.

    Columns: unit_id, region_id, a name in each language, in_nkao, km2, geometry; holder,
    status, since and until (the period's start and end, `until` None while open), certainty,
    source_ids; and holder_since, the first day of the unbroken run of one holder, back through
    changes of status.
    """
    rows = periods.sort_values(["unit_id", "start"]).rename(columns={"start": "since", "end": "until"})
    fresh = (rows["holder"] != rows["holder"].shift()) | (rows["unit_id"] != rows["unit_id"].shift())
    rows["holder_since"] = rows["since"].where(fresh).ffill()
    names = [column for column in units.columns if column.startswith("name_")]
    columns = ["unit_id", "region_id", *names, "in_nkao", "km2", "geometry"]
    table = units[columns].merge(rows[["unit_id", *_PERIOD_COLUMNS]], on="unit_id")
    return table.set_index("unit_id", drop=False).rename_axis(None)


def control_on(table: gpd.GeoDataFrame, day: date) -> gpd.GeoDataFrame:
    """The rows of the control table whose [since, until) contains the day: one for each unit."""
    days = zip(table["since"], table["until"], strict=True)
    held = [since <= day and (until is None or day < until) for since, until in days]
    return table[np.array(held, dtype=bool)]


def changes(periods: pd.DataFrame, first: date, last: date) -> pd.DataFrame:
    """Every change of holder or status after `first` and up to `last` (inclusive), oldest first.

    Columns: unit_id, day, from_holder, from_status, to_holder, to_status, start_prec,
    start_earliest, start_latest, certainty, note, source_ids, event_ids.
    """
    before = periods.groupby("unit_id", sort=False)[["holder", "status"]].shift()
    rows = periods.assign(
        day=periods["start"], from_holder=before["holder"], from_status=before["status"]
    ).rename(columns={"holder": "to_holder", "status": "to_status"})
    columns = [
        "unit_id",
        "day",
        "from_holder",
        "from_status",
        "to_holder",
        "to_status",
        "start_prec",
        "start_earliest",
        "start_latest",
        "certainty",
        "note",
        "source_ids",
        "event_ids",
    ]
    inside = (rows["day"] > first) & (rows["day"] <= last) & rows["from_holder"].notna()
    return rows.loc[inside, columns].sort_values(["day", "unit_id"]).reset_index(drop=True)


def km2_by_holder(held: pd.DataFrame) -> pd.Series:
    """Square kilometres of each holder, from the control on one day, largest first.

    A unit counts whole for its holder, also where a minority part was held by the other side.
    """
    km2 = held.groupby("holder")["km2"].sum()
    return km2.sort_values(ascending=False).round(1)


def tiling_problems(periods: pd.DataFrame, first: date) -> Iterator[Problem]:
    """What keeps the periods from tiling [first, infinity) once for each unit."""
    for unit, rows in periods.sort_values(["unit_id", "start"]).groupby("unit_id"):
        expected: date | None = first
        for index, row in rows.iterrows():
            yield from _period_problems(int(str(index)) + 2, str(unit), row, expected)
            expected = row["end"]
        if expected is not None:
            row_number = int(str(rows.index[-1])) + 2
            yield Problem(
                "periods.csv",
                row_number,
                f"{unit} {rows['start'].iloc[-1]}",
                "end",
                "the unit's last period open",
                f"{expected}",
                "nothing, or add the next period",
            )


def _period_problems(number: int, unit: str, row: pd.Series, expected: date | None) -> Iterator[Problem]:
    record = f"{unit} {row['start']}"
    if row["start"] != expected:
        came = "a period after an open one" if expected is None else f"{row['start']}"
        hint = f"{expected}" if expected else "the end of the period before"
        yield Problem("periods.csv", number, record, "start", "periods without gap or overlap", came, hint)
    if row["end"] is not None and row["end"] <= row["start"]:
        yield Problem(
            "periods.csv",
            number,
            record,
            "end",
            "a day after the start",
            f"{row['end']}",
            "the first day after the period",
        )
    if not row["start_earliest"] <= row["start"] <= row["start_latest"]:
        came = f"{row['start_earliest']} to {row['start_latest']}"
        yield Problem(
            "periods.csv",
            number,
            record,
            "start_earliest",
            f"a span around {row['start']}",
            came,
            "the earliest and latest day that sources give",
        )
