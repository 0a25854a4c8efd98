"""The atlas: snapshots of days, regions, nearest events."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Atlas
from geo.names import display_name
from geo.when import Window


def test_a_snapshot_has_the_public_columns(toy: Atlas) -> None:
    units = toy.on(date(2020, 11, 25)).units
    assert units.crs == "EPSG:4326"
    assert list(units.index) == ["E", "M", "W"]
    assert {"holder", "status", "since", "until", "certainty", "source_ids"} <= set(units.columns)
    assert units.loc["W", "source_ids"] == ("one", "two")
    assert display_name(units.loc["W"], "hy") == "Unit W (hy)"


@pytest.mark.parametrize(
    ("day", "days", "events", "excerpts"),
    [
        (date(2020, 11, 25), 30, ["2020-11-25-town", "2020-11-20-centre"], ["quote-1"]),
        (date(2020, 11, 25), 1, ["2020-11-25-town"], ["quote-1"]),
        (date(2020, 11, 24), 30, ["2020-11-20-centre"], []),
        (date(2020, 12, 24), 30, ["2020-11-25-town"], ["quote-1"]),
        (date(2020, 12, 25), 30, [], []),
        (date(1991, 6, 1), 1, [], ["quote-2"]),
    ],
)
def test_a_window_ends_with_the_day_shown(
    toy: Atlas, day: date, days: int, events: list[str], excerpts: list[str]
) -> None:
    snapshot = toy.on(day, window=Window(days))
    assert list(snapshot.events.index) == events
    assert list(snapshot.excerpts.index) == excerpts


def test_a_region_gathers_its_units_events_and_quotations(toy: Atlas) -> None:
    west = toy.on(date(2020, 11, 25)).region("west")
    assert list(west.units.index) == ["W"]
    assert list(west.events.index) == ["2020-11-25-town"]
    assert list(west.excerpts.index) == ["quote-1"]
    assert list(west.other_excerpts.index) == ["quote-2"]
    assert list(west.history["start"])[-1] == date(2020, 11, 25)
    assert west.earlier is not None and west.earlier["event_id"] == "1993-04-03-town"
    assert west.later is None


def test_a_region_without_units_has_events_only(toy: Atlas) -> None:
    capital = toy.on(date(2021, 1, 15)).region("capital")
    assert capital.units.empty and capital.history.empty
    assert list(capital.events.index) == ["2021-meeting"]


def test_an_unknown_region_names_the_known_ones(toy: Atlas) -> None:
    with pytest.raises(KeyError, match="no region 'north'; the regions are west, centre"):
        toy.on(date(2020, 1, 1)).region("north")
