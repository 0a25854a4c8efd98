"""All that the map says, without it: the day in sentences, the regions, the table of events."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from geo import Atlas
from geo.atlas import Snapshot
from geo.page.inwords.sentences import day_in_words
from geo.page.inwords.tables import ORDERS, event_rows, events_csv, regions_held, units_csv
from geo.when import Window
from tests.page.test_app import opened, words


@pytest.mark.parametrize(
    ("day", "parts"),
    [
        (
            date(2020, 11, 25),
            [
                "Azerbaijan held 20 units (11,777 km²): all of Fuzuli District",
                "8 units (3,102 km²) were in the zone of the Russian peacekeepers",
                "Armenian forces held 1 unit (1,717 km²): part of Lachin District.",
                "The next change of control: 1 December 2020, Lachin (the rest)",
            ],
        ),
        (
            date(1993, 4, 2),
            [
                "1 unit was contested (2,040 km²): part of Kalbajar District.",
                "The last change of control: 27 March 1993, Kalbajar (outside the former NKAO) "
                "(Azerbaijan → Contested).",
            ],
        ),
        (
            date(1988, 1, 1),
            ["Soviet Union held 29 units", "Before this day the records hold no change of control."],
        ),
        (
            date(2026, 2, 17),
            ["Azerbaijan held 29 units", "the records, which end on 17 February 2026, hold no change"],
        ),
        (date(2003, 6, 1), ["the records hold no event. That is not a statement that nothing happened."]),
    ],
)
def test_the_day_in_words(real: Atlas, day: date, parts: list[str]) -> None:
    told = " ".join(day_in_words(real.on(day), "en"))
    for part in parts:
        assert part in told, part


@pytest.mark.parametrize("day", [date(1992, 7, 1), date(2020, 10, 20), date(2023, 9, 25)])
def test_the_sentences_count_every_unit_once(real: Atlas, day: date) -> None:
    told = " ".join(day_in_words(real.on(day), "en"))
    counted = [int(found) for found in re.findall(r"(\d+) units? (?:was contested|were contested|\()", told)]
    assert sum(counted) == len(real.units)


def test_every_region_with_units_has_its_parts(real: Atlas) -> None:
    held = dict(regions_held(real.on(date(2020, 11, 25)), "en"))
    for _, region in real.regions.iterrows():
        assert len(held.get(region["name_en"], ())) == len(region["unit_ids"])


@pytest.mark.parametrize("order", ORDERS)
def test_the_events_are_sorted_as_asked(real: Atlas, order: str) -> None:
    snapshot = real.on(date(2020, 12, 31), window=Window(None))
    key, largest_first = ORDERS[order]
    ids = [row.id for row in event_rows(snapshot, "en", order=order, most=1000)]
    keys = [key(real.events.loc[event_id]) for event_id in ids]
    assert keys == sorted(keys, reverse=largest_first)
    assert set(ids) == set(snapshot.events.index)


def test_the_files_have_every_row(real: Atlas) -> None:
    snapshot = real.on(date(2020, 11, 25))
    for text, table in ((events_csv(snapshot), snapshot.events), (units_csv(snapshot), snapshot.units)):
        assert len(list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))) == len(table)


@pytest.mark.parametrize("make", [events_csv, units_csv])
def test_the_files_run_nothing_and_say_where_they_are_from(
    real: Atlas, make: Callable[[Snapshot], bytes]
) -> None:
    snapshot = real.on(date(2020, 11, 25))
    formula = "@SUM(A1)"
    snapshot = replace(
        snapshot, events=snapshot.events.assign(title=formula), units=snapshot.units.assign(name_en=formula)
    )
    data = make(snapshot)
    assert data.startswith(b"\xef\xbb\xbf")
    for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"))):
        assert "'@SUM(A1)" in (row.get("title"), row.get("name_en"))
        assert row["source_urls"].startswith("http") and row["licence"] == "CC BY 4.0, Karabakh Atlas"


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("day", "Azerbaijan held 20 units (11,777 km²)"),
        ("regions", "Who held what on 25 November 2020"),
        ("events", "Precision"),
    ],
)
def test_only_what_is_opened_is_drawn(part: str, told: str) -> None:
    page = opened()
    assert told not in words(page)
    page.session_state["in-words"] = part
    page.run()
    assert not page.exception
    assert told in words(page)
