"""The command: which file, which day, which events, and a sentence for what cannot be."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import geopandas as gpd
import pytest
from playwright.sync_api import Browser, expect

from geo import Atlas
from geo.exports.command import main
from tests.toy import REAL_DATA


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file that left."""
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True))


def event_ids(path: Path) -> set[str]:
    """The ids of the events in a file of any format."""
    if path.suffix == ".csv":
        return {row["event_id"] for row in rows_of(path)}
    return set(gpd.read_file(path, layer="events" if path.suffix == ".gpkg" else None)["event_id"])


@pytest.mark.parametrize("ending", ["csv", "geojson", "gpkg"])
@pytest.mark.parametrize(
    ("asked", "ids", "said"),
    [
        (
            ["--date", "2020-11-25"],
            {"2020-11-20-centre", "2020-11-25-town"},
            "events of 27 October – 25 November 2020 (--window 30)",
        ),
        (
            ["--date", "25 November 2020", "--window", "1"],
            {"2020-11-25-town"},
            "events of 25 November 2020 (--window 1)",
        ),
        (["--date", "1993-04-03", "--window", "1"], {"1993-04-03-town"}, "events of 3 April 1993"),
        (["--window", "1993-04-01..1993-04-30"], {"1993-04-03-town"}, "events of 1–30 April 1993"),
        ([], None, "all events"),
    ],
)
def test_events_leave_in_every_format_for_the_days_asked_for(
    toy: Atlas, toy_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    ending: str, asked: list[str], ids: set[str] | None, said: str,
) -> None:  # fmt: skip
    path = tmp_path / f"events.{ending}"
    assert main(["--data", str(toy_folder), "--table", "events", "--to", str(path), *asked]) == 0
    assert event_ids(path) == (set(toy.events.index) if ids is None else ids)
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "day.pdf"], "--to day.pdf: expected a file that ends in .csv, .geojson, .gpkg, .html"),
        (["--to", "nowhere/day.gpkg"], "--to nowhere/day.gpkg: there is no folder nowhere; make it first"),
        (["--to", "nowhere/day.html"], "--to nowhere/day.html: there is no folder nowhere; make it first"),
        (["--to", "day.csv", "--date", "soon"], "--date soon: expected a day, as 2020-11-25"),
        (["--to", "day.csv", "--date", "1993"], "--date 1993: expected a day, as 2020-11-25"),
        (
            ["--to", "day.csv", "--date", "04/10/1993"],
            "--date 04/10/1993: may be two days; "
            "write 1993-10-04 (4 October 1993) or 1993-04-10 (10 April 1993)",
        ),
        (["--to", "day.csv", "--date", "2030-01-01"], "there is no data for 2030-01-01"),
        (["--to", "day.csv", "--window", "ever"], "--window ever: 'ever' is not a window of days"),
        (["--to", "day.csv", "--window", "7"], "--window 7: a number of days ends with a day; write --date"),
        (["--to", "day.csv", "--data", "nowhere"], "expected a Frictionless data package descriptor"),
    ],
)
def test_what_cannot_be_written_is_said(
    arguments: list[str],
    said: str,
    toy_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    given = arguments if "--data" in arguments else ["--data", str(toy_folder), *arguments]
    assert main(given) == 1
    assert said in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ["csv", "geojson", "gpkg", "html"])
def test_a_folder_in_its_place_is_said(
    toy_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    path = tmp_path / f"day.{ending}"
    path.mkdir()
    assert main(["--data", str(toy_folder), "--to", str(path)]) == 1
    assert capsys.readouterr().out == f"--to {path}: Is a directory\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_replaced_whole(toy_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "all.gpkg"
    path.write_bytes(b"something else")
    assert main(["--data", str(toy_folder), "--to", str(path)]) == 0
    assert list(tmp_path.iterdir()) == [path]
    assert len(gpd.list_layers(path)) == 5


def test_the_public_command_is_this_one() -> None:
    from geo.export import main as public

    assert public is main


@pytest.mark.browser
def test_the_html_file_is_a_map_with_no_network(browser: Browser, tmp_path: Path) -> None:
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
