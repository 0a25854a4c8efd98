"""Keys of a source become our ids; what is missing is named."""

import json
import sqlite3
import tarfile
import zipfile
from pathlib import Path

import pandas as pd
import pytest
import shapely
from shapely.geometry import mapping

from geo.boundaries.read import ReadError, read_districts, read_provinces, read_table

SHAPES = pd.DataFrame(
    [
        ("districts", "54616110A", "Town City", "town"),
        ("districts", "54616110B", "Town District", "town"),
        ("provinces", "ARM-1", "One", "am-one"),
    ],
    columns=["source_id", "key", "name_in_source", "shape_id"],
)


def _wheel(folder: Path, rows: dict[str, shapely.Polygon]) -> Path:
    with sqlite3.connect(folder / "data.db") as database:
        database.execute("CREATE TABLE location_data (shape_id TEXT, coordinates BLOB)")
        packed = [(key, shapely.to_wkb(shape)) for key, shape in rows.items()]
        database.executemany("INSERT INTO location_data VALUES (?, ?)", packed)
    database.close()
    with zipfile.ZipFile(folder / "toy.whl", "w") as wheel:
        wheel.write(folder / "data.db", "data.db")
    return folder / "toy.whl"


def test_parts_of_one_district_are_joined(tmp_path: Path) -> None:
    boxes = {"54616110A": shapely.box(46, 39, 47, 40), "54616110B": shapely.box(47, 39, 48, 40)}
    districts = read_districts(_wheel(tmp_path, boxes), "data.db", SHAPES)
    assert list(districts.index) == ["town"]
    assert districts.geometry["town"].equals(shapely.box(46, 39, 48, 40))


def test_a_missing_shape_is_named(tmp_path: Path) -> None:
    wheel = _wheel(tmp_path, {"54616110A": shapely.box(46, 39, 47, 40)})
    with pytest.raises(ReadError, match=r"districts has no shape for town \(keys 54616110B\)"):
        read_districts(wheel, "data.db", SHAPES)


def test_provinces_are_found_by_code(tmp_path: Path) -> None:
    features = [
        {"properties": {"adm1_code": code}, "geometry": mapping(shapely.box(x, 40, x + 1, 41))}
        for x, code in ((44, "ARM-1"), (45, "ARM-2"))
    ]
    (tmp_path / "build.json").write_text(json.dumps({"features": features}))
    with tarfile.open(tmp_path / "toy.tgz", "w:gz") as package:
        package.add(tmp_path / "build.json", "package/build.json")
    provinces = read_provinces(tmp_path / "toy.tgz", "package/build.json", SHAPES)
    assert provinces.geometry["am-one"].equals(shapely.box(44, 40, 45, 41))


def test_empty_cells_are_empty_text(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a,b\nNA,\n")
    assert read_table(tmp_path / "t.csv").iloc[0].tolist() == ["NA", ""]
