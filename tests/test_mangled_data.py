"""Mangled data folders: each is either in order or ends in sentences, never in a trace."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from geo import load_atlas
from geo.articles import open_reader
from geo.check import main
from geo.descriptor import descriptor_problems
from geo.problems import DataError
from tests.toy import REAL_DATA, toy_layers, write_toy
from tests.toy_tables import toy_tables

DESCRIPTOR = json.loads((REAL_DATA / "datapackage.json").read_text(encoding="utf-8"))
GONE = object()
VALUES = (GONE, None, [], {}, "", "x", "(", "../events.csv", 5, -1, True, ["x"], {"a": 1})
DEEP = "[" * 100_000
DEEP_GEOMETRIES = [
    '{"type":"Polygon","coordinates":' + "[" * 900 + "]" * 900 + "}",
    '{"type":"GeometryCollection","geometries":[' * 400 + "]}" * 400,
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The toy world as a data folder to mangle."""
    return write_toy(tmp_path)


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "5", '"x"', '{"resources":null}', '{"resources":[]}', DEEP],
    ids=lambda text: text[:20],
)
def test_what_is_no_descriptor_is_said(folder: Path, text: str) -> None:
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"datapackage.json.*: expected a"):
        load_atlas(folder)


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("first_day", GONE, "came \"'first_day' is a required property\""),
        ("last_day", "tomorrow", "(id last_day): expected a day, as 1988-01-01, came 'tomorrow'"),
        ("last_day", "1980-01-01", "(id last_day): expected a day from 1988-01-01, came '1980-01-01'"),
        ("avoided_words 0", "(", "(id avoided_words/0): expected a regular expression, came '('"),
        ("resources 0 schema", GONE, "expected a table with description and schema"),
        ("resources 0 path", "../regions.csv", "expected a path inside the folder, came '../regions.csv'"),
        ("resources 0 name", "places", "(id places): expected each resource once, came it again"),
        ("resources 0 schema fields 0 type", "text", "expected string, date, boolean, integer or number"),
        ("resources 0 schema fields 0 name", GONE, "expected a field with name, type and description"),
        ("resources 0 schema fields 1", GONE, "(id regions.kind): expected a column of type string, came"),
        ("resources 0 schema fields 1 name", "region_id", "(id regions.region_id): expected each column"),
        ("resources 0 schema fields 1 type", "date", "expected a column of type string, came 'date'"),
        (
            "resources 0 schema fields 7 list",
            GONE,
            'the field unit_ids of regions with type string, and "list"',
        ),
        ("resources 0 schema fields 1 constraints minimum", 3, "no minimum or maximum where the type"),
        ("resources 0 path", None, "(id resources/0/path): expected a path inside the folder, came nothing"),
        ("resources 0 schema", {}, "came \"'fields' is a required property\""),
        ("resources 0 schema primaryKey", "name", "expected a key of columns of regions, came 'name'"),
    ],
)
def test_what_is_wrong_with_a_descriptor_is_said(place: str, value: object, said: str) -> None:
    keys = [int(key) if key.isdigit() else key for key in place.split()]
    problems = descriptor_problems(changed(DESCRIPTOR, keys, value))
    assert said in "\n".join(map(str, problems))


@pytest.mark.parametrize("reference", ["nowhere.source_id", "sources.nothing", "x", "layers.lines"])
def test_a_reference_to_nothing_is_said(reference: str) -> None:
    descriptor = copy.deepcopy(DESCRIPTOR)
    listed = [
        field
        for resource in descriptor["resources"]
        for field in resource.get("schema", {}).get("fields", [])
        if field.get("list")
    ]
    listed[0]["list"] = reference
    (problem,) = descriptor_problems(descriptor)
    assert f"expected a reference to a column that is there, came '{reference}'" in str(problem)


def test_any_part_of_a_descriptor_may_be_anything() -> None:
    """Two other values in every place of a short descriptor: problems or none, no trace."""
    short = DESCRIPTOR | {"resources": DESCRIPTOR["resources"][:1]}
    places = [place for place in places_in(short) if place]
    assert len(places) > 100
    for number, place in enumerate(places):
        for value in (VALUES[number % len(VALUES)], VALUES[(number * 5 + 3) % len(VALUES)]):
            descriptor_problems(changed(short, place, value))


def test_the_descriptor_may_have_a_byte_order_mark_and_more_columns(folder: Path) -> None:
    path = folder / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert len(load_atlas(folder).periods)
    more = copy.deepcopy(DESCRIPTOR)
    more["resources"][0]["schema"]["fields"].append({"name": "more", "type": "date", "description": "More"})
    assert descriptor_problems(more) == []


