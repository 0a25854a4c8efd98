"""Two days compared, without a browser: what changed, by whom held, the ways in and out."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from geo import Atlas
from geo.page.compare.difference import difference, difference_csv
from tests.page.test_app import address, opened, sent_view, words

WAR, AFTER = date(2020, 9, 27), date(2020, 12, 1)


@pytest.mark.parametrize(
    ("first", "last", "region", "unit", "before", "after", "steps"),
    [
        (WAR, AFTER, "kalbajar", "KAL-OUT", "Armenian forces", "Azerbaijan", ["25 November 2020"]),
        (
            date(1993, 3, 1),
            date(1993, 5, 1),
            "kalbajar",
            "KAL-OUT",
            "Azerbaijan",
            "Armenian forces",
            ["27 March 1993", "3 April 1993"],
        ),
        (
            WAR,
            AFTER,
            "shusha",
            "SHU-W",
            "Armenian forces",
            "Russian peacekeepers",
            ["4 November 2020", "10 November 2020"],
        ),
    ],
)
def test_each_unit_says_from_whom_to_whom_and_when(
    real: Atlas, first: date, last: date, region: str, unit: str, before: str, after: str, steps: list[str]
) -> None:
    told = difference(real, first, last, region, "en")
    (found,) = (changed for changed in told.here if changed.unit_id == unit)
    assert (found.before, found.after) == (before, after)
    assert [step.when for step in found.steps] == steps
    assert all(step.citations and step.certainty for step in found.steps)


def test_the_order_of_the_days_does_not_matter(real: Atlas) -> None:
    assert difference(real, WAR, AFTER, None, "en") == difference(real, AFTER, WAR, None, "en")
    assert difference_csv(real, WAR, AFTER) == difference_csv(real, AFTER, WAR)


def test_the_totals_are_those_of_the_two_days(real: Atlas) -> None:
    held = {day: real.km2_by_holder(day) for day in (WAR, AFTER)}
    for total in difference(real, AFTER, WAR, None, "en").totals:
        name = real.holders.index[real.holders["name_en"] == total.holder][0]
        areas = [round(float(held[day].get(name, 0))) for day in (WAR, AFTER)]
        assert [total.first, total.last] == [f"{area:,}" for area in areas]
        gained = areas[1] - areas[0]
        assert total.difference == (f"{gained:+,}".replace("-", "−") if gained else "0")


def test_the_file_has_every_change(real: Atlas) -> None:
    rows = list(csv.DictReader(io.StringIO(difference_csv(real, WAR, AFTER).decode("utf-8-sig"))))
    assert len(rows) == len(real.between(WAR, AFTER))
    assert all(row["source_ids"] and float(row["km2"]) and row["unit"] for row in rows)
    assert all(row["source_urls"].startswith("http") and row["licence"] for row in rows)


def test_a_link_compares_and_the_buttons_turn_and_leave() -> None:
    page = opened(date="2020-12-01", region="lachin", compare="2020-09-27")
    told = words(page)
    assert page.subheader[0].value == "From 27 September 2020 to 1 December 2020"
    assert page.subheader[1].value == "Lachin District"
    assert "Lachin District: 2 units changed" in told and "Elsewhere: 17 units changed" in told
    assert '"compare": "2020-09-27"' in sent_view(page).replace('":"', '": "')
    page.button(key="compare-swap").click().run()
    assert address(page) == {"date": "2020-09-27", "region": "lachin", "compare": "2020-12-01"}
    assert page.subheader[0].value == "From 27 September 2020 to 1 December 2020"
    page.button(key="compare-leave").click().run()
    assert address(page) == {"date": "2020-09-27", "region": "lachin"}
    assert page.subheader[0].value == "Lachin District"


def test_a_day_is_chosen_by_the_calendar_or_from_a_few() -> None:
    page = opened()
    page.date_input(key="compare").set_value(date(1994, 5, 12)).run()
    assert address(page)["compare"] == "1994-05-12"
    page.selectbox(key="compare-known").select(date(2020, 9, 27)).run()
    assert address(page)["compare"] == "2020-09-27"
    assert page.date_input(key="compare").value == date(2020, 9, 27)
    for day in page.selectbox(key="compare-known").options:
        assert "before" in day or ":" in day


@pytest.mark.parametrize("day", ["1988-01-01", "2024-02-29", "2026-02-17"])
def test_at_the_ends_only_days_of_the_records_are_offered(day: str) -> None:
    page = opened(date=day)
    assert page.selectbox(key="compare-known").options
    assert address(page)["date"] == day


def test_two_days_without_a_change_say_so() -> None:
    told = words(opened(date="2003-01-02", compare="2003-01-01", region=""))
    assert "The records hold no change of control between the two days." in told
