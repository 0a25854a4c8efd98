"""The relief's place on the map and its shading, on grids made for the purpose."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from geo.boundaries import relief


def _drawn(tmp_path: Path, heights: np.ndarray) -> np.ndarray:
    relief.draw_relief(heights, tmp_path / "relief.jpg")
    return np.asarray(Image.open(io.BytesIO((tmp_path / "relief.jpg").read_bytes())))


@pytest.fixture
def flat() -> np.ndarray:
    """A grid that covers BOUNDS with the source's origin (50 N, 0 E), all at sea level."""
    return np.zeros((1500, 6000), dtype=np.int16)


def test_rows_are_evenly_spaced_in_web_mercator() -> None:
    steps = np.diff(np.arcsinh(np.tan(np.radians(relief.rows()))))
    assert np.ptp(steps) < 1e-9
    assert relief.rows()[0] == pytest.approx(41.8, abs=0.003)
    assert relief.rows()[-1] == pytest.approx(38.2, abs=0.003)


def test_flat_land_is_one_quiet_grey(tmp_path: Path, flat: np.ndarray) -> None:
    assert set(np.unique(_drawn(tmp_path, flat))) == {relief.GROUND_GREY}


def test_the_north_west_slope_is_lit_and_lies_in_its_place(tmp_path: Path, flat: np.ndarray) -> None:
    down, across = np.mgrid[0 : flat.shape[0], 0 : flat.shape[1]]
    # a cone 2,000 m high, 20 cells wide, at 46.5 E 40 N
    distance = np.hypot(down + 0.5 - 10 * 120, across + 0.5 - 46.5 * 120)
    image = _drawn(tmp_path, np.maximum(0, 2000 - 100 * distance).astype(np.int16)).astype(int)
    row = int(np.argmin(abs(relief.rows() - 40)))
    column = image.shape[1] // 2
    assert image[row - 20, column - 20] > relief.GROUND_GREY > image[row + 20, column + 20]
    assert image[row + 200, column + 200] == relief.GROUND_GREY
