"""Atlas -> the shapes of the map as plain JSON values: the same file for every language.

Coordinates are degrees (EPSG:4326), rounded to about ten metres; features carry ids and no names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import geopandas as gpd
import shapely

if TYPE_CHECKING:
    from geo.atlas import Atlas

Json = dict[str, Any]

DECIMALS = 4

# west, south, east, north of the part where neighbours are named; no country's name stands on a unit
_FRAME = (45.35, 38.75, 47.95, 40.8)
_UNIT_MARGIN_DEGREES = 0.08


def shapes(atlas: Atlas) -> Json:
    """GeoJSON FeatureCollections of units, outlines of regions, lines and context; features have ids."""
    areas = atlas.regions[atlas.regions.geom_type.isin(["Polygon", "MultiPolygon"])]
    return {
        "units": _collection(atlas.units.sort_index()),
        "outlines": _collection(areas),
        "lines": _collection(atlas.lines),
        "context": _collection(atlas.context),
    }


def inner_point(shape: shapely.Geometry) -> list[float]:
    """Latitude and longitude of a point inside the shape."""
    inside = shape.representative_point()
    return [round(inside.y, DECIMALS), round(inside.x, DECIMALS)]


def name_points(context: gpd.GeoDataFrame, units: gpd.GeoDataFrame) -> dict[str, list[float]]:
    """For each shape of the context, where it leaves most room for its name outside the units."""
    elsewhere = shapely.box(*_FRAME).difference(units.geometry.union_all().buffer(_UNIT_MARGIN_DEGREES))
    return {str(key): _roomiest(row.geometry, elsewhere) for key, row in context.iterrows()}


def _roomiest(shape: shapely.Geometry, where: shapely.Geometry) -> list[float]:
    seen = shapely.intersection(shape, where)
    ray = shapely.maximum_inscribed_circle(shape if seen.is_empty else seen)
    lon, lat = ray.coords[0]
    return [round(lat, DECIMALS), round(lon, DECIMALS)]


def _collection(table: gpd.GeoDataFrame) -> Json:
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "id": key, "properties": {}, "geometry": _rounded(shape)}
            for key, shape in table.geometry.items()
        ],
    }


def _rounded(shape: shapely.Geometry) -> Json:
    geometry = shapely.transform(shape, lambda corners: corners.round(DECIMALS))
    return dict(shapely.geometry.mapping(geometry))
