"""A toy world in metres: unit squares of a kilometre, named by their column and row.

A1 B1 C1
A0 B0 C0
"""

import geopandas as gpd
import shapely

from geo.boundaries.plane import PLANE

KM = 1000


def square(column: float, row: float, width: float = 1, height: float = 1) -> shapely.Polygon:
    """A box whose lower left corner is at column, row; all in kilometres."""
    return shapely.box(column * KM, row * KM, (column + width) * KM, (row + height) * KM)


def frame(**shapes: shapely.Geometry) -> gpd.GeoDataFrame:
    """A frame of named shapes in the plane."""
    return gpd.GeoDataFrame(geometry=list(shapes.values()), index=list(shapes), crs=PLANE)


def line(*points: tuple[float, float]) -> shapely.LineString:
    """A line through points in kilometres."""
    return shapely.LineString([(x * KM, y * KM) for x, y in points])


def areas(shapes: gpd.GeoDataFrame) -> dict[str, float]:
    """Square kilometres by name, to a hundredth."""
    return {key: round(shape.area / KM**2, 2) for key, shape in shapes.geometry.items()}
