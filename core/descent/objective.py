"""What is descended on: values, gradients and second derivatives of a formula, and where its minima are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from core.arrays import Array
from core.descent.spec import DescentSpec, View
from core.expressions import Expression, parse_expression
from core.expressions.expression import QUIET
from core.surfaces.base import SURFACES, Point

BOOK_H: Final = 1e-4
"""The step of the book's numerical gradient (section 4.3.1)."""

CURVATURE_H: Final = 1e-5
GRID: Final = 61
MOST_MINIMA: Final = 60
NEWTON_STEPS: Final = 40


@dataclass(frozen=True, slots=True)
class Objective:
    """A formula of x and y with what an optimizer asks of it. All arrays of places have the shape ``(2, …)``.

    Parameters
    ----------
    minima
        Where it is least, ``(n, 2)``; of a typed formula those that were found in the view.
    """

    expression: Expression
    minima: Array

    def value(self, at: Array) -> Array:
        """Return f at places."""
        return self.expression.value(at[0], at[1])

    def gradient(self, at: Array) -> Array:
        """Return the exact gradient at places, of their shape."""
        return self.expression.gradient(at[0], at[1])

    def numerical_gradient(self, at: Array, h: float = BOOK_H) -> Array:
        """Return ``(f(x + h) − f(x − h)) / 2h`` by each coordinate: the book's gradient, with its rounding."""
        x, y = at
        f = self.expression.value
        with np.errstate(**QUIET):
            return np.stack([(f(x + h, y) - f(x - h, y)) / (2 * h), (f(x, y + h) - f(x, y - h)) / (2 * h)])

    def hessian(self, at: Array) -> Array:
        """Return the second derivatives at places, ``(2, 2, …)``, from differences of exact gradients."""
        x, y = at
        hx, hy = CURVATURE_H * np.maximum(1.0, np.abs(x)), CURVATURE_H * np.maximum(1.0, np.abs(y))
        with np.errstate(**QUIET):
            around = np.stack([x + hx, x - hx, x, x]), np.stack([y, y, y + hy, y - hy])
            right, left, up, down = np.moveaxis(self.expression.gradient(*around), 1, 0)
            by_x, by_y = (right - left) / (2 * hx), (up - down) / (2 * hy)
            mixed = (by_x[1] + by_y[0]) / 2
        return np.stack([np.stack([by_x[0], mixed]), np.stack([mixed, by_y[1]])])

    def distance_to_minimum(self, at: Array) -> Array:
        """Return how far places are from the nearest minimum; NaN without any."""
        if not len(self.minima):
            return np.full(np.shape(at)[1:], np.nan)
        apart = at[None] - self.minima.reshape(-1, 2, *(1,) * (at.ndim - 1))
        with np.errstate(**QUIET):
            nearest: Array = np.sqrt((apart * apart).sum(axis=1)).min(axis=0)
        return nearest


def objective_of(spec: DescentSpec) -> Objective:
    """Return what a race descends on."""
    if spec.surface:
        surface = SURFACES.get(spec.surface)
        return _objective(surface.formula, surface.minima)
    return searched_objective(spec.formula, spec.home)


@lru_cache(maxsize=32)
def _objective(formula: str, minima: tuple[Point, ...]) -> Objective:
    return Objective(parse_expression(formula), np.array(minima, dtype=np.float64).reshape(-1, 2))


@lru_cache(maxsize=32)
def searched_objective(formula: str, view: View) -> Objective:
    """Return a typed formula with its local minima in a view."""
    bare = Objective(parse_expression(formula), np.empty((0, 2)))
    return Objective(bare.expression, find_minima(bare, view))


def find_minima(objective: Objective, view: View) -> Array:
    """Return local minima inside a view, ``(n, 2)``, the lowest first.

    Each cell of a grid that is lower than its neighbours begins a search by damped Newton steps; what ends inside at a
    gradient of 0 and positive curvature is a minimum.
    """
    left, right, bottom, top = view
    xs, ys = np.linspace(left, right, GRID), np.linspace(bottom, top, GRID)
    values = objective.expression.value(*np.meshgrid(xs, ys))
    padded = np.pad(np.where(np.isfinite(values), values, np.inf), 1, constant_values=np.inf)
    around = [padded[1 + i : GRID + 1 + i, 1 + j : GRID + 1 + j] for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
    lowest = np.isfinite(values) & (values <= np.min(around, axis=0)) & (values < np.max(around, axis=0))
    rows, columns = np.nonzero(lowest)
    order = np.argsort(values[rows, columns])[:MOST_MINIMA]
    at = np.stack([xs[columns[order]], ys[rows[order]]])
    cell = np.array([[(right - left) / GRID], [(top - bottom) / GRID]])
    for _ in range(NEWTON_STEPS):
        at = at - np.clip(newton_direction(objective, at), -cell, cell)
    gradient, hessian = objective.gradient(at), objective.hessian(at)
    with np.errstate(**QUIET):
        inside = (at[0] >= left) & (at[0] <= right) & (at[1] >= bottom) & (at[1] <= top)
        curved = (hessian[0, 0] > 0) & (hessian[0, 0] * hessian[1, 1] >= hessian[0, 1] ** 2)
        still = np.abs(gradient).max(axis=0) <= 1e-6 * (1 + np.abs(hessian).max(axis=(0, 1)))
    return _apart(at[:, inside & curved & still].T, float(cell.min()) / 10)


def newton_direction(objective: Objective, at: Array) -> Array:
    """Return ``H⁻¹·∇f`` at places; where H has no inverse, what solves it best."""
    gradient, h = objective.gradient(at), objective.hessian(at)
    with np.errstate(**QUIET):
        det = h[0, 0] * h[1, 1] - h[0, 1] * h[1, 0]
        size = np.abs(h).max(axis=(0, 1))
        full = np.stack([h[1, 1] * gradient[0] - h[0, 1] * gradient[1], h[0, 0] * gradient[1] - h[1, 0] * gradient[0]]) / det
        trace = h[0, 0] + h[1, 1]
        # With curvature in one direction only, H is trace·vvᵀ: go along v and stay across it.
        along = np.stack([h[0, 0] * gradient[0] + h[0, 1] * gradient[1], h[1, 0] * gradient[0] + h[1, 1] * gradient[1]])
        flat = np.where(trace != 0, along / (trace * trace), gradient)
        return np.where(np.abs(det) > 1e-9 * size * size, full, flat)


def _apart(points: Array, distance: float) -> Array:
    """Return points without those that are nearer than a distance to an earlier one."""
    kept: list[Array] = []
    for point in points:
        if all(np.hypot(*(point - other)) > distance for other in kept):
            kept.append(point)
    return np.array(kept, dtype=np.float64).reshape(-1, 2)
