"""Fifth stage: what lies around the units (districts, provinces, countries, lakes), fitted to them.

Frames are in metres of PLANE unless said otherwise, indexed by shape_id.
"""

import geopandas as gpd
import pandas as pd
import shapely

from geo.boundaries.plane import DEGREES, to_plane
from geo.boundaries.repair import fit_around, move_exclave, node, without_exclave

BOX = (43.0, 37.5, 51.0, 42.5)
SIMPLIFY_M = 400
LAKE_M = 250


def clip_to_box(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The frame in degrees cut to 43-51 E, 37.5-42.5 N, the part of the world that the map shows."""
    return frame.clip(shapely.box(*BOX), keep_geom_type=True).sort_index()


def simplify(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Natural Earth's shapes with bends under 400 m across taken out, shared borders still shared."""
    noded = node(frame)
    return noded.set_geometry(shapely.coverage_simplify(noded.geometry.to_numpy(), SIMPLIFY_M), crs=frame.crs)


def fit_azerbaijan(districts: gpd.GeoDataFrame, rest: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The other districts of Azerbaijan, fitted around the repaired ones."""
    return fit_around(districts, rest)


def fit_abroad(
    azerbaijan: gpd.GeoDataFrame, provinces: gpd.GeoDataFrame, countries: gpd.GeoDataFrame
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Azerbaijan's districts with Armenia's exclave left out; provinces and countries around them.

    The provinces win over the other countries. Both frames are returned in the order named.
    """
    mainland, exclave = _split_exclave(provinces, "am-gegharkunik")
    abroad = pd.concat([mainland, fit_around(mainland, countries)])[["geometry"]]
    moved = move_exclave(exclave)
    azerbaijan = without_exclave(moved, azerbaijan)
    around = fit_around(azerbaijan, abroad)
    around.loc["am-gegharkunik", "geometry"] = around.geometry["am-gegharkunik"].union(moved)
    return azerbaijan, around


def sea(land: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The Caspian Sea in the box: what no land covers east of 47.5 E."""
    box = to_plane(gpd.GeoDataFrame(geometry=[shapely.box(47.5, *BOX[1:])], crs=DEGREES))
    water = box.geometry.iloc[0].difference(land.union_all())
    largest = max(shapely.get_parts(water), key=lambda part: part.area)
    return gpd.GeoDataFrame(geometry=[largest], index=["caspian-sea"], crs=land.crs)


def smooth_lakes(lakes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Lakes with bends under 250 m taken out; they lie on the land and are no part of its coverage."""
    return lakes.set_geometry(lakes.simplify(LAKE_M))


def _split_exclave(provinces: gpd.GeoDataFrame, key: str) -> tuple[gpd.GeoDataFrame, shapely.Geometry]:
    parts = sorted(shapely.get_parts(provinces.geometry[key]), key=lambda part: -part.area)
    mainland = provinces.copy()
    mainland.loc[key, "geometry"] = parts[0]
    return mainland, shapely.union_all(parts[1:])
