"""Beside the shapes: the shaded relief of the map, from the elevation grid to a grey WebMercator image.

Only sums, products and square roots touch the pixels, which every machine computes alike.
"""

import math
from pathlib import Path

import numpy as np
from PIL import Image

BOUNDS = {"south": 38.2, "west": 44.0, "north": 41.8, "east": 49.0}
WIDTH = 1800
CELLS_PER_DEGREE = 120
GRID_NORTH = 50
MARGIN = 4
QUALITY = 72

# direction to each lamp (east, south, up) and its share: mostly from the north-west, never black
LAMPS = (
    (-0.5, -0.5, 0.7, 0.5),
    (-0.7, 0.0, 0.7, 0.2),
    (0.0, -0.7, 0.7, 0.2),
    (0.5, -0.5, 0.7, 0.1),
)
EXAGGERATION = 1.6
GROUND_GREY = 238
CONTRAST = 120
HIGHEST_M = 5000
HEIGHT_SHADE = 30


def draw_relief(elevation: np.ndarray, path: Path) -> None:
    """Write the grey image of BOUNDS; its rows are evenly spaced in WebMercator, its columns in degrees.

    `elevation` is the world's quarter that read.read_elevation returns.
    """
    heights = _sampled(elevation)
    grey = _shaded(heights)
    Image.fromarray(grey, mode="L").save(path, "JPEG", quality=QUALITY, optimize=True, progressive=True)


def rows() -> np.ndarray:
    """Latitudes, in degrees from north to south, of the middle of each row of the image."""
    top, bottom = _mercator(BOUNDS["north"]), _mercator(BOUNDS["south"])
    count = round(WIDTH * (top - bottom) / math.radians(BOUNDS["east"] - BOUNDS["west"]))
    steps = [top - (top - bottom) * (i + 0.5) / count for i in range(count)]
    return np.array([round(math.degrees(math.atan(math.sinh(y))), 9) for y in steps])


def _mercator(latitude: float) -> float:
    return math.asinh(math.tan(math.radians(latitude)))


def _sampled(elevation: np.ndarray) -> np.ndarray:
    """Heights in metres at the middle of every pixel, smoothed a little and interpolated."""
    top = math.floor((GRID_NORTH - BOUNDS["north"]) * CELLS_PER_DEGREE) - MARGIN
    bottom = math.ceil((GRID_NORTH - BOUNDS["south"]) * CELLS_PER_DEGREE) + MARGIN
    left = math.floor(BOUNDS["west"] * CELLS_PER_DEGREE) - MARGIN
    right = math.ceil(BOUNDS["east"] * CELLS_PER_DEGREE) + MARGIN
    smooth = _smooth(elevation[top:bottom, left:right].astype(np.float64))
    by_row = _along((GRID_NORTH - rows()) * CELLS_PER_DEGREE - 0.5 - top, smooth)
    return _along(_columns() * CELLS_PER_DEGREE - 0.5 - left, by_row.T).T


def _columns() -> np.ndarray:
    """Longitudes, in degrees from west to east, of the middle of each column of the image."""
    step = (BOUNDS["east"] - BOUNDS["west"]) / WIDTH
    return np.array([round(BOUNDS["west"] + (i + 0.5) * step, 9) for i in range(WIDTH)])


def _smooth(grid: np.ndarray) -> np.ndarray:
    """The grid with every cell mixed 1:2:1 with its neighbours both ways; flat water stays flat."""
    for axis in (0, 1):
        grid = (np.roll(grid, 1, axis) + 2 * grid + np.roll(grid, -1, axis)) / 4
    return grid


def _along(positions: np.ndarray, grid: np.ndarray) -> np.ndarray:
    """Rows of the grid at fractional positions, by the cubic spline through four neighbours."""
    first = np.floor(positions).astype(int)
    t = (positions - first)[:, None]
    a, b, c, d = (grid[first + k] for k in (-1, 0, 1, 2))
    slope = (c - a) / 2
    bend = a - 2.5 * b + 2 * c - d / 2
    twist = (d - a) / 2 + 1.5 * (b - c)
    return np.asarray(b + t * (slope + t * (bend + t * twist)))


def _shaded(heights: np.ndarray) -> np.ndarray:
    """Grey levels: ground lit by the lamps, a little darker with height, flat land and water even."""
    metres = 111_320 * (BOUNDS["east"] - BOUNDS["west"]) / WIDTH
    across = np.array([round(metres * math.cos(math.radians(y)), 6) for y in rows()])[:, None]
    # a WebMercator pixel is as tall as it is wide
    east = EXAGGERATION * (np.roll(heights, -1, 1) - np.roll(heights, 1, 1)) / (2 * across)
    south = EXAGGERATION * (np.roll(heights, -1, 0) - np.roll(heights, 1, 0)) / (2 * across)
    steep = np.sqrt(1 + east * east + south * south)
    light = sum(share * ((up - x * east - y * south) / steep / up - 1) for x, y, up, share in LAMPS)
    lift = HEIGHT_SHADE * np.clip(heights, 0, HIGHEST_M) / HIGHEST_M
    grey = GROUND_GREY + CONTRAST * np.clip(light, -1.2, 0.6) - lift
    grey[:, [0, -1]], grey[[0, -1]] = grey[:, [1, -2]], grey[[1, -2]]
    return np.asarray(np.clip(np.round(grey), 0, 255), dtype=np.uint8)
