"""Sourced events and excerpts: selected by window and region, always by overlap of day spans."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from geo.when import Span


def overlapping(records: pd.DataFrame, span: Span) -> pd.DataFrame:
    """The records whose date_start to date_end, both inclusive, shares a day with the span, in order.

    A record known only to the month or year counts for all the days it may fall on, as its own
    date_start and date_end give them.
    """
    days = zip(records["date_start"], records["date_end"], strict=True)
    return records[np.array([span.touches(first, last) for first, last in days], dtype=bool)]


def of_region(records: pd.DataFrame, region_id: str) -> pd.DataFrame:
    """The records that concern the region, in the order given."""
    return records[np.array([region_id in ids for ids in records["region_ids"]], dtype=bool)]


def newest_first(records: pd.DataFrame) -> pd.DataFrame:
    """The records by first day, newest first; on one day the more important first."""
    keys = ["date_start", "importance"] if "importance" in records else ["date_start"]
    return records.sort_values(keys, ascending=False, kind="stable")


def earlier(records: pd.DataFrame, day: date) -> pd.Series | None:
    """The last record that ended before the day, or None."""
    ends = [(end, index) for index, end in records["date_end"].items() if end < day]
    return records.loc[max(ends)[1]] if ends else None


def later(records: pd.DataFrame, day: date) -> pd.Series | None:
    """The first record that starts after the day, or None."""
    starts = [(start, index) for index, start in records["date_start"].items() if start > day]
    return records.loc[min(starts)[1]] if starts else None
