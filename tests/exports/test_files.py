"""The files themselves: what other programs find in them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely

from geo import Atlas
from geo.exports.files import write_csv, write_geojson, write_gpkg
from geo.exports.frames import Selection, control_frame, event_frame
from tests.exports.test_command import rows_of

DAY = date(2020, 11, 25)
ON_DAY, ALL = Selection(DAY), Selection()
ATTRIBUTED = "CC BY-SA 3.0 after geoBoundaries"


@pytest.fixture
def package(toy: Atlas, tmp_path: Path) -> Path:
    """A GeoPackage of all days."""
    path = tmp_path / "all.gpkg"
    write_gpkg(toy, ALL, "control", path)
    return path


@pytest.mark.parametrize("ending", ["csv", "geojson", "gpkg"])
def test_a_day_comes_back_as_it_was(toy: Atlas, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"day.{ending}"
    write = {"csv": write_csv, "geojson": write_geojson, "gpkg": write_gpkg}[ending]
    write(toy, ON_DAY, "control", path)
    back = pd.read_csv(path) if ending == "csv" else gpd.read_file(path, layer=_layer(ending))
    held = toy.on(DAY).units
    assert dict(zip(back["unit_id"], back["holder"], strict=True)) == held["holder"].to_dict()
    assert dict(zip(back["unit_id"], back["source_ids"], strict=True))["W"] == "one;two"
    assert dict(zip(back["unit_id"], back["since"].astype(str), strict=True))["W"][:10] == "2020-11-25"
    if ending != "csv":
        assert back.set_index("unit_id").geometry.geom_equals(held.geometry).all()


def test_without_a_day_every_period_is_there(toy: Atlas) -> None:
    frame = control_frame(toy, ALL)
    assert len(frame) == len(toy.periods)
    first, last = frame.loc[frame["unit_id"] == "E", "until"]
    assert (first, last) == (date(1991, 8, 30), None)


def test_events_off_the_map_have_no_point(toy: Atlas) -> None:
    points = event_frame(toy, ALL).geometry
    assert points.loc["2021-meeting"] is None
    assert (points.loc["1993-04-03-town"].x, points.loc["1993-04-03-town"].y) == (46.05, 40.05)


@pytest.mark.parametrize("table", ["control", "events"])
def test_every_row_says_its_sources_addresses_and_licence(toy: Atlas, tmp_path: Path, table: str) -> None:
    path = tmp_path / "all.csv"
    write_csv(toy, ALL, table, path)
    rows = rows_of(path)
    assert rows
    for row in rows:
        addresses = [toy.sources.loc[source, "url"] for source in row["source_ids"].split(";")]
        assert row["source_urls"].split() == [address for address in addresses if address]
        assert row["licence"] == "CC BY 4.0, Karabakh Atlas"


def test_a_readers_own_record_has_no_licence_of_ours(toy: Atlas) -> None:
    tags = [("own",), *toy.events["tags"].iloc[1:]]
    events = toy.events.assign(tags=pd.Series(tags, index=toy.events.index, dtype=object))
    licences = event_frame(replace(toy, events=events), ALL)["licence"]
    assert list(licences.eq("")) == [True, *[False] * (len(events) - 1)]


def test_a_title_that_is_a_formula_does_not_run(toy: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    events = toy.events.assign(title='=HYPERLINK("https://evil.example")', longitude=-46.05)
    write_csv(replace(toy, events=events), ALL, "events", path)
    for row in rows_of(path):
        assert row["title"] == '\'=HYPERLINK("https://evil.example")'
        assert row["longitude"] == "-46.05"


@pytest.mark.parametrize("table", ["control", "events"])
def test_geojson_is_as_rfc_7946_has_it(toy: Atlas, tmp_path: Path, table: str) -> None:
    path = tmp_path / "all.geojson"
    write_geojson(toy, ALL, table, path)
    collection = json.loads(path.read_text(encoding="utf-8"))
    assert ATTRIBUTED in collection["attribution"]
    assert collection["licence"]
    assert "crs" not in collection
    for feature in collection["features"]:
        for polygon in _polygons(feature["geometry"]):
            assert polygon.exterior.is_ccw
            assert not any(hole.is_ccw for hole in polygon.interiors)


def test_holes_run_the_other_way(toy: Atlas, tmp_path: Path) -> None:
    ring = shapely.Polygon(shapely.box(0, 0, 9, 9, ccw=False).exterior, [shapely.box(1, 1, 2, 2).exterior])
    control = toy.control.set_geometry([ring] * len(toy.control), crs="EPSG:4326")
    path = tmp_path / "all.geojson"
    write_geojson(replace(toy, control=control), ALL, "control", path)
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        (polygon,) = _polygons(feature["geometry"])
        assert polygon.exterior.is_ccw
        assert not polygon.interiors[0].is_ccw


@pytest.mark.parametrize(
    ("layer", "days"),
    [
        ("control", {"since", "until", "holder_since"}),
        ("events", {"date_start", "date_end"}),
        ("lines", {"start", "end"}),
    ],
)
def test_days_of_a_geopackage_are_dates(package: Path, layer: str, days: set[str]) -> None:
    info = pyogrio.read_info(package, layer=layer)
    types = dict(zip(info["fields"], info["ogr_types"], strict=True))
    assert {name for name, kind in types.items() if kind == "OFTDate"} >= days


def test_a_geopackage_has_no_column_that_nobody_named(toy: Atlas, package: Path) -> None:
    with closing(sqlite3.connect(package)) as connection:
        for layer, table in {"events": toy.events, "sources": toy.sources, "lines": toy.lines}.items():
            columns = {row[1] for row in connection.execute(f"pragma table_info({layer})")}
            assert columns - set(table.columns) <= {"fid", "geom", "source_urls", "licence"}
        kinds = dict(connection.execute("select table_name, data_type from gpkg_contents"))
    assert kinds == {
        "control": "features", "events": "features", "regions": "features", "lines": "features",
        "sources": "attributes",
    }  # fmt: skip


def test_a_geopackage_says_whose_it_is(package: Path) -> None:
    assert ATTRIBUTED in pyogrio.read_info(package, layer="control")["dataset_metadata"]["ATTRIBUTION"]
    for layer in ("control", "events", "regions", "lines", "sources"):
        metadata = pyogrio.read_info(package, layer=layer)["layer_metadata"]
        assert ATTRIBUTED in metadata["ATTRIBUTION"]
        assert metadata["DESCRIPTION"]


def _layer(ending: str) -> str | None:
    return "control" if ending == "gpkg" else None


def _polygons(geometry: dict[str, object] | None) -> Iterator[shapely.Polygon]:
    shape = shapely.from_geojson(json.dumps(geometry)) if geometry else shapely.Point()
    yield from (part for part in shapely.get_parts([shape]) if isinstance(part, shapely.Polygon))
