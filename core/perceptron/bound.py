"""How many updates the perceptron rule can need at most (A. B. J. Novikoff, 1962), for any start.

Let u be the best unit vector of weights and bias, γ its margin, R the length of the longest input with its constant 1.
Each update adds at least η·γ to w·u and at most η²·R² to ‖w‖². As w·u is never above ‖w‖, after k updates from v = w₀/η
(k·γ + v·u)² ≤ ‖v‖² + k·R². From w₀ = 0 that says k ≤ (R/γ)².
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import floor, sqrt

import numpy as np

from core.perceptron.functions import inputs_of, rows
from core.perceptron.separability import is_separable


@dataclass(frozen=True, slots=True)
class Bound:
    """The most updates that the perceptron rule can need, and what it comes from.

    Parameters
    ----------
    radius
        R, the length of the longest input with the constant 1 of the bias.
    margin
        γ, the distance to the nearest row of the best plane through the origin of (x1, …, 1).
    updates
        The bound itself, a whole number.
    """

    radius: float
    margin: float
    updates: int

    @property
    def from_zero(self) -> float:
        """The bound from zero weights, (R/γ)²."""
        return (self.radius / self.margin) ** 2


def convergence_bound(target: Sequence[int], start: Sequence[float], eta: float) -> Bound | None:
    """Return the bound for a separable function, or None for one that no line separates."""
    if not is_separable(target):
        return None
    best = best_direction(tuple(target))
    radius = sqrt(inputs_of(target) + 1)
    margin = 1 / sqrt(float(best @ best))
    scaled = np.asarray(start, dtype=np.float64) / eta
    ahead = float(scaled @ best) * margin
    half = radius**2 / 2 - ahead * margin
    most = (half + sqrt(max(half**2 - margin**2 * (ahead**2 - float(scaled @ scaled)), 0.0))) / margin**2
    # Rounding must not take a whole update away.
    return Bound(radius, margin, floor(most * (1 + 1e-12)))


@lru_cache(maxsize=256)
def best_direction(target: tuple[int, ...]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return the shortest (w, b) with s·z ≥ 1 in every row; its margin is 1 / its length.

    It is the point nearest to the origin of a polyhedron, and lies on as many of its faces as are independent.
    """
    signed = np.array([[*x, 1] for x in rows(inputs_of(target))], dtype=np.float64)
    signed *= np.where(np.array(target) > 0, 1.0, -1.0)[:, None]
    shortest = np.full(signed.shape[1], np.inf)
    for size in range(1, signed.shape[1] + 1):
        for chosen in combinations(range(len(signed)), size):
            faces = signed[list(chosen)]
            if np.linalg.matrix_rank(faces) < size:
                continue
            point = np.linalg.pinv(faces) @ np.ones(size)
            if (signed @ point >= 1 - 1e-9).all() and point @ point < shortest @ shortest:
                shortest = point
    shortest.flags.writeable = False
    return shortest
