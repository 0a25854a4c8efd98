"""Cutting on squares of 10 km: which side of a line, and what becomes of small and unknown pieces."""

import pandas as pd
import pytest
import shapely

from geo.boundaries import cut
from tests.boundaries.squares import KM, areas, frame, line, square

DISTRICT = frame(d=square(0, 0, 10, 10))
NOWHERE = shapely.Polygon()


def _flags(*rows: tuple[str, bool, bool]) -> pd.DataFrame:
    """units.csv with only in_nkao and held_1994_2020 ever true."""
    table = [(unit, "d", nkao, held, False, False, False) for unit, nkao, held in rows]
    return pd.DataFrame(table, columns=["unit_id", "district", *cut.FLAGS]).set_index("unit_id")


def _masks(**shapes: shapely.Geometry) -> dict[str, shapely.Geometry]:
    return dict.fromkeys(cut.FLAGS, NOWHERE) | shapes


@pytest.mark.parametrize(
    "mask, drawn, inside, outside",
    [
        (cut.west_of, line((5, 8), (6, 2)), (1, 20), (9, -20)),
        (cut.west_of, line((5, 8), (6, 2)), (5.4, 5), (5.6, 5)),
        (cut.north_of, line((2, 5), (8, 6)), (-20, 9), (20, 1)),
        (cut.north_of, line((2, 5), (8, 6)), (5, 5.6), (5, 5.4)),
        (cut.above, line((2, 5), (8, 5)), (5, 9), (9, 9)),
        (cut.below, line((2, 5), (8, 5)), (5, 1), (1, 1)),
    ],
)
def test_side_of_a_line(mask, drawn, inside, outside) -> None:  # type: ignore[no-untyped-def]
    area = mask(drawn)
    assert area.is_valid
    for (x, y), expected in ((inside, True), (outside, False)):
        assert area.contains(shapely.Point(x * KM, y * KM)) is expected


def test_units_tile_their_district() -> None:
    west = cut.west_of(line((4, 10), (4, 0)))
    units = cut.cut_units(DISTRICT, _masks(in_nkao=west), _flags(("D-W", True, False), ("D-E", False, False)))
    assert areas(units) == {"D-E": 60.0, "D-W": 40.0}
    assert shapely.coverage_is_valid(units.geometry.to_numpy())
    assert units.union_all().equals(DISTRICT.union_all())


def test_a_small_piece_goes_to_the_longest_border() -> None:
    masks = _masks(in_nkao=square(0, 0, 4, 10), held_1994_2020=square(3.8, 4, 1.2, 1))
    units = cut.cut_units(DISTRICT, masks, _flags(("D-W", True, False), ("D-E", False, False)))
    # 0.2 km2 with both flags and 1.0 km2 that is held only: in no row, but small
    assert areas(units) == {"D-E": 60.0, "D-W": 40.0}


def test_unknown_pieces_and_empty_units_are_reported_together() -> None:
    masks = _masks(in_nkao=square(0, 0, 4, 10))
    with pytest.raises(cut.CutError) as error:
        cut.cut_units(DISTRICT, masks, _flags(("D-H", False, True), ("D-E", False, False)))
    assert "district d: a piece of 40.0 km2 has in_nkao=true" in str(error.value)
    assert "unit D-H has no piece of 4 km2 or more" in str(error.value)
