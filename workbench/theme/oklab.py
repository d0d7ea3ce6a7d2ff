"""OKLab, a space in which equal steps look equal; after Björn Ottosson, "A perceptual color space for image processing"."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Colours = NDArray[np.float64]

_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def rgb_of(hex_colours: Sequence[str]) -> Colours:
    """Return ``#RRGGBB`` colours as ``(n, 3)`` numbers from 0 to 1."""
    return np.array([[int(c[i : i + 2], 16) / 255 for i in (1, 3, 5)] for c in hex_colours])


def linear(rgb: Colours) -> Colours:
    """Undo the curve of sRGB."""
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def encoded(rgb: Colours) -> Colours:
    """Apply the curve of sRGB."""
    clipped = np.clip(rgb, 0, 1)
    return np.where(clipped <= 0.0031308, clipped * 12.92, 1.055 * clipped ** (1 / 2.4) - 0.055)


def to_oklab(rgb: Colours) -> Colours:
    """Return lightness, green–red and blue–yellow of sRGB colours, ``(n, 3)``."""
    lab: Colours = np.cbrt(linear(rgb) @ _TO_LMS.T) @ _TO_LAB.T
    return lab


def from_oklab(lab: Colours) -> Colours:
    """Return the sRGB colours, clipped to what a screen can show."""
    return encoded((lab @ np.linalg.inv(_TO_LAB).T) ** 3 @ np.linalg.inv(_TO_LMS).T)


def luminance(rgb: Colours) -> NDArray[np.float64]:
    """Return the relative luminance of WCAG 2, from 0 to 1."""
    result: NDArray[np.float64] = linear(rgb) @ np.array([0.2126, 0.7152, 0.0722])
    return result


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours after WCAG 2, from 1 to 21."""
    dark, light = sorted(luminance(rgb_of([first, second])))
    return float((light + 0.05) / (dark + 0.05))