@pytest.mark.parametrize("name", ["datapackage.json", "events.csv", "layers/units.geojson"])
def test_a_file_that_is_not_there_is_named_without_its_folder(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(DataError) as caught:
        load_atlas(folder)
    assert f"{name}: expected a" in str(caught.value) and "came no file; write" in str(caught.value)
    assert str(folder) not in str(caught.value)


def test_the_reader_of_articles_takes_tables_with_a_byte_order_mark_too(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert len(load_atlas(folder).events) == len(open_reader(folder).events)


def test_a_layer_may_have_a_byte_order_mark(folder: Path) -> None:
    for path in (folder / "layers").glob("*.geojson"):
        path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert len(load_atlas(folder).units)


@pytest.mark.parametrize(
    "text",
    [
        "", "null", "[]", '{"features":null}', '{"features":{}}', '{"features":"abc"}', '{"features":[]}',
        '{"features":[null,5,"a",[]]}', DEEP, '{"features":' + DEEP,
    ],
    ids=lambda text: text[:24],
)  # fmt: skip
def test_what_is_no_layer_is_said(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name in toy_layers():
        (folder / "layers" / f"{name}.geojson").write_text(text, encoding="utf-8")
    assert main([str(folder)]) == 1
    said = capsys.readouterr().out
    assert all(f"{name}." in said for name in toy_layers())


@pytest.mark.parametrize("name", toy_layers())
def test_a_layer_without_features_is_said(folder: Path, name: str) -> None:
    (folder / "layers" / f"{name}.geojson").write_text('{"features":[]}', encoding="utf-8")
    with pytest.raises(DataError, match=rf"expected a (feature|row|unit) of (layers/)?{name}."):
        load_atlas(folder)


@pytest.mark.parametrize("geometry", DEEP_GEOMETRIES, ids=["coordinates", "collections"])
def test_a_geometry_nested_too_deeply_is_said(folder: Path, geometry: str) -> None:
    path = folder / "layers" / "units.geojson"
    collection = json.loads(path.read_text(encoding="utf-8"))
    collection["features"][0]["geometry"] = "DEEP"
    path.write_text(json.dumps(collection).replace('"DEEP"', geometry), encoding="utf-8")
    with pytest.raises(DataError, match=r"units.geojson row 1 \(id .\): geometry: expected a"):
        load_atlas(folder)


@pytest.mark.parametrize("table", toy_tables())
def test_a_table_without_rows_is_said_or_empty(folder: Path, table: str) -> None:
    path = folder / f"{table}.csv"
    columns = path.read_text(encoding="utf-8").splitlines()[0]
    path.write_text(columns + "\n", encoding="utf-8")
    with suppress(DataError):
        atlas = load_atlas(folder)
        day = atlas.on(atlas.first)
        assert list(day.events.columns) == list(atlas.events.columns)
        assert day.region("west").events.empty


def test_tables_without_a_file_or_a_column_are_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    last = {}
    for path in folder.glob("*.csv"):
        columns, _, last[path.name] = path.read_text(encoding="utf-8").splitlines()[0].rpartition(",")
        path.write_text(columns + "\n", encoding="utf-8")
    assert main([str(folder)]) == 1
    said = capsys.readouterr().out
    assert last.keys() == {f"{table}.csv" for table in toy_tables()} | {"settlements.csv"}
    assert all(
        f"{file} row 1: {column}: expected this column, came none" in said for file, column in last.items()
    )
    for path in folder.glob("*.csv"):
        path.unlink()
    assert main([str(folder)]) == 1
    said = capsys.readouterr().out
    assert all(f"{table}.csv: expected a UTF-8 CSV file" in said for table in toy_tables())


def changed(node: Any, place: list[Any], value: object) -> Any:
    """A copy with another value in a place, or without what stood there."""
    copied = copy.deepcopy(node)
    inner = copied
    for key in place[:-1]:
        inner = inner[key]
    if value is GONE:
        del inner[place[-1]]
    else:
        inner[place[-1]] = value
    return copied


def places_in(node: Any, place: tuple[Any, ...] = ()) -> Iterator[list[Any]]:
    """Every place in nested lists and dictionaries, as the keys that lead there."""
    yield list(place)
    if isinstance(node, dict | list):
        for key in node if isinstance(node, dict) else range(len(node)):
            yield from places_in(node[key], (*place, key))
