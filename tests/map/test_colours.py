"""Holder colours, as they lie over the relief: told apart by every sight, and neither side louder."""

import re
from itertools import combinations

import numpy as np
import pytest
from PIL import Image

from geo import Atlas
from geo.web.bundle import FOLDER
from geo.web.facts import RELIEF_BOUNDS
from tests.map.colours import (
    SIGHTS,
    Colour,
    Lab,
    colour,
    distance,
    lab_distance,
    lightness_chroma,
    over,
    seen,
)

# the relief's darkest shade, slope and flat, as the theme shows it
GREYS = {"light": (0.70, 0.86, 0.98), "dark": (0.12, 0.22, 0.34)}
COLUMNS = {"light": "colour", "dark": "colour_dark"}
SIDES = ("azerbaijan", "armenian_forces")
HOLDERS = (*SIDES, "russian_peacekeepers", "soviet_union")

# a difference of 10 is plain side by side; across a map it takes more
LEAST = 15
LEAST_SIDES = 25
# where certainty is low the colours fade on purpose, and still the two sides are not mixed up
LEAST_FADED = 9
LEAST_SIDES_FADED = 16

# Sharma, Wu and Dalal (2005), table 1
SHARMA = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0009), 7.1792),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


def fill_opacity(theme: str) -> float:
    """The --fill of the theme in map.css."""
    root = {"light": r"\.atlas-map", "dark": r'\.atlas-map\[data-theme="dark"\]'}[theme]
    return number(root + r" \{[^}]*--fill: ([\d.]+);")


def faded() -> float:
    """What is left of the --fill where certainty is low."""
    return number(r'data-certainty="low"\] \{[^}]*var\(--fill\) \* ([\d.]+)\)')


def number(pattern: str) -> float:
    """A number of map.css."""
    found = re.search(pattern, (FOLDER / "styles" / "map.css").read_text(encoding="utf-8"))
    assert found, pattern
    return float(found[1])


@pytest.mark.parametrize("theme", GREYS)
@pytest.mark.parametrize("sight", SIGHTS)
def test_holders_are_told_apart(real: Atlas, theme: str, sight: str) -> None:
    for fade, least, least_sides in ((1.0, LEAST, LEAST_SIDES), (faded(), LEAST_FADED, LEAST_SIDES_FADED)):
        for pair in combinations(HOLDERS, 2):
            for grey in GREYS[theme]:
                one, other = (seen(composed(real, holder, theme, grey, fade), sight) for holder in pair)
                assert distance(one, other) >= (least_sides if pair == SIDES else least), (pair, grey, fade)


def composed(real: Atlas, holder: str, theme: str, grey: float, fade: float = 1.0) -> Colour:
    """The holder's colour as it lies over a grey of the relief."""
    return over(colour(real.holders[COLUMNS[theme]][holder]), grey, fill_opacity(theme) * fade)


@pytest.mark.parametrize("theme", GREYS)
def test_the_greys_are_those_of_the_relief(real: Atlas, theme: str) -> None:
    darkest, _, lightest = GREYS[theme]
    west, south, east, north = real.units.total_bounds
    picture = Image.open(real.folder / "layers" / "relief.jpg").convert("L")
    (bottom, left), (top, right) = RELIEF_BOUNDS
    box = (
        (west - left) / (right - left) * picture.width, (top - north) / (top - bottom) * picture.height,
        (east - left) / (right - left) * picture.width, (top - south) / (top - bottom) * picture.height,
    )  # fmt: skip
    shades = np.asarray(picture.crop(tuple(map(round, box))), dtype=float) / 255
    if theme == "dark":
        shades = shades * number(r"brightness\(([\d.]+)\) contrast")
        shades = (shades - 0.5) * number(r"brightness\([\d.]+\) contrast\(([\d.]+)\)") + 0.5
    opacity = number(r"\.atlas-relief img \{[^}]*opacity: ([\d.]+);")
    land = {"light": 0xED / 255, "dark": 0x28 / 255}[theme]
    low, high = np.percentile(shades * opacity + land * (1 - opacity), [1, 99])
    assert darkest <= low
    assert high <= lightest


@pytest.mark.parametrize("theme", GREYS)
def test_neither_side_is_louder(real: Atlas, theme: str) -> None:
    one, other = (lightness_chroma(colour(real.holders[COLUMNS[theme]][side])) for side in SIDES)
    assert one == pytest.approx(other, abs=0.004)
    for grey in GREYS[theme]:
        one, other = (lightness_chroma(composed(real, side, theme, grey)) for side in SIDES)
        assert one[0] == pytest.approx(other[0], abs=0.004)
        assert one[1] == pytest.approx(other[1], abs=0.012)


def test_each_holder_has_a_texture_for_print_of_its_own(real: Atlas) -> None:
    textures = real.holders.loc[list(HOLDERS), "texture"]
    assert textures.is_unique


@pytest.mark.parametrize(("one", "other", "expected"), SHARMA)
def test_the_distance_agrees_with_the_published_pairs(one: Lab, other: Lab, expected: float) -> None:
    assert lab_distance(one, other) == pytest.approx(expected, abs=1e-4)
