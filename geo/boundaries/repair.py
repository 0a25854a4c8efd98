"""Third stage: a small function for each defect of a source: what is wrong, how we know, tolerance.

Frames are in metres of PLANE, indexed by shape_id, and sorted; a coverage is a frame whose shapes
neither overlap nor leave a gap and meet vertex on vertex.
"""

from collections.abc import Iterable
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

GAP_M = 1500
SNAP_M = 30
CRUMB_M2 = 1.5e6


class RepairError(Exception):
    """A shape is lost by a repair."""


def close_overlaps_and_gaps(districts: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Districts as a coverage.

    Wrong: the source has 32 km2 of overlaps and 44 gaps, 34 km2 in all, between its districts.
    Known from: its own shapes laid over each other. Tolerance: gaps up to 1,500 m wide are closed,
    vertices up to 30 m apart joined; wider holes go to the neighbour with the longest shared border.
    """
    cleaned = _clean(districts, gap_m=GAP_M, snap_m=SNAP_M)
    return give(holes(cleaned), cleaned)


def apply_patches(districts: gpd.GeoDataFrame, patches: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Districts with our patches applied: places that the source shows in a wrong district.

    Wrong: Khankendi 4 km off, and four groups of villages outside their district. Known from: the
    places' coordinates (patches.geojson says why for each). Tolerance: 1 km, the typing of a patch.
    """
    for patch in patches.itertuples():
        districts = _apply_patch(districts, patch)
    return give_crumbs(_clean(districts, gap_m=100, snap_m=5), CRUMB_M2)


def without_exclave(inner: BaseGeometry, districts: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Districts without the exclave `inner` of another country that lies among them.

    Wrong: the source draws Gadabay over Artsvashen (Bashkend), an exclave of Armenia's Gegharkunik.
    Known from: Natural Earth's 10m provinces. Tolerance: as move_exclave.
    """
    return _without(districts, inner)


def move_exclave(inner: BaseGeometry) -> BaseGeometry:
    """The exclave 1,400 m east and 1,640 m north of where Natural Earth's 10m has it.

    Wrong: Natural Earth shifts Azerbaijan and what lies in it. Known from: fitting its districts to
    the first package's (fitted for the reference), and the village's point. Tolerance: 500 m.
    """
    return shapely.transform(inner, lambda xy: xy + np.array([1400, 1640]))


def give_crumbs(coverage: gpd.GeoDataFrame, largest_m2: float) -> gpd.GeoDataFrame:
    """The coverage with detached parts smaller than `largest_m2` given to their longest border.

    Wrong: cleaning leaves slivers of a district on the far side of its neighbour. Known from: their
    size. The largest part of a shape always stays.
    """
    remaining, crumbs = {}, []
    for key, shape in coverage.geometry.items():
        parts = sorted(shapely.get_parts(shape), key=lambda part: -part.area)
        small = [part for part in parts[1:] if part.area < largest_m2]
        crumbs += small
        remaining[key] = shapely.union_all([part for part in parts if part not in small])
    return give(crumbs, _with_shapes(coverage, remaining))


def holes(coverage: gpd.GeoDataFrame) -> list[BaseGeometry]:
    """What the union of the shapes encloses without covering it."""
    whole = shapely.get_parts(coverage.union_all())
    rings = [ring for part in whole for ring in part.interiors]
    return [shapely.normalize(shapely.Polygon(ring)) for ring in rings]


def give(pieces: Iterable[BaseGeometry], coverage: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The coverage with each piece joined to the shape with which it shares the longest border.

    A piece that touches no shape is dropped.
    """
    shapes = dict(coverage.geometry.items())
    for piece in pieces:
        shared = {key: piece.boundary.intersection(s.boundary).length for key, s in shapes.items()}
        best = max(sorted(shared), key=lambda key: shared[key])
        if shared[best] > 0:
            shapes[best] = _areas(shapes[best].union(piece))
    return _with_shapes(coverage, shapes)


def fit_around(fixed: gpd.GeoDataFrame, others: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """`others` cut where they overlap `fixed` and stretched where they leave a gap; `fixed` wins.

    Wrong: shapes of two sources meet with overlaps and gaps up to 3.5 km. Known from: laying them
    over each other. A gap, enclosed or open to the sea, goes to the nearest of `others` adjacent to it.
    """
    cut = _without(others, fixed.union_all())
    lost = ", ".join(cut.index[cut.is_empty])
    if lost:
        raise RepairError(f"{lost}: wholly inside shapes that win; take the row out of shapes.csv")
    cleaned = give_crumbs(_clean(cut, gap_m=GAP_M, snap_m=SNAP_M), CRUMB_M2)
    cleaned = _without(cleaned, fixed.union_all())
    both = gpd.GeoDataFrame(pd.concat([fixed[["geometry"]], cleaned[["geometry"]]]))
    gaps = [*holes(both), *_inlets(fixed, cleaned)]
    return give([part for gap in gaps for part in share(gap, cleaned)], cleaned)


def share(gap: BaseGeometry, coverage: gpd.GeoDataFrame) -> list[BaseGeometry]:
    """The gap in parts, each nearest to one of the shapes adjacent to it (bends finer than 250 m ignored)."""
    shared = shapely.intersection(coverage.boundary.to_numpy(), gap.boundary)
    adjacent = [line for line in shared if line.length > 0]
    if len(adjacent) < 2:
        return [gap]
    dots = [_dots(line) for line in adjacent]
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.union_all(dots), extend_to=gap))
    parts, left = [], gap
    for dot in dots:
        # on a grid of 1 cm, since neighbouring cells of the diagram do not match to the last digit
        area = shapely.union_all(cells[shapely.intersects(cells, dot)], grid_size=0.01)
        parts.append(_areas(left.intersection(area)))
        left = left.difference(area)
    return [piece for part in [*parts, _areas(left)] for piece in shapely.get_parts(part)]


def node(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The frame with every vertex of a border in both shapes that share it (within 2 m)."""
    return _clean(frame, gap_m=0, snap_m=2)


def _clean(frame: gpd.GeoDataFrame, *, gap_m: float, snap_m: float) -> gpd.GeoDataFrame:
    shapes = shapely.coverage_clean(frame.geometry.to_numpy(), gap_width=gap_m, snapping_distance=snap_m)
    return frame.set_geometry(np.asarray(shapes), crs=frame.crs)


def _dots(line: BaseGeometry) -> BaseGeometry:
    """Points along a line, 250 m apart or nearer, on a grid of 10 m: Voronoi fails on nearer ones."""
    along = shapely.get_coordinates(line.segmentize(250))
    return shapely.MultiPoint(np.unique(np.round(along, -1), axis=0))


def _inlets(fixed: gpd.GeoDataFrame, others: gpd.GeoDataFrame) -> list[BaseGeometry]:
    """Gaps between the two frames that are open at one end and at most 3 km wide there."""
    one, other = fixed.union_all(), others.union_all()
    land = one.union(other)
    closed = land.buffer(GAP_M, join_style="mitre").buffer(-GAP_M, join_style="mitre")
    filled = shapely.get_parts(closed.difference(shapely.union_all([land, *holes(_frame(land))])))
    return [
        part for part in filled if min(part.intersection(one).length, part.intersection(other).length) > GAP_M
    ]


def _frame(shape: BaseGeometry) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(geometry=[shape])


def _without(frame: gpd.GeoDataFrame, area: BaseGeometry) -> gpd.GeoDataFrame:
    """Shapes less an area; what of them is only a line or a point is dropped."""
    shapes = [_areas(shape.difference(area)) for shape in frame.geometry]
    return frame.set_geometry(shapes, crs=frame.crs)


def _areas(shape: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts(shape)
    return shapely.union_all([part for part in parts if part.geom_type.endswith("Polygon")])


def _apply_patch(districts: gpd.GeoDataFrame, patch: Any) -> gpd.GeoDataFrame:
    """The districts with a patch added to one; `replace` gives what that one had to `rest_to`."""
    shapes = dict(districts.geometry.items())
    if patch.replace is True:
        shapes[patch.rest_to] = shapes[patch.rest_to].union(shapes.pop(patch.district))
    shapes = {key: shape.difference(patch.geometry) for key, shape in shapes.items()}
    old = shapes.get(patch.district, shapely.Polygon())
    shapes[patch.district] = old.union(patch.geometry)
    return _with_shapes(districts, shapes)


def _with_shapes(frame: gpd.GeoDataFrame, shapes: dict[str, BaseGeometry]) -> gpd.GeoDataFrame:
    return frame.set_geometry([shapes[key] for key in frame.index], crs=frame.crs)
