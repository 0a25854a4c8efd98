"""The plane in which shapes are repaired, cut and measured; used by every stage between read and write."""

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

PLANE = "+proj=laea +lat_0=39.75 +lon_0=46.75 +datum=WGS84 +units=m"
DEGREES = "EPSG:4326"
DECIMALS = 4


def to_plane(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The frame in metres of an equal-area projection, coordinates rounded to the millimetre.

    The rounding hides the last digits in which the mathematics libraries of two machines may differ.
    """
    flat = frame.to_crs(PLANE)
    # rounding, and some sources, leave rings that touch or cross themselves
    shapes = shapely.make_valid(
        _rounded(flat.geometry.to_numpy(), 3), method="structure", keep_collapsed=False
    )
    return flat.set_geometry(shapes, crs=PLANE)


def to_degrees(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The frame in degrees WGS84 with 4 decimals (about 10 m), every shape in its normal form.

    Vertices that two shapes share stay shared, since equal numbers round equally.
    """
    round_ = frame.to_crs(DEGREES)
    shapes = shapely.normalize(_rounded(round_.geometry.to_numpy(), DECIMALS))
    return round_.set_geometry(shapes, crs=DEGREES)


def km2(shape: BaseGeometry) -> float:
    """Square kilometres of a shape given in metres of PLANE, which keeps areas."""
    return float(shape.area) / 1e6


def _rounded(shapes: np.ndarray, decimals: int) -> np.ndarray:
    """Coordinates rounded; repeated vertices, which rounding makes, removed."""
    # adding zero turns -0.0 into 0.0, so that both are written alike
    rounded = shapely.transform(shapes, lambda xy: np.round(xy, decimals) + 0.0)
    return np.asarray(shapely.remove_repeated_points(rounded))
