"""A toy world: three squares in a row, two sides, four dates. The tests of rules run on it.

    46.0   46.1   46.2   46.3
40.1  +------+------+------+
      |  W   |  M   |  E   |        regions: west = W · centre = M · east = E
40.0  +------+------+------+                 whole = W M E · capital = a point far away

W   Soviet to 2 September 1991, Azerbaijani to 3 April 1993, Armenian to 25 November 2020, then
        Azerbaijani
M   Soviet to 2 September 1991, contested to 9 May 1992, Armenian (from 2016 partly contested) since
E   Soviet to 30 August 1991, Azerbaijani since
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geo.layers import KEYS
from tests.toy_tables import Row, toy_tables

REAL_DATA = Path(__file__).parents[1] / "data"


def write_toy(folder: Path, tables: Mapping[str, list[Row]] | None = None) -> Path:
    """Writes the toy world (or changed tables of it) as a data folder that `load_atlas` reads."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(REAL_DATA / "datapackage.json", folder)
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    rows = toy_tables() | dict(tables or {})
    for resource in descriptor["resources"]:
        if resource["type"] == "table":
            columns = [field["name"] for field in resource["schema"]["fields"]]
            _write_csv(folder / resource["path"], columns, rows.get(resource["name"], []))
    layers = folder / "layers"
    layers.mkdir(exist_ok=True)
    drawn = toy_layers()
    assert drawn.keys() == KEYS.keys(), "write into toy_layers and toy_tables what KEYS of geo/layers.py has"
    for name, features in drawn.items():
        write_layer(layers / f"{name}.geojson", features)
    shutil.copy(REAL_DATA / "layers" / "relief.jpg", layers)
    shutil.copy(REAL_DATA / "layers" / "relief.json", layers)
    return folder


def write_layer(path: Path, features: list[dict[str, Any]]) -> None:
    """Writes features as a FeatureCollection."""
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")


def toy_layers() -> dict[str, list[dict[str, Any]]]:
    """The features of every layer."""
    squares = {"W": (46.0, 46.1), "M": (46.1, 46.2), "E": (46.2, 46.3)}
    districts = {"W": "west", "M": "centre", "E": "east"}
    flags = {
        "in_nkao": False,
        "held_1994_2020": False,
        "rpk_zone_2020_23": False,
        "corridor_2020_22": False,
        "aghdara_2023": False,
    }
    units = [
        _feature(
            {"unit_id": unit, "region_id": districts[unit], "km2": 94.0} | flags,
            square(*squares[unit]),
        )
        for unit in sorted(squares)
    ]
    regions = [
        _feature({"region_id": "capital", "km2": None}, {"type": "Point", "coordinates": [49.8, 40.4]}),
        _feature({"region_id": "centre", "km2": 94.0}, square(46.1, 46.2)),
        _feature({"region_id": "east", "km2": 94.0}, square(46.2, 46.3)),
        _feature({"region_id": "west", "km2": 94.0}, square(46.0, 46.1)),
        _feature({"region_id": "whole", "km2": 282.0}, square(46.0, 46.3)),
    ]
    line = {"type": "LineString", "coordinates": [[46.2, 40.0], [46.2, 40.1]]}
    lake = _feature({"context_id": "lake", "kind": "lake", "region_id": None}, square(45.5, 45.6))
    return {
        "units": units,
        "regions": regions,
        "lines": [_feature({"line_id": "front"}, line)],
        "context": [lake],
    }


def square(west: float, east: float, south: float = 40.0, north: float = 40.1) -> dict[str, Any]:
    """A GeoJSON rectangle."""
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def _feature(properties: dict[str, Any], geometry: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _write_csv(path: Path, columns: list[str], rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
