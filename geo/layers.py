"""Reads the layers of a data folder: shapes by id, in degrees WGS84.

Layers hold geometry only; names and dates stand in the tables.
"""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import shape

from geo.geometries import geometry_fault, other_crs
from geo.json_files import read_json
from geo.problems import Problem, shown, shown_error

CRS = "EPSG:4326"
# Every layer and the column with the ids of its features; a table of the same name has their names.
KEYS = {"units": "unit_id", "regions": "region_id", "lines": "line_id", "context": "context_id"}
_AGAIN = "the layer again: python -m geo.boundaries"


def inspect_layers(folder: Path) -> tuple[dict[str, gpd.GeoDataFrame], list[Problem]]:
    """Every readable layer by name, indexed by its id (EPSG:4326), and what is wrong with them."""
    layers: dict[str, gpd.GeoDataFrame] = {}
    problems: list[Problem] = []
    for name, key in KEYS.items():
        layer, found = _read_layer(Path(folder) / "layers" / f"{name}.geojson", key)
        problems += found
        if layer is not None:
            layers[name] = layer
    return layers, problems


def _read_layer(path: Path, key: str) -> tuple[gpd.GeoDataFrame | None, list[Problem]]:
    file = f"layers/{path.name}"
    try:
        collection = read_json(path)
        features = collection["features"]
        if not isinstance(features, list):
            raise TypeError(f"features that are no list: {shown(features)}")
    except (OSError, ValueError, KeyError, TypeError) as error:
        return None, [Problem(file, 0, "", "", "a GeoJSON FeatureCollection", shown_error(error), _AGAIN)]
    problems, good = [], []
    crs = next(filter(None, map(other_crs, [collection, *features])), None)
    if crs:
        write = "the layer in longitude and latitude WGS84 without this member"
        problems.append(Problem(file, 0, "", "crs", "no other reference system than CRS84", crs, write))
    for number, feature in enumerate(features, 1):
        fault = _fault(feature, key, in_degrees=not crs)
        if fault:
            record = str(_properties(feature).get(key, ""))
            problems.append(Problem(file, number, record, *fault))
        else:
            good.append(feature)
    problems += _repeats(file, [feature["properties"][key] for feature in good])
    return _frame(good, key), problems


def _fault(feature: object, key: str, *, in_degrees: bool) -> tuple[str, str, str, str] | None:
    """The column, what was expected, what came and what to write, or None for a good feature."""
    properties = _properties(feature)
    if not isinstance(properties.get(key), str):
        return key, "an id", shown(properties.get(key)), f"the feature's {key}"
    given = feature.get("geometry") if isinstance(feature, dict) else None
    try:
        fault = geometry_fault(given)
        if fault:
            return "geometry", *fault
        geometry = shape(given)
    except RecursionError:
        return "geometry", "a GeoJSON geometry", "one nested too deeply", "the geometry"
    except (KeyError, TypeError, ValueError, AttributeError, shapely.errors.ShapelyError) as error:
        return "geometry", "a GeoJSON geometry", shown(error), "the geometry"
    if geometry.is_empty or not geometry.is_valid:
        came = shown(shapely.is_valid_reason(geometry) if not geometry.is_empty else "an empty one")
        return "geometry", "a valid geometry", came, _AGAIN
    west, south, east, north = geometry.bounds
    if in_degrees and (west < -180 or east > 180 or south < -90 or north > 90):
        return (
            "geometry",
            "degrees WGS84",
            shown(geometry.bounds),
            "longitude, latitude in EPSG:4326",
        )
    return None


def _properties(feature: object) -> dict[str, object]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    return properties if isinstance(properties, dict) else {}


def _repeats(file: str, ids: list[str]) -> list[Problem]:
    return [
        Problem(file, number, record, "", "each id once", "it again", "another id, or one feature")
        for number, record in enumerate(ids, 1)
        if record in ids[: number - 1]
    ]


def _frame(features: list[dict[str, object]], key: str) -> gpd.GeoDataFrame:
    if features:
        frame = gpd.GeoDataFrame.from_features(features, crs=CRS)
    else:
        frame = gpd.GeoDataFrame({key: pd.Series(dtype=object)}, geometry=[], crs=CRS)
    return frame.set_index(key, drop=False).rename_axis(None)
