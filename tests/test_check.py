"""A data folder with faults: every problem at once, each with file, row, id and what to write."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo import load_atlas
from geo.check import main
from geo.descriptor import descriptor_problems
from geo.folder import inspect
from geo.layers import KEYS
from geo.problems import DataError
from tests.toy import REAL_DATA, square, toy_layers, write_layer, write_toy
from tests.toy_tables import Row, toy_tables

EVENT_TYPE = [row["vocabulary"] for row in toy_tables()["terms"]].index("event_type")


def test_the_toy_world_is_in_order(toy_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(toy_folder)]) == 0
    assert "in order" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("table", "row", "changes", "sentence"),
    [
        (
            "events",
            0,
            {"date_start": "1992-13"},
            "events.csv row 2 (id 1993-04-03-town): date_start: expected a date, came '1992-13'; "
            "write a day that exists, as YYYY-MM-DD",
        ),
        ("events", 0, {"date_start": "1993-02-30"}, "came '1993-02-30'"),
        (
            "events",
            0,
            {"date_prec": "6"},
            "date_prec: expected a whole number from 1 to 5, came '6'",
        ),
        ("events", 0, {"event_type": "riot"}, "event_type: expected one of capture, ceasefire"),
        ("events", 0, {"event_type": "riot"}, "write type of the event, or add it to terms.csv"),
        ("events", 0, {"on_map": "yes"}, "on_map: expected true or false, came 'yes'"),
        ("events", 0, {"latitude": "north"}, "latitude: expected a number"),
        ("events", 0, {"latitude": "nan"}, "latitude: expected a number"),
        ("events", 0, {"latitude": ""}, "a point and where_prec, as on_map is true"),
        (
            "events",
            0,
            {"latitude": "38.0"},
            "expected a point within 5 km of west, whole, came '222 km away'",
        ),
        ("events", 0, {"source_ids": ""}, "source_ids: expected different ids separated by ;"),
        ("events", 0, {"source_ids": "one;one"}, "source_ids: expected different ids"),
        ("events", 0, {"source_ids": "one; two"}, "source_ids: expected different ids"),
        (
            "events",
            0,
            {"source_ids": "three"},
            "expected the id of a row of sources.csv, came 'three'",
        ),
        (
            "events",
            0,
            {"region_ids": "north"},
            "expected the id of a row of regions.csv, came 'north'",
        ),
        (
            "events",
            0,
            {"unit_ids": "Z"},
            "expected the id of a row of layers/units.geojson, came 'Z'",
        ),
        ("events", 0, {"place_id": "city"}, "expected the id of a row of places.csv, came 'city'"),
        ("events", 0, {"date_end": "1993-04-01"}, "date_end: expected a day from 1993-04-02"),
        ("events", 0, {"deaths_low": "9", "deaths_high": "3"}, "low <= best <= high"),
        (
            "events",
            0,
            {"summary": "The town was liberated."},
            "words that take no side, came 'liberated'",
        ),
        ("events", 0, {"title": "Enemy fire"}, "words that take no side, came 'Enemy'"),
        ("events", 1, {"event_id": "1993-04-03-town"}, "expected each id once, came that of row 2 again"),
        ("periods", 0, {"holder": "nobody"}, "holder: expected one of azerbaijan"),
        ("periods", 0, {"unit_id": "Q"}, "a unit of layers/units.geojson"),
        ("regions", 0, {"name_hy": ""}, "name_hy: expected text, came nothing"),
        ("regions", 0, {"name_az": ""}, "name_az: expected text, came nothing"),
        ("units", 0, {"unit_id": "N"}, "a feature of layers/units.geojson"),
        ("units", 0, {"name_hy": ""}, "name_hy: expected text, came nothing"),
        ("terms", EVENT_TYPE, {"group": ""}, "group: expected a group, came nothing; write the family"),
        ("terms", EVENT_TYPE, {"group": "peace"}, "group: expected one of armed, people, politics"),
        ("terms", EVENT_TYPE, {"symbol": ""}, "symbol: expected a symbol, came nothing; write badge-glyph"),
        ("names", 0, {"language": "hebrew"}, "language: expected text of the form [a-z]{2,3}"),
        ("regions", 0, {"region_id": "western"}, "a feature of layers/regions.geojson"),
        ("excerpts", 0, {"quote": "word " * 61}, "expected at most 60 words, came '61 words'"),
        ("excerpts", 0, {"claimant": ""}, "claimant: expected text, came nothing"),
        ("articles", 0, {"publisher": ""}, "publisher: expected text, came nothing"),
        ("sources", 0, {"url": "javascript:alert(1)"}, "url: expected text of the form https?"),
        ("holders", 0, {"colour": "red"}, "colour: expected text of the form #"),
    ],
)
def test_each_fault_is_named(tmp_path: Path, table: str, row: int, changes: Row, sentence: str) -> None:
    rows = toy_tables()[table]
    rows[row] |= changes
    found = [str(problem) for problem in inspect(write_toy(tmp_path, {table: rows})).problems]
    assert any(sentence in problem for problem in found), found
    assert all(f"{table}" in problem for problem in found if sentence in problem)


def test_all_faults_of_all_files_come_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables = toy_tables()
    tables["events"][0]["date_start"] = "1992-13"
    tables["events"][3]["importance"] = "high"
    tables["periods"][4]["status"] = "lost"
    folder = write_toy(tmp_path, tables)
    (folder / "layers" / "lines.geojson").write_text("{}", encoding="utf-8")
    assert main([str(folder)]) == 1
    out = capsys.readouterr().out
    for part in (
        "events.csv row 2",
        "events.csv row 5",
        "periods.csv row 6",
        "layers/lines.geojson",
        "4 problems",
    ):
        assert part in out


@pytest.mark.parametrize(
    ("file", "content", "sentence"),
    [
        ("events.csv", b"", "events.csv row 1: expected the columns event_id,"),
        ("events.csv", b"id,when\n", "events.csv row 1: expected the columns event_id,"),
        ("events.csv", "event_id\n".encode("utf-16"), "events.csv: expected a UTF-8 CSV file, came UTF-16"),
        ("holders.csv", None, "holders.csv: expected a UTF-8 CSV file, came no file; write the table"),
        ("events.csv", b"PK\x03\x04\x14\x00\xff;\n;", "expected a UTF-8 CSV file, came a workbook, as Excel"),
        (
            "layers/units.geojson",
            b"not json",
            "FeatureCollection, came what is no JSON from line 1, column 1, on",
        ),
        (
            "layers/units.geojson",
            b'{"\xe9":',
            "came the byte 0xE9 at place 3, which is no UTF-8; write the layer",
        ),
        ("layers/units.geojson", b"[" * 100_000, "expected a GeoJSON FeatureCollection"),
        ("layers/units.geojson", b"[]", "FeatureCollection, came \"'[]' without a list of features\""),
        ("layers/units.geojson", None, "expected a GeoJSON FeatureCollection, came no file"),
        ("layers/units.geojson", b'{"features": [null]}', "unit_id: expected an id, came nothing"),
        (
            "layers/units.geojson",
            b'{"features": [{"properties": {"unit_id": "W"}, "geometry": null}]}',
            "geometry: expected a GeoJSON geometry, came nothing; write the shape",
        ),
    ],
)
def test_a_broken_file_is_one_sentence(
    tmp_path: Path, file: str, content: bytes | None, sentence: str
) -> None:
    path = write_toy(tmp_path) / file
    path.unlink() if content is None else path.write_bytes(content)
    assert any(sentence in str(problem) for problem in inspect(tmp_path).problems)


@pytest.mark.parametrize(("layer", "key"), KEYS.items())
def test_a_folder_without_the_names_of_a_layer_is_told_so(layer: str, key: str) -> None:
    descriptor = json.loads((REAL_DATA / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["resources"] = [each for each in descriptor["resources"] if each["name"] != layer]
    told = "\n".join(map(str, descriptor_problems(descriptor)))
    assert f"the field {key} of {layer}" in told, f"geo/columns.csv has no row {layer},{key},string"


CHANGED_ERAS = {
    "a cell too many": (
        [("2020-09-27,", "2020-09-27,,")],
        ["row 2 (id before): expected 9 cells, came 10; write one cell a column; quote a cell"],
    ),
    "a column that lacks": (
        [("era_id,start,end,", "era_id,start,end_day,")],
        [
            "row 1: expected a column of the table, came 'end_day'; write end, or the table without",
            "row 1: end: expected this column, came none; write the column with its cells: ",
        ],
    ),
    "no header": (
        [("era_id,start,end,", "x,y,z,")],
        [
            "row 1: era_id: expected this column",
            "row 1: start: expected this column",
            "row 1: end: expected this column",
            "row 1: expected a column of the table, came 'x'; write era_id, or",
            "row 1: expected a column of the table, came 'y'",
            "row 1: expected a column of the table, came 'z'",
        ],
    ),
    "two columns changed": (
        [("name_az,name_hy,", "name_hy,name_az,")],
        ["row 1: name_az: expected this column as number 5, came 'name_hy'; write the columns in the order"],
    ),
    "a column twice": (
        [("era_id,start,end,", "era_id,start,start,")],
        [
            "row 1: start: expected each column once, came it again",
            "row 1: end: expected this column, came none",
        ],
    ),
    "semicolons": (
        [(",", ";")],
        ["row 1: expected commas between the cells, came semicolons; write the file saved as CSV"],
    ),
    "tabs": ([(",", "\t")], ["row 1: expected commas between the cells, came tabs"]),
    "a stray quotation mark": (
        [("before (en)", '"before" (en)')],
        ["row 2: expected cells of a CSV file, came a quotation mark in the midst of a cell; write the cell"],
    ),
    "a quotation mark that stays open": (
        [("before (en)", '"before (en)')],
        ["row 2: expected cells of a CSV file, came a quotation mark that nothing closes, with which"],
    ),
    "Windows letters": (
        [("before (en)", "b\udce9fore (en)"), ("before (az)", "b\udce9fore (az)")],
        ["row 2: expected a UTF-8 CSV file, came the byte 0xE9, the first of 2 that are no UTF-8; write"],
    ),
    "an empty row": (
        [("\n", "\n\n")],
        ["row 2: expected 9 cells, came an empty row; write the table without it"],
    ),
}


@pytest.mark.parametrize(("edits", "sentences"), CHANGED_ERAS.values(), ids=CHANGED_ERAS)
def test_a_fault_of_a_file_is_named_and_hides_no_bad_cell(
    tmp_path: Path, edits: list[tuple[str, str]], sentences: list[str]
) -> None:
    tables = toy_tables()
    tables["eras"][1]["name_en"] = ""
    path = write_toy(tmp_path, tables) / "eras.csv"
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, -1 if old == "," else 1)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    found = [str(problem) for problem in inspect(tmp_path).problems]
    readable = [] if "cannot be read" in " ".join(found) else ["name_en: expected text, came nothing"]
    assert len(found) == len(sentences) + len(readable)
    for part in [*(f"eras.csv {sentence}" for sentence in sentences), *readable]:
        assert any(part in problem for problem in found), found


def test_an_id_twice_names_the_first(tmp_path: Path) -> None:
    features = toy_layers()["units"]
    features[2]["properties"]["unit_id"] = features[0]["properties"]["unit_id"]
    features[1]["properties"]["unit_id"] = None
    write_layer(write_toy(tmp_path) / "layers" / "units.geojson", features)
    found = "\n".join(map(str, inspect(tmp_path).problems))
    assert "layers/units.geojson row 3 (id E): expected each id once, came that of row 1 again" in found


def test_a_crossed_shape_is_named(tmp_path: Path) -> None:
    features = toy_layers()["units"]
    ring = square(46.0, 46.1)["coordinates"][0]
    features[0]["geometry"]["coordinates"] = [[ring[0], ring[2], ring[1], ring[3], ring[0]]]
    write_layer(write_toy(tmp_path) / "layers" / "units.geojson", features)
    (problem,) = inspect(tmp_path).problems
    assert "layers/units.geojson row 1 (id E): geometry: expected a valid geometry" in str(problem)


RING = square(46.2, 46.3)["coordinates"][0]


@pytest.mark.parametrize(
    ("geometry", "sentence"),
    [
        (
            {"type": "Polygon", "coordinates": [RING[:-1]]},
            "geometry: expected ring 1 closed, its last position [46.2, 40.0] as its first, "
            "came [46.2, 40.1]; write [46.2, 40.0] at its end",
        ),
        ({"type": "MultiPolygon", "coordinates": [[RING], [RING[:-1]]]}, "expected ring 2 closed"),
        ({"type": "GeometryCollection", "geometries": [{"type": "Polygon", "coordinates": [RING[:-1]]}]},
         "expected ring 1 closed"),
        ({"type": "Polygon", "coordinates": [[*RING[:2], RING[0]]]},
         "expected at least four positions in ring 1, came 3 positions"),
        ({"type": "LineString", "coordinates": RING[:1]}, "at least two positions in line 1, came 1"),
        ({"type": "Polygon", "coordinates": RING}, "with the coordinates of a Polygon, came"),
        ({"type": "Polygon", "coordinates": [[["46", "40"]] * 4]}, "positions as [longitude, latitude]"),
        ({"type": "Point", "coordinates": [float("nan"), 40]}, "with the coordinates of a Point, came"),
        ({"type": "Point", "coordinates": [46.0, 40.0, 1, 2]}, "with the coordinates of a Point, came"),
        ({"type": ["Point"], "coordinates": [46, 40]}, "expected a GeoJSON geometry of type Point, "),
        ({"type": "Point", "coordinates": [10**400, 40]}, "with the coordinates of a Point, came"),
        ({"type": "Polygon"}, "with the coordinates of a Polygon, came nothing"),
        ({"type": "Square", "coordinates": []}, "expected a GeoJSON geometry of type Point, "),
        (None, "geometry: expected a GeoJSON geometry, came nothing; write the shape, as an object"),
        ("here", "geometry: expected a GeoJSON geometry, came 'here'"),
    ],
)  # fmt: skip
def test_a_geometry_that_rfc_7946_refuses_is_named(tmp_path: Path, geometry: object, sentence: str) -> None:
    features = toy_layers()["units"]
    features[0]["geometry"] = geometry
    write_layer(write_toy(tmp_path) / "layers" / "units.geojson", features)
    (problem,) = inspect(tmp_path).problems
    assert str(problem).startswith("layers/units.geojson row 1 (id E): geometry: expected")
    assert sentence in str(problem)


@pytest.mark.parametrize("where", ["the collection", "a feature"])
@pytest.mark.parametrize(
    ("crs", "came"),
    [
        ("urn:ogc:def:crs:EPSG::3857", "came 'urn:ogc:def:crs:EPSG::3857'"),
        ("urn:ogc:def:crs:EPSG::32638", "came 'urn:ogc:def:crs:EPSG::32638'"),
        ("", "came \"{'type': 'name', 'properties': {'name': ''}}\""),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", None),
        ("EPSG:4326", None),
    ],
)
@pytest.mark.parametrize("factor", [1, 111_000], ids=["degrees", "metres"])
def test_another_reference_system_is_told_once(
    tmp_path: Path, where: str, crs: str, came: str | None, factor: int
) -> None:
    path = write_toy(tmp_path) / "layers" / "context.geojson"
    collection = json.loads(path.read_text(encoding="utf-8"))
    lake = collection["features"][0]
    named = {"type": "name", "properties": {"name": crs}}
    (collection if where == "the collection" else lake)["crs"] = named
    (ring,) = lake["geometry"]["coordinates"]
    lake["geometry"]["coordinates"] = [[[x * factor, y * factor] for x, y in ring]]
    path.write_text(json.dumps(collection), encoding="utf-8")
    refused = "layers/context.geojson: crs: expected no other reference system than CRS84, "
    beyond = "layers/context.geojson row 1 (id lake): geometry: expected shapes in the area of the atlas"
    expected = [refused + came] if came else [beyond] if factor > 1 else []
    found = [str(problem) for problem in inspect(tmp_path).problems]
    assert len(found) == len(expected)
    assert all(problem.startswith(start) for problem, start in zip(found, expected, strict=True))


def moved(node: Any, move: Callable[[float, float], list[float]]) -> Any:
    """Coordinates at any depth with each position moved."""
    return move(*node) if isinstance(node[0], float) else [moved(inner, move) for inner in node]


@pytest.mark.parametrize(
    ("move", "came"),
    [
        (
            lambda x, y: [y, x],
            "came longitude 40 to 40.40, latitude 46 to 49.80, which looks as if latitude and longitude were "
            "swapped, in 5 of 5 features ('capital, centre, east, west, whole'); "
            "write [longitude, latitude], in this order",
        ),
        (lambda x, y: [x * 1e5, y * 1e5], "which are no degrees, in 5 of 5 features"),
        (lambda x, y: [x + 20, y], "came longitude 66 to 69.80, latitude 40 to 40.40 in 5 of 5 features"),
    ],
    ids=["swapped", "metres", "far"],
)
def test_a_layer_outside_the_area_is_told_itself_and_nothing_else(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    move: Callable[[float, float], list[float]],
    came: str,
) -> None:
    features = toy_layers()["regions"]
    for feature in features:
        feature["geometry"]["coordinates"] = moved(feature["geometry"]["coordinates"], move)
    write_layer(write_toy(tmp_path) / "layers" / "regions.geojson", features)
    assert main([str(tmp_path)]) == 1
    problem, count, unchecked = capsys.readouterr().out.splitlines()
    area = "longitude 42 to 52, latitude 36 to 43"
    assert problem.startswith(
        f"layers/regions.geojson: geometry: expected shapes in the area of the atlas, {area}, came"
    )
    assert came in problem
    assert count.startswith("1 problem ")
    assert unchecked == (
        "The rules between layers/regions.geojson and other files were not checked; run again after a mend"
    )


def test_one_shape_outside_the_area_is_named(tmp_path: Path) -> None:
    features = toy_layers()["regions"]
    features[1]["geometry"] = square(9.123456, 10.0)
    write_layer(write_toy(tmp_path) / "layers" / "regions.geojson", features)
    (problem,) = inspect(tmp_path).problems
    assert "layers/regions.geojson row 2 (id centre): geometry: expected shapes in the area" in str(problem)
    assert "came longitude 9.12 to 10, latitude 40 to 40.10; write the right positions" in str(problem)


def test_a_rule_waits_only_for_the_files_it_rests_on(tmp_path: Path) -> None:
    tables = toy_tables()
    tables["eras"][0]["start"] = "soon"
    tables["events"][0] |= {"source_ids": "three", "region_ids": "north"}
    tables["excerpts"][0]["quote"] = "word " * 61
    folder = write_toy(tmp_path, tables)
    (folder / "regions.csv").unlink()
    with pytest.raises(DataError) as caught:
        load_atlas(folder)
    files = [problem.file for problem in caught.value.problems]
    assert files == ["eras.csv", "events.csv", "excerpts.csv", "regions.csv"]
    assert str(caught.value).endswith(
        "\nThe rules between regions.csv, eras.csv and other files were not checked; run again after a mend"
    )


def test_a_folder_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 1
    assert "datapackage.json: expected a Frictionless data package descriptor" in capsys.readouterr().out


def test_loading_names_the_same_faults(tmp_path: Path) -> None:
    rows = toy_tables()["events"]
    rows[0]["date_start"] = "soon"
    with pytest.raises(DataError, match=r"1 problem in the data:\n- events\.csv row 2") as caught:
        load_atlas(write_toy(tmp_path, {"events": rows}))
    assert len(caught.value.problems) == 1


def test_the_descriptor_is_json(toy_folder: Path) -> None:
    assert (
        json.loads((toy_folder / "datapackage.json").read_text(encoding="utf-8"))["name"] == "karabakh-atlas"
    )
