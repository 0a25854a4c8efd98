"""Lines are the edges of units: four squares in degrees, each with its flags.

3  held, former oblast, taken 2020      4  never held
1  held, former oblast, zone            2  held, outside
"""

import geopandas as gpd
import shapely

from geo.boundaries.lines import border, draw_lines
from geo.boundaries.plane import DEGREES

UNITS = gpd.GeoDataFrame(
    {
        "in_nkao": [True, False, True, False],
        "held_1994_2020": [True, True, True, False],
        "rpk_zone_2020_23": [True, False, False, False],
    },
    geometry=[shapely.box(x, y, x + 1, y + 1) for y in (39, 40) for x in (46, 47)],
    index=["1", "2", "3", "4"],
    crs=DEGREES,
)
DISTRICTS = gpd.GeoDataFrame(geometry=[shapely.box(48, 39, 49, 41)], crs=DEGREES)
TYPED = gpd.GeoDataFrame(
    geometry=[shapely.LineString([(46, 39.5), (47, 39.5)])] * 2,
    index=["lachin_road_2020", "lachin_road_2022"],
    crs=DEGREES,
)


def test_lines_run_along_the_edges_of_units() -> None:
    drawn = draw_lines(UNITS, DISTRICTS, TYPED).geometry
    assert drawn["line_2020"].equals(shapely.LineString([(46, 40), (47, 40)]))
    contact = shapely.LineString([(47, 41), (47, 40), (48, 40), (48, 39)])
    assert drawn["line_of_contact_1994_2020"].equals(contact)
    assert drawn["nkao_1923_1991"].equals(shapely.box(46, 39, 47, 41).boundary)
    assert drawn["lachin_road_2020"].equals(TYPED.geometry["lachin_road_2020"])


def test_a_border_leaves_out_mere_points() -> None:
    assert border(shapely.box(0, 0, 1, 1), shapely.box(1, 1, 2, 2)).is_empty
