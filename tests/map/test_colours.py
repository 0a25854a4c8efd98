"""Holder colours, as they lie over the relief: told apart by every sight, and neither side louder."""

import re
from itertools import combinations

import pytest

from geo import Atlas
from geo.map import STATIC
from tests.map.colours import SIGHTS, Lab, colour, distance, lab_distance, lightness_chroma, over, seen

# the relief's darkest shade, slope and flat, as the theme shows it
GREYS = {"light": (0.70, 0.86, 0.97), "dark": (0.12, 0.22, 0.34)}
COLUMNS = {"light": "colour", "dark": "colour_dark"}
SIDES = ("azerbaijan", "armenian_forces")
HOLDERS = (*SIDES, "russian_peacekeepers", "soviet_union")

# a difference of 10 is plain side by side; across a map it takes more
LEAST = 15
LEAST_SIDES = 25

# Sharma, Wu and Dalal (2005), table 1
SHARMA = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0009), 7.1792),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


def fill_opacity(theme: str) -> float:
    """The --fill of the theme in atlas.css."""
    root = {"light": r":root", "dark": r':root\[data-theme="dark"\]'}[theme]
    found = re.search(root + r" \{[^}]*--fill: ([\d.]+);", (STATIC / "atlas.css").read_text(encoding="utf-8"))
    assert found
    return float(found[1])


@pytest.mark.parametrize("theme", GREYS)
@pytest.mark.parametrize("sight", SIGHTS)
def test_holders_are_told_apart(real: Atlas, theme: str, sight: str) -> None:
    codes = real.holders[COLUMNS[theme]]
    for pair in combinations(HOLDERS, 2):
        for grey in GREYS[theme]:
            one, other = (
                seen(over(colour(codes[holder]), grey, fill_opacity(theme)), sight) for holder in pair
            )
            least = LEAST_SIDES if pair == SIDES else LEAST
            assert distance(one, other) >= least, (pair, grey)


@pytest.mark.parametrize("theme", GREYS)
def test_neither_side_is_louder(real: Atlas, theme: str) -> None:
    one, other = (lightness_chroma(colour(real.holders[COLUMNS[theme]][side])) for side in SIDES)
    assert one == pytest.approx(other, abs=0.004)


def test_each_holder_has_a_texture_for_print_of_its_own(real: Atlas) -> None:
    textures = real.holders.loc[list(HOLDERS), "texture"]
    assert textures.is_unique


@pytest.mark.parametrize(("one", "other", "expected"), SHARMA)
def test_the_distance_agrees_with_the_published_pairs(one: Lab, other: Lab, expected: float) -> None:
    assert lab_distance(one, other) == pytest.approx(expected, abs=1e-4)
