"""Colour arithmetic for the tests: mixing over the relief, colour blindness, distance, lightness.

sRGB as arrays of 0 to 1. Colour blindness after Machado, Oliveira and Fernandes (2009), severity 1;
distance CIEDE2000 (D65); lightness and chroma OKLCH.
"""

import numpy as np
from numpy.typing import NDArray

Colour = NDArray[np.float64]
Lab = tuple[float, float, float]

SIGHTS = {
    "normal": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])
_LMS = np.array(
    [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
     [0.0883024619, 0.2817188376, 0.6299787005]]
)  # fmt: skip
_OKLAB = np.array(
    [[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
     [0.0259040371, 0.7827717662, -0.8086757660]]
)  # fmt: skip


def colour(code: str) -> Colour:
    """The colour of #rrggbb."""
    return np.array([int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)])


def over(top: Colour, grey: float, opacity: float) -> Colour:
    """A translucent colour as it looks over a grey."""
    return opacity * top + (1 - opacity) * grey


def seen(shown: Colour, sight: str) -> Colour:
    """The colour as this sight sees it."""
    return _encoded(np.clip(SIGHTS[sight] @ _linear(shown), 0, 1))


def lightness_chroma(shown: Colour) -> tuple[float, float]:
    """OKLCH lightness and chroma."""
    light, a, b = _OKLAB @ np.cbrt(_LMS @ _linear(shown))
    return float(light), float(np.hypot(a, b))


def distance(one: Colour, other: Colour) -> float:
    """CIEDE2000 between two colours."""
    return lab_distance(_lab(one), _lab(other))


def lab_distance(one: Lab, other: Lab) -> float:
    """CIEDE2000 between two colours in CIELAB."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    chroma = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * np.sqrt(chroma**7 / (chroma**7 + 25**7))
    c1, h1 = _polar(a1 * stretch, b1)
    c2, h2 = _polar(a2 * stretch, b2)
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    hue = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    return _weighed(l2 - l1, c2 - c1, hue, (l1 + l2) / 2, (c1 + c2) / 2, _middle_hue(c1, c2, h1, h2))


def _weighed(light: float, chroma: float, hue: float, l_mid: float, c_mid: float, h_mid: float) -> float:
    wave = (
        1 - 0.17 * np.cos(np.radians(h_mid - 30)) + 0.24 * np.cos(np.radians(2 * h_mid))
        + 0.32 * np.cos(np.radians(3 * h_mid + 6)) - 0.20 * np.cos(np.radians(4 * h_mid - 63))
    )  # fmt: skip
    by_light = light / (1 + 0.015 * (l_mid - 50) ** 2 / np.sqrt(20 + (l_mid - 50) ** 2))
    by_chroma = chroma / (1 + 0.045 * c_mid)
    by_hue = hue / (1 + 0.015 * c_mid * wave)
    blue = 60 * np.exp(-(((h_mid - 275) / 25) ** 2))
    twist = -2 * np.sqrt(c_mid**7 / (c_mid**7 + 25**7)) * np.sin(np.radians(blue))
    return float(np.sqrt(by_light**2 + by_chroma**2 + by_hue**2 + twist * by_chroma * by_hue))


def _middle_hue(c1: float, c2: float, h1: float, h2: float) -> float:
    if c1 * c2 == 0:
        return h1 + h2
    if abs(h1 - h2) <= 180:
        return (h1 + h2) / 2
    return (h1 + h2 + (360 if h1 + h2 < 360 else -360)) / 2


def _polar(a: float, b: float) -> tuple[float, float]:
    return float(np.hypot(a, b)), float(np.degrees(np.arctan2(b, a)) % 360)


def _lab(shown: Colour) -> Lab:
    ratio = _XYZ @ _linear(shown) / _WHITE
    x, y, z = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return float(116 * y - 16), float(500 * (x - y)), float(200 * (y - z))


def _linear(shown: Colour) -> Colour:
    return np.where(shown <= 0.04045, shown / 12.92, ((shown + 0.055) / 1.055) ** 2.4)


def _encoded(light: Colour) -> Colour:
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
