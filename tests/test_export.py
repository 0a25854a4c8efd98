"""A day, or all of the atlas, as files that other programs open."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from playwright.sync_api import Browser, expect

from geo import Atlas
from geo.export import control_frame, event_frame, main
from tests.toy import REAL_DATA

DAY = date(2020, 11, 25)


@pytest.mark.parametrize("ending", ["csv", "geojson", "gpkg"])
def test_a_day_comes_back_as_it_was(toy: Atlas, toy_folder: Path, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"day.{ending}"
    assert main(["--data", str(toy_folder), "--date", "2020-11-25", "--to", str(path)]) == 0
    back = pd.read_csv(path) if ending == "csv" else gpd.read_file(path, layer=_layer(ending))
    held = toy.on(DAY).units
    assert dict(zip(back["unit_id"], back["holder"], strict=True)) == held["holder"].to_dict()
    assert dict(zip(back["unit_id"], back["source_ids"], strict=True))["W"] == "one;two"
    assert dict(zip(back["unit_id"], back["since"].astype(str), strict=True))["W"][:10] == "2020-11-25"
    if ending != "csv":
        assert back.set_index("unit_id").geometry.geom_equals(held.geometry).all()


def test_without_a_day_every_period_is_there(toy: Atlas) -> None:
    frame = control_frame(toy, None)
    assert len(frame) == len(toy.periods)
    first, last = frame.loc[frame["unit_id"] == "E", "until"]
    assert first == "1991-08-30"
    assert pd.isna(last)


def test_events_off_the_map_have_no_point(toy: Atlas) -> None:
    points = event_frame(toy, None).geometry
    assert points.loc["2021-meeting"] is None
    assert (points.loc["1993-04-03-town"].x, points.loc["1993-04-03-town"].y) == (46.05, 40.05)


def test_geojson_says_whose_it_is(toy_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "all.geojson"
    assert main(["--data", str(toy_folder), "--to", str(path)]) == 0
    assert "CC BY-SA 3.0" in json.loads(path.read_text(encoding="utf-8"))["attribution"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--to", "day.pdf"], "--to day.pdf: expected a file that ends in .csv, .geojson, .gpkg, .html"),
        (["--to", "day.csv", "--date", "soon"], "--date soon: expected a day, as 2020-11-25"),
        (["--to", "day.csv", "--date", "2030-01-01"], "there is no data for 2030-01-01"),
        (["--to", "day.csv", "--data", "nowhere"], "expected a Frictionless data package descriptor"),
    ],
)
def test_what_cannot_be_written_is_told(
    arguments: list[str], told: str, toy_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = arguments if "--data" in arguments else ["--data", str(toy_folder), *arguments]
    assert main(given) == 1
    assert told in capsys.readouterr().out


@pytest.mark.browser
def test_the_html_file_is_a_whole_map_with_no_network(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "day.html"
    assert main(["--data", str(REAL_DATA), "--date", "1993-04-10", "--to", str(path)]) == 0
    context = browser.new_context(offline=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.goto(path.as_uri())
    expect(page.locator("html")).to_have_attribute("data-ready", "true")
    expect(page.locator("html")).to_have_attribute("data-date", "1993-04-10")
    expect(page.locator("[data-unit='KAL-OUT']")).to_have_attribute("data-holder", "armenian_forces")
    expect(page).to_have_title("Karabakh Atlas, 10 April 1993")
    expect(page.get_by_role("heading", name="Karabakh Atlas, 10 April 1993")).to_be_visible()
    context.close()
    assert complaints == []


def _layer(ending: str) -> str | None:
    return "control" if ending == "gpkg" else None
