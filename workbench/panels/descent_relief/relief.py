"""The surface as a net in space, and how it is seen from a side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log
from typing import Final

import numpy as np

from core.arrays import Array
from core.descent.objective import Objective
from core.descent.spec import View
from core.expressions.expression import QUIET

CELLS: Final = 30
ROUGH: Final = 2
"""While it turns, every so manyth line of the net is drawn."""

HEIGHT: Final = 0.62
"""How high the highest place stands, where the longer side is 1."""

MEDIAN: Final = 0.2
LEAST_POWER: Final = 0.15
BEYOND: Final = 0.08
"""Paths are drawn so far beyond the net, as a share of it, and then stay at its side."""


@dataclass(frozen=True, slots=True)
class Relief:
    """Heights over a view.

    Parameters
    ----------
    points
        The corners of the net in space, ``(3, n, n)``; NaN where f has no value.
    low, high, power
        A height stands at ``((f − low) / (high − low)) ** power``: steep walls are pressed down, or the ground before
        them would look flat.
    """

    view: View
    points: Array
    low: float
    high: float
    power: float

    def rough(self) -> Relief:
        """Return the same net with fewer lines, quick to draw."""
        return replace(self, points=self.points[:, ::ROUGH, ::ROUGH])

    def share(self, heights: Array) -> Array:
        """Return how high heights stand, from 0 to a little more than 1."""
        with np.errstate(**QUIET):
            shares = np.clip((np.asarray(heights, np.float64) - self.low) / ((self.high - self.low) or 1.0), 0.0, 1.2)
            pressed: Array = np.nan_to_num(shares, nan=1.2) ** self.power
        return pressed

    def in_space(self, at: Array, heights: Array) -> Array:
        """Return places ``(2, n)`` with their heights as points in space, ``(3, n)``."""
        left, right, bottom, top = self.view
        side = max(right - left, top - bottom)
        x = np.clip((at[0] - (left + right) / 2) / side, *_reach((right - left) / side))
        y = np.clip((at[1] - (bottom + top) / 2) / side, *_reach((top - bottom) / side))
        return np.stack([x, y, HEIGHT * (self.share(heights) - 0.5)])


def _reach(side: float) -> tuple[float, float]:
    return -side * (0.5 + BEYOND), side * (0.5 + BEYOND)


def make_relief(objective: Objective, view: View) -> Relief:
    """Compute the net over a view."""
    left, right, bottom, top = view
    x, y = np.meshgrid(np.linspace(left, right, CELLS + 1), np.linspace(bottom, top, CELLS + 1))
    heights = objective.expression.value(x, y)
    finite = heights[np.isfinite(heights)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
    middle = float(np.median((finite - low) / (high - low))) if finite.size and high > low else 0.5
    power = min(1.0, max(LEAST_POWER, log(MEDIAN) / log(middle))) if 0 < middle < MEDIAN else 1.0
    bare = Relief(view, np.empty(0), low, high, power)
    points = bare.in_space(np.stack([x.ravel(), y.ravel()]), heights.ravel()).reshape(3, *x.shape)
    points[2] = np.where(np.isfinite(heights), points[2], np.nan)
    return Relief(view, points, low, high, power)
