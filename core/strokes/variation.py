"""How one writer's digit differs from the next: the shape is moved, the pen is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from core.arrays import Array
from core.strokes.five_to_nine import EIGHT, FIVE, NINE, SEVEN, SIX
from core.strokes.styles import SAMPLES, Style
from core.strokes.zero_to_four import FOUR, ONE, THREE, TWO, ZERO

STYLES: Final[tuple[tuple[Style, ...], ...]] = (ZERO, ONE, TWO, THREE, FOUR, FIVE, SIX, SEVEN, EIGHT, NINE)

# of each digit: width per height, how much thicker than the others, the thickest radius that stays readable
_WIDTH = np.array([0.75, 0.5, 0.85, 0.72, 0.8, 0.75, 0.68, 0.72, 0.62, 0.62], dtype=np.float32)
_THICKER = np.array([1.1, 1.05, 1, 1.05, 0.95, 1, 1, 1.05, 1, 0.95], dtype=np.float32)
_THICKEST = np.array([3.0, 3.2, 2.3, 2.3, 2.4, 2.3, 2.4, 2.7, 2.2, 2.2], dtype=np.float32)
_THINNEST = 0.62
_WAVES = 3


@dataclass(frozen=True, slots=True)
class Look:
    """How much digits differ. Deviations are of normal distributions, lengths in heights of the digit.

    Parameters
    ----------
    jitter, warp
        Of each control point, and of each wave that bends the whole digit.
    strength
        Of the logarithm of both, from one digit to the next.
    width
        Of the logarithm of the width.
    slant, slant_spread, rotation
        Mean and deviation of the shear to the right, deviation of the turn in radians.
    radius, radius_spread
        Of the pen in pixels of the 20×20 box, and of its logarithm.
    pressure
        How much the radius changes along the stroke, as a share.
    noise
        Of each inked pixel.
    """

    jitter: float
    warp: float
    strength: float
    width: float
    slant: float
    slant_spread: float
    rotation: float
    radius: float
    radius_spread: float
    pressure: float
    noise: float


LOOKS: Final = {
    "wild": Look(0.06, 0.065, 0.35, 0.2, 0.14, 0.26, 0.14, 1.15, 0.33, 0.2, 0.02),
    "natural": Look(0.035, 0.035, 0.25, 0.14, 0.1, 0.18, 0.09, 1.12, 0.22, 0.15, 0.01),
    "tidy": Look(0.014, 0.014, 0.2, 0.08, 0.08, 0.08, 0.03, 1.1, 0.12, 0.1, 0.0),
}
"""`wild` to learn from: as different as people write. `natural`: as one careful person writes, learned in a minute.
`tidy` to show: every digit readable at a glance."""


@dataclass(frozen=True, slots=True)
class Strokes:
    """The shapes of N digits and the pen of each.

    Parameters
    ----------
    points
        (N, SAMPLES, 2), x and y in heights of the digit, y down.
    radius
        (N, SAMPLES), of the pen at each point, in pixels of the 20×20 box.
    edge
        (N,), width in pixels of the soft edge.
    gain
        (N,), by which the ink is multiplied before it is cut off at 1.
    """

    points: Array
    radius: Array
    edge: Array
    gain: Array


class _Tables:
    """The styles of all digits in one array each, so that digits of any style are made together."""

    def __init__(self) -> None:
        styles = [style for digit in STYLES for style in digit]
        most = max(len(style.points) for style in styles)
        self.points = np.zeros((len(styles), most, 2), dtype=np.float32)
        self.curves = np.zeros((len(styles), SAMPLES, most), dtype=np.float32)
        for row, style in enumerate(styles):
            self.points[row, : len(style.points)] = style.points
            self.curves[row, :, : len(style.points)] = style.curve
        self.first = np.cumsum([0, *(len(digit) for digit in STYLES)])[:-1]
        self.until = np.ones((len(STYLES), max(len(digit) for digit in STYLES)))
        for row, digit in enumerate(STYLES):
            shares = np.cumsum([style.weight for style in digit])
            self.until[row, : len(digit) - 1] = shares[:-1] / shares[-1]


# when first asked for, because it takes a tenth of a second that not every start needs
_tables = cache(_Tables)


def write(labels: Array, look: Look, rng: np.random.Generator) -> Strokes:
    """Write each digit of `labels` (N,) once, in a style and shape of its own."""
    count = len(labels)

    def normal(*shape: int, spread: float = 1.0) -> Array:
        return rng.standard_normal((count, *shape), dtype=np.float32) * np.float32(spread)

    def uniform(low: float, high: float, *shape: int) -> Array:
        return rng.random((count, *shape), dtype=np.float32) * np.float32(high - low) + np.float32(low)

    tables = _tables()
    chosen = tables.first[labels] + (uniform(0, 1, 1) >= tables.until[labels]).sum(axis=1)
    controls = tables.points[chosen]
    controls += normal(*controls.shape[1:], spread=look.jitter) * np.exp(normal(1, 1, spread=look.strength))
    points = tables.curves[chosen] @ controls
    points -= np.float32(0.5)
    points[:, :, 0] *= _WIDTH[labels, None] * np.exp(normal(1, spread=look.width))
    amplitude = normal(2 * _WAVES, spread=look.warp) * np.exp(normal(1, spread=look.strength))
    cycles, direction, phase = (
        uniform(0.25, 1.1, 2 * _WAVES),
        uniform(0, 2 * np.pi, 2 * _WAVES),
        uniform(0, 2 * np.pi, 2 * _WAVES),
    )
    points += _warp(points, amplitude, cycles, direction, phase)
    points[:, :, 0] -= points[:, :, 1] * (normal(1, spread=look.slant_spread) + np.float32(look.slant))
    angle = normal(spread=look.rotation)
    turn = np.stack([np.cos(angle), np.sin(angle), -np.sin(angle), np.cos(angle)], axis=1).reshape(-1, 2, 2)
    points = points @ turn

    radius = np.float32(look.radius) * _THICKER[labels] * np.exp(normal(spread=look.radius_spread))
    radius = np.clip(radius, _THINNEST, _THICKEST[labels])[:, None]
    along = np.linspace(0, 1, SAMPLES, dtype=np.float32)
    swing = np.sin(uniform(0, 2 * np.pi, 1) + uniform(2, 9, 1) * along)
    radius = np.maximum(radius * (1 + look.pressure * uniform(0, 1.6, 1) * swing), np.float32(_THINNEST))
    return Strokes(points, radius, edge=uniform(1.1, 1.9), gain=uniform(1.15, 1.7))


def _warp(points: Array, amplitude: Array, cycles: Array, direction: Array, phase: Array) -> Array:
    """Return how far plane waves move the points; each wave (N, 2·_WAVES) has its own direction, half of them act on x."""
    turns = np.float32(2 * np.pi) * cycles
    waves = np.stack([turns * np.cos(direction), turns * np.sin(direction)], axis=1)
    moved = np.sin(points @ waves + phase[:, None, :]) * amplitude[:, None, :]
    shift: Array = moved.reshape(*points.shape[:2], 2, _WAVES).sum(axis=3)
    return shift
