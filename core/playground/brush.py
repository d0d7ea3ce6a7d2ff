"""What the tools do to points: dabs of new ones, erasing, shaking."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


def dab(at: tuple[float, float], radius: float, count: int, rng: np.random.Generator) -> Array:
    """Return new points ``(count, 2)`` evenly over a disc; a single one in its middle."""
    if count == 1:
        return np.array([at])
    angle, reach = rng.uniform(0, 2 * np.pi, count), radius * np.sqrt(rng.random(count))
    return np.stack([at[0] + reach * np.cos(angle), at[1] + reach * np.sin(angle)], axis=1)


def within(x: Array, at: tuple[float, float], radius: float) -> Array:
    """Return which of the points ``(N, 2)`` lie in a disc, ``(N,)``."""
    inside: Array = np.hypot(x[:, 0] - at[0], x[:, 1] - at[1]) <= radius
    return inside


def shaken(x: Array, which: Array, jitter: float, rng: np.random.Generator) -> Array:
    """Return points of which some are moved by a normal step of that size."""
    moved = x.copy()
    moved[which] += jitter * rng.standard_normal((int(which.sum()), 2))
    return moved
