"""Events and excerpts by window and region."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Atlas
from geo.events import earlier, later, of_region, overlapping
from geo.when import Span


@pytest.mark.parametrize(
    ("start", "end", "ids"),
    [
        ("1993-04-03", "1993-04-04", ["1993-04-03-town"]),
        ("1993-04-04", "1993-04-05", []),
        ("1993-04-01", "1993-04-02", []),
        ("1993-04-01", "1993-04-03", ["1993-04-03-town"]),
        ("1994-05-31", "1994-06-01", ["1994-05-month"]),
        ("2020-11-01", "2020-12-01", ["2020-11-25-town", "2020-11-20-centre"]),
    ],
)
def test_both_ends_of_an_event_count_and_the_end_of_a_span_does_not(
    toy: Atlas, start: str, end: str, ids: list[str]
) -> None:
    span = Span(date.fromisoformat(start), date.fromisoformat(end))
    assert list(overlapping(toy.events, span).index) == ids


def test_a_region_has_its_own_events_only(toy: Atlas) -> None:
    assert list(of_region(toy.events, "centre").index) == ["2020-11-20-centre"]
    assert of_region(toy.events, "east").empty


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        ("1988-01-01", None, "1993-04-03-town"),
        ("1993-04-03", None, "1994-05-month"),
        ("2020-11-25", "2020-11-20-centre", "2021-meeting"),
        ("2026-01-01", "2021-meeting", None),
    ],
)
def test_the_nearest_events_on_either_side(
    toy: Atlas, day: str, before: str | None, after: str | None
) -> None:
    found = [event(toy.events, date.fromisoformat(day)) for event in (earlier, later)]
    assert [None if event is None else event["event_id"] for event in found] == [before, after]


def test_no_records_keep_their_columns(toy: Atlas) -> None:
    none = toy.events.iloc[:0]
    span = Span(date(2020, 1, 1), date(2021, 1, 1))
    assert list(overlapping(none, span).columns) == list(none.columns)
    assert list(of_region(none, "west").columns) == list(none.columns)
