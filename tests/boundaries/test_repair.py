"""Each repair on squares with one defect."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geo.boundaries import repair
from geo.boundaries.plane import PLANE
from tests.boundaries.squares import areas, frame, line, square


def _patches(**row: object) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame([row], crs=PLANE)


@pytest.mark.parametrize(
    "left, right",
    [
        pytest.param(square(0, 0, 10, 10), square(10.5, 0, 10, 10), id="gap of 500 m"),
        pytest.param(square(0, 0, 11, 10), square(10, 0, 10, 10), id="overlap of 1 km"),
    ],
)
def test_two_districts_become_a_coverage(left: shapely.Polygon, right: shapely.Polygon) -> None:
    around = square(-1, -1, 23, 12).difference(square(0, 0, 20.5, 10))
    fixed = repair.close_overlaps_and_gaps(frame(left=left, right=right, around=around))
    assert shapely.coverage_is_valid(fixed.geometry.to_numpy())
    assert repair.holes(fixed) == []


def test_a_wide_hole_goes_to_the_longest_border() -> None:
    ring = square(0, 0, 20, 20).difference(square(5, 5, 8, 8))
    halves = frame(low=ring.intersection(square(0, 0, 20, 7)), high=ring.intersection(square(0, 7, 20, 13)))
    closed = repair.close_overlaps_and_gaps(halves)
    assert areas(closed) == {"low": 124.0, "high": 276.0}


@pytest.mark.parametrize(
    "replace, expected",
    [(False, {"a": 99.0, "b": 101.0}), (True, {"a": 199.0, "b": 1.0})],
    ids=["added to its district", "all that is left of its district"],
)
def test_a_patch_moves_a_place(replace: bool, expected: dict[str, float]) -> None:
    districts = frame(a=square(0, 0, 10, 10), b=square(10, 0, 10, 10))
    # with `replace` the patch is all of b and lies inside a
    place = square(9, 4) if not replace else square(4, 4)
    patch = _patches(district="b", geometry=place, replace=replace, rest_to="a")
    assert areas(repair.apply_patches(districts, patch)) == expected


def test_a_crumb_goes_to_its_neighbour_and_a_large_part_stays() -> None:
    a = shapely.union_all([square(0, 0, 5, 5), square(10, 0), square(10, 3, 2, 2)])
    b = square(5, 0, 7, 5).difference(a)
    given = repair.give_crumbs(frame(a=a, b=b), 1.5e6)
    assert areas(given) == {"a": 29.0, "b": 31.0}


def test_fixed_shapes_win_and_gaps_go_to_the_others() -> None:
    fixed = frame(unit=square(0, 0, 20, 10))
    others = frame(
        west=square(0, 9, 10, 11).difference(square(2, 9, 8, 3)),
        east=square(10, 10, 10, 10),
    )
    fitted = repair.fit_around(fixed, others)
    assert areas(fitted) == {"west": 100.0, "east": 100.0}
    together = repair.node(pd.concat([fixed, fitted]))
    assert shapely.coverage_is_valid(together.geometry.to_numpy())
    assert areas(together) == {"unit": 200.0, "west": 100.0, "east": 100.0}


def test_a_gap_along_two_shapes_is_shared_at_their_meeting() -> None:
    both = frame(west=square(0, 1, 10, 5), east=square(10, 1, 10, 5))
    parts = repair.share(square(0, 0, 20, 1), both)
    assert sum(part.area for part in parts) == pytest.approx(20e6)
    assert sorted(round(part.centroid.x / 5e3) for part in parts) == [1, 3]


def test_a_shape_wholly_inside_winners_is_an_error() -> None:
    with pytest.raises(repair.RepairError, match=r"town: wholly inside.*shapes\.csv"):
        repair.fit_around(frame(a=square(0, 0, 9, 9)), frame(town=square(3, 3), b=square(9, 0, 9, 9)))


def test_an_exclave_is_moved_and_kept() -> None:
    exclave = repair.move_exclave(square(0, 0))
    assert exclave.bounds == (1400, 1640, 2400, 2640)
    assert areas(repair.without_exclave(exclave, frame(a=square(0, 0, 5, 5)))) == {"a": 24.0}


def test_holes_are_what_a_coverage_encloses() -> None:
    ring = frame(a=square(0, 0, 3, 3).difference(square(1, 1)))
    assert [hole.area for hole in repair.holes(ring)] == [1e6]
    assert repair.holes(frame(a=square(0, 0))) == []


def test_a_piece_that_touches_nothing_is_dropped() -> None:
    assert areas(repair.give([line((5, 5), (6, 6)).buffer(10)], frame(a=square(0, 0)))) == {"a": 1.0}
