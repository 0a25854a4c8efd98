"""Sixth stage: the lines of the map, cut from the edges of the finished units so that both coincide.

Shapes are in degrees WGS84 as published: two units share a border where they share vertices.
"""

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.boundaries.plane import DEGREES

ROADS = ("lachin_road_2020", "lachin_road_2022")


def draw_lines(
    units: gpd.GeoDataFrame, districts: gpd.GeoDataFrame, typed: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """The five lines indexed by line_id. Columns: geometry.

    units has the flags of units.csv; districts are Azerbaijan's others; typed holds the roads.
    """
    shapes = {
        "nkao_1923_1991": _merged(_union(units[units.in_nkao]).boundary),
        "line_of_contact_1994_2020": _line_of_contact(units, districts),
        "line_2020": _line_2020(units),
    } | {road: typed.geometry[road] for road in ROADS}
    frame = gpd.GeoDataFrame(geometry=list(shapes.values()), index=list(shapes), crs=DEGREES)
    return frame.rename_axis("line_id").sort_index()


def border(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """The lines along which two shapes of one coverage meet, points left out."""
    shared = shapely.get_parts(one.boundary.intersection(other.boundary))
    return _merged(shapely.union_all([part for part in shared if part.length > 0]))


def _line_of_contact(units: gpd.GeoDataFrame, districts: gpd.GeoDataFrame) -> BaseGeometry:
    """Between what Armenian forces held from 1994 to 2020 and the rest of Azerbaijan."""
    held = _union(units[units.held_1994_2020])
    rest = pd.concat([units.loc[~units.held_1994_2020, ["geometry"]], districts[["geometry"]]])
    return border(held, _union(rest))


def _line_2020(units: gpd.GeoDataFrame) -> BaseGeometry:
    """Between the peacekeepers' zone and what of the former oblast Azerbaijan took by 10 November 2020."""
    zone = _union(units[units.rpk_zone_2020_23])
    not_in_zone = _union(units[units.in_nkao & units.held_1994_2020 & ~units.rpk_zone_2020_23])
    return border(zone, not_in_zone)


def _union(frame: gpd.GeoDataFrame) -> BaseGeometry:
    return shapely.coverage_union_all(frame.geometry.to_numpy())


def _merged(lines: BaseGeometry) -> BaseGeometry:
    return shapely.normalize(shapely.line_merge(lines))
