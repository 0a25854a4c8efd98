"""Fourth stage: districts cut by the typed lines into units, the smallest areas whose holder ever changed.

Frames are in metres of PLANE. A mask is the part of the plane for which a flag of units.csv is true.
"""

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.boundaries.repair import give, node

FLAGS = ["in_nkao", "held_1994_2020", "rpk_zone_2020_23", "corridor_2020_22", "shahumyan"]
SMALLEST_M2 = 4e6
CORRIDOR_M = 2500
FAR_M = 400_000


class CutError(Exception):
    """The lines cut out a piece that units.csv does not know, or leave a unit without a piece."""


def cut_units(
    districts: gpd.GeoDataFrame, masks: dict[str, BaseGeometry], flags: pd.DataFrame
) -> gpd.GeoDataFrame:
    """Units as a coverage, indexed by unit_id and sorted. Columns: district, geometry.

    Pieces under 4 km2 go to the piece of their own district with the longest shared border. Raises
    CutError with every larger piece whose flags are in no row of units.csv, and every empty unit.
    """
    units: dict[str, BaseGeometry] = {}
    problems: list[str] = []
    for district, group in flags.groupby("district"):
        pieces = _pieces(districts.geometry[district], [masks[flag] for flag in FLAGS])
        known = {tuple(row): key for key, row in zip(group.index, group[FLAGS].values, strict=True)}
        found, wrong = _assign(pieces, known)
        units |= found
        problems += [f"district {district}: {text}" for text in wrong]
    if problems:
        raise CutError("the lines and units.csv disagree; mend one of them:\n" + "\n".join(problems))
    shapes = [units[key] for key in flags.index]
    frame = gpd.GeoDataFrame(flags[["district"]], geometry=shapes, crs=districts.crs)
    return node(frame.sort_index())


def masks(
    lines: gpd.GeoDataFrame, patches: gpd.GeoDataFrame, districts: gpd.GeoDataFrame
) -> dict[str, BaseGeometry]:
    """The mask of each flag, by the rules of RECIPE.md (the reference's account of the geometry)."""
    line, part = lines.geometry, districts.geometry
    nkao = shapely.union_all(
        [
            *(part[d] for d in ("khojaly", "khankendi", "shusha", "khojavend")),
            part["kalbajar"].difference(west_of(line["nkao_west"])),
            part["tartar"].intersection(west_of(line["nkao_east"])),
            part["aghdam"].intersection(patches.geometry["sirkhavand"]),
        ]
    )
    divided = ("aghdam", "fuzuli", "khojavend", "tartar", "jabrayil")
    entire = ("kalbajar", "lachin", "qubadli", "zangilan", "shusha", "khojaly", "khankendi")
    west = west_of(line["loc_1994"])
    held = shapely.union_all([*(part[d] for d in entire), *(part[d].intersection(west) for d in divided)])
    north = north_of(line["line2020_south"]).difference(above(line["line2020_north"]))
    return {
        "in_nkao": nkao,
        "held_1994_2020": held,
        "rpk_zone_2020_23": nkao.intersection(held).intersection(north),
        "corridor_2020_22": part["lachin"].intersection(line["lachin_road_2020"].buffer(CORRIDOR_M)),
        "shahumyan": below(line["shahumyan_north"]).intersection(part[["goranboy", "goygol"]].union_all()),
    }


def west_of(line: shapely.LineString) -> shapely.Polygon:
    """All that lies west of a line drawn from north to south and lengthened straight both ways."""
    (x0, y0), (x1, y1) = line.coords[0], line.coords[-1]
    corners = [
        (x1, y1 - FAR_M),
        (x1 - FAR_M, y1 - FAR_M),
        (x1 - FAR_M, y0 + FAR_M),
        (x0, y0 + FAR_M),
    ]
    return shapely.Polygon([*line.coords, *corners])


def north_of(line: shapely.LineString) -> shapely.Polygon:
    """All that lies north of a line drawn from west to east and lengthened straight both ways."""
    (x0, y0), (x1, y1) = line.coords[0], line.coords[-1]
    corners = [
        (x1 + FAR_M, y1),
        (x1 + FAR_M, y1 + FAR_M),
        (x0 - FAR_M, y0 + FAR_M),
        (x0 - FAR_M, y0),
    ]
    return shapely.Polygon([*line.coords, *corners])


def above(line: shapely.LineString) -> shapely.Polygon:
    """What lies north of a line drawn from west to east, between its two ends only."""
    return _strip(line, FAR_M)


def below(line: shapely.LineString) -> shapely.Polygon:
    """What lies south of a line drawn from west to east, between its two ends only."""
    return _strip(line, -FAR_M)


def _strip(line: shapely.LineString, by: float) -> shapely.Polygon:
    (x0, y0), (x1, y1) = line.coords[0], line.coords[-1]
    return shapely.Polygon([*line.coords, (x1, y1 + by), (x0, y0 + by)])


def _pieces(district: BaseGeometry, masks: list[BaseGeometry]) -> list[tuple[tuple[bool, ...], BaseGeometry]]:
    """The district split by each mask in turn: connected pieces with the flags that hold in them."""
    pieces: list[tuple[tuple[bool, ...], BaseGeometry]] = [((), district)]
    for mask in masks:
        inside = [((*flags, True), shape.intersection(mask)) for flags, shape in pieces]
        outside = [((*flags, False), shape.difference(mask)) for flags, shape in pieces]
        pieces = inside + outside
    parts = [(flags, part) for flags, shape in pieces for part in shapely.get_parts(shape)]
    return [(flags, part) for flags, part in parts if part.geom_type == "Polygon"]


def _assign(
    pieces: list[tuple[tuple[bool, ...], BaseGeometry]], known: dict[tuple[bool, ...], str]
) -> tuple[dict[str, BaseGeometry], list[str]]:
    """Units of a district by id, and what is wrong with them."""
    large = [(flags, part) for flags, part in pieces if part.area >= SMALLEST_M2]
    wrong = [
        f"a piece of {part.area / 1e6:.1f} km2 has {_words(flags)}, in no row"
        for flags, part in large
        if flags not in known
    ]
    units = {
        key: shapely.union_all([part for flags, part in large if flags == row]) for row, key in known.items()
    }
    wrong += [f"unit {key} has no piece of 4 km2 or more" for key, s in units.items() if s.is_empty]
    if wrong:
        return {}, wrong
    small = [part for _, part in pieces if part.area < SMALLEST_M2]
    frame = gpd.GeoDataFrame(geometry=list(units.values()), index=list(units))
    return dict(give(small, frame).geometry.items()), wrong


def _words(flags: tuple[bool, ...]) -> str:
    return " ".join(f"{name}={str(value).lower()}" for name, value in zip(FLAGS, flags, strict=True))
