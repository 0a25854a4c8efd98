"""Reads the layers of a data folder: shapes by id, in degrees WGS84.

Layers hold geometry only; names and dates stand in the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
# West, south, east, north in degrees.
Box = tuple[float, float, float, float]
_WORLD: Box = (-180, -90, 180, 90)
_AGAIN = "the layer again: python -m geo.boundaries"


def area_of(descriptor: dict[str, Any]) -> Box:
    """The box in degrees where places.csv may have points; a side without a bound is that of the world."""
    tables = {resource["name"]: resource for resource in descriptor["resources"]}
    fields = {field["name"]: field for field in tables["places"]["schema"]["fields"]}
    rules = {name: fields[name].get("constraints", {}) for name in ("longitude", "latitude")}
    lowest = (rules[name].get("minimum", low) for name, low in (("longitude", -180), ("latitude", -90)))
    highest = (rules[name].get("maximum", high) for name, high in (("longitude", 180), ("latitude", 90)))
    return (*lowest, *highest)


def inspect_layers(folder: Path, area: Box) -> tuple[dict[str, gpd.GeoDataFrame], list[Problem]]:
    """The layers in order by name, indexed by their ids (EPSG:4326), and the problems of all others.

    `area` is the box in degrees that the atlas covers; a shape that leaves it is a problem.
    """
    layers: dict[str, gpd.GeoDataFrame] = {}
    problems: list[Problem] = []
    for name, key in KEYS.items():
        layer, found = _read_layer(Path(folder) / "layers" / f"{name}.geojson", key, area)
        problems += found
        if layer is not None and not found:
            layers[name] = layer
    return layers, problems


def _read_layer(path: Path, key: str, area: Box) -> tuple[gpd.GeoDataFrame | None, list[Problem]]:
    file = f"layers/{path.name}"
    try:
        collection = read_json(path)
        features = collection.get("features") if isinstance(collection, dict) else None
        if not isinstance(features, list):
            raise ValueError(f"{shown(collection, limit=40)} without a list of features")
    except (OSError, ValueError) as error:
        return None, [Problem(file, 0, "", "", "a GeoJSON FeatureCollection", shown_error(error), _AGAIN)]
    problems, good = [], []
    for number, feature in enumerate(features, 1):
        fault = _fault(feature, key)
        if fault:
            record = str(_properties(feature).get(key, ""))
            problems.append(Problem(file, number, record, *fault))
        else:
            good.append((number, feature))
    crs = next(filter(None, map(other_crs, [collection, *features])), None)
    if crs:
        write = "the layer in longitude and latitude WGS84 without this member"
        problems.append(Problem(file, 0, "", "crs", "no other reference system than CRS84", crs, write))
    else:
        problems += _misplaced(file, good, key, area)
    problems += _repeats(file, [(number, feature["properties"][key]) for number, feature in good])
    return _frame([feature for _, feature in good], key), problems


def _misplaced(
    file: str, features: list[tuple[int, dict[str, Any]]], key: str, area: Box
) -> Iterator[Problem]:
    """The features that leave the area: one problem each, or one of the layer where several do alike."""
    groups: dict[tuple[str, str], list[tuple[int, str, Box]]] = {}
    for number, feature in features:
        box = shape(feature["geometry"]).bounds
        if not _lies_in(box, area):
            groups.setdefault(_look(box, area), []).append((number, feature["properties"][key], box))
    for (look, write), group in groups.items():
        numbers, records, boxes = zip(*group, strict=True)
        alone = len(group) == 1
        west, south, east, north = zip(*boxes, strict=True)
        came = _degrees((min(west), min(south), max(east), max(north))) + look
        if not alone:
            came += f" in {len(group)} of {len(features)} features ({shown(', '.join(records))})"
        row, record = (numbers[0], records[0]) if alone else (0, "")
        expected = f"shapes in the area of the atlas, {_degrees(area)}"
        yield Problem(file, row, record, "geometry", expected, came, write)


def _look(box: Box, area: Box) -> tuple[str, str]:
    """What a box outside the area looks like, and what to write."""
    west, south, east, north = box
    if _lies_in((south, west, north, east), area):
        return (
            ", which looks as if latitude and longitude were swapped,",
            "[longitude, latitude], in this order",
        )
    if not _lies_in(box, _WORLD):
        return ", which are no degrees,", "longitude and latitude in degrees WGS84"
    return "", "the right positions, or leave the shape out"


def _lies_in(box: Box, area: Box) -> bool:
    return area[0] <= box[0] and area[1] <= box[1] and box[2] <= area[2] and box[3] <= area[3]


def _degrees(box: Box) -> str:
    """The box as a message shows it, to a hundredth of a degree."""
    west, south, east, north = (f"{side:.2f}".removesuffix(".00") for side in box)
    return f"longitude {west} to {east}, latitude {south} to {north}"


def _fault(feature: object, key: str) -> tuple[str, str, str, str] | None:
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
    return None


def _properties(feature: object) -> dict[str, object]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    return properties if isinstance(properties, dict) else {}


def _repeats(file: str, ids: list[tuple[int, str]]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for number, record in ids:
        if record in first:
            came = f"that of row {first[record]} again"
            yield Problem(file, number, record, "", "each id once", came, "another id, or one feature")
        first.setdefault(record, number)


def _frame(features: list[dict[str, object]], key: str) -> gpd.GeoDataFrame:
    if features:
        frame = gpd.GeoDataFrame.from_features(features, crs=CRS)
    else:
        frame = gpd.GeoDataFrame({key: pd.Series(dtype=object)}, geometry=[], crs=CRS)
    return frame.set_index(key, drop=False).rename_axis(None)
