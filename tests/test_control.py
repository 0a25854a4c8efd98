"""Who held what on a day, what changed between two days, and what keeps periods from tiling."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from geo import Atlas
from geo.folder import inspect
from tests.toy import write_toy
from tests.toy_tables import PERIODS, toy_tables


@pytest.mark.parametrize(
    ("day", "west", "middle", "east"),
    [
        ("1988-01-01", "soviet_union", "soviet_union", "soviet_union"),
        ("1991-08-29", "soviet_union", "soviet_union", "soviet_union"),
        ("1991-08-30", "soviet_union", "soviet_union", "azerbaijan"),
        ("1991-09-02", "azerbaijan", "contested", "azerbaijan"),
        ("1993-04-02", "azerbaijan", "armenian_forces", "azerbaijan"),
        ("1993-04-03", "armenian_forces", "armenian_forces", "azerbaijan"),
        ("2020-11-24", "armenian_forces", "armenian_forces", "azerbaijan"),
        ("2020-11-25", "azerbaijan", "armenian_forces", "azerbaijan"),
        ("2026-02-17", "azerbaijan", "armenian_forces", "azerbaijan"),
    ],
)
def test_a_period_begins_on_its_start_and_is_over_on_its_end(
    toy: Atlas, day: str, west: str, middle: str, east: str
) -> None:
    units = toy.on(date.fromisoformat(day)).units
    assert units["holder"].to_dict() == {"W": west, "M": middle, "E": east}


def test_since_is_the_period_and_holder_since_the_holder(toy: Atlas) -> None:
    middle = toy.on(date(2020, 1, 1)).units.loc["M"]
    assert (middle["status"], middle["since"], middle["until"]) == (
        "partly_contested",
        date(2016, 4, 2),
        None,
    )
    assert middle["holder_since"] == date(1992, 5, 9)


def test_changes_leave_out_the_first_day_and_keep_the_last(toy: Atlas) -> None:
    rows = toy.between(date(1991, 8, 30), date(1992, 5, 9))
    assert rows[["unit_id", "from_holder", "to_holder"]].to_numpy().tolist() == [
        ["M", "soviet_union", "contested"],
        ["W", "soviet_union", "azerbaijan"],
        ["M", "contested", "armenian_forces"],
    ]
    assert list(rows["day"]) == [date(1991, 9, 2), date(1991, 9, 2), date(1992, 5, 9)]


def test_changes_of_status_alone_are_changes(toy: Atlas) -> None:
    row = toy.between(date(2016, 4, 1), date(2016, 4, 2)).iloc[0]
    assert (row["from_holder"], row["to_holder"]) == ("armenian_forces", "armenian_forces")
    assert (row["from_status"], row["to_status"]) == ("held", "partly_contested")


def test_km2_add_up(toy: Atlas) -> None:
    assert toy.km2_by_holder(date(2020, 11, 25)).to_dict() == {
        "azerbaijan": 188.0,
        "armenian_forces": 94.0,
    }


@pytest.mark.parametrize("day", [date(1987, 12, 31), date(2026, 2, 18)])
def test_outside_the_records_there_is_no_data(toy: Atlas, day: date) -> None:
    with pytest.raises(ValueError, match=r"no data for .* the records run from 1988-01-01 to 2026-02-17"):
        toy.on(day)


@pytest.mark.parametrize(
    ("row", "column", "value", "sentence"),
    [
        (
            2,
            "start",
            "1993-04-04",
            "periods without gap or overlap, came 1993-04-04; write 1993-04-03",
        ),
        (
            2,
            "start",
            "1993-04-02",
            "periods without gap or overlap, came 1993-04-02; write 1993-04-03",
        ),
        (3, "end", "2021-01-01", "the unit's last period open"),
        (0, "start", "1989-01-01", "came 1989-01-01; write 1988-01-01"),
        (2, "end", "1993-04-03", "a day after the start"),
        (2, "end", "", "came a period after an open one"),
    ],
)
def test_gaps_and_overlaps_are_named(
    tmp_path: Path, row: int, column: str, value: str, sentence: str
) -> None:
    rows = toy_tables()["periods"]
    rows[row][column] = value
    if column == "start":
        rows[row]["start_earliest"] = rows[row]["start_latest"] = value
    found = [str(problem) for problem in inspect(write_toy(tmp_path, {"periods": rows})).problems]
    assert any(
        sentence in problem and "periods.csv row" in problem and "id W " in problem for problem in found
    )


def test_the_periods_begin_with_the_records(tmp_path: Path) -> None:
    descriptor = write_toy(tmp_path) / "datapackage.json"
    text = descriptor.read_text(encoding="utf-8")
    descriptor.write_text(
        text.replace('"first_day": "1988-01-01"', '"first_day": "1987-06-01"'), encoding="utf-8"
    )
    found = [str(problem) for problem in inspect(tmp_path).problems]
    assert len(found) == 3
    assert all(
        "periods.csv row" in problem and "came 1988-01-01; write 1987-06-01" in problem for problem in found
    )


def test_the_toy_periods_are_the_ones_drawn() -> None:
    assert {row[0] for row in PERIODS} == {"W", "M", "E"}
