"""Last stage: frames in degrees to data/layers: one feature a line, sorted by id, always the same bytes."""

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely


def write_layer(frame: gpd.GeoDataFrame, path: Path) -> None:
    """Write a frame indexed by its id as GeoJSON; the id comes first among the properties.

    Coordinates are written as they are (plane.to_degrees has rounded them), outer rings
    counter-clockwise (RFC 7946), null for a missing value.
    """
    lines = [_feature(str(key), row, frame) for key, row in frame.sort_index().iterrows()]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def write_json(value: dict[str, float], path: Path) -> None:
    """Write a small dictionary as one line of JSON."""
    path.write_text(_compact(value) + "\n", encoding="utf-8", newline="\n")


def _feature(key: str, row: Any, frame: gpd.GeoDataFrame) -> str:
    geometry = json.loads(shapely.to_geojson(shapely.orient_polygons(row.geometry)))
    values = {name: _plain(row[name]) for name in frame.columns if name != "geometry"}
    properties = {frame.index.name: key} | values
    return _compact({"type": "Feature", "properties": properties, "geometry": geometry})


def _plain(value: Any) -> Any:
    """A value that JSON knows: NumPy's scalars as Python's, a missing one as null."""
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return None
    return value.item() if isinstance(value, np.generic) else value


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
