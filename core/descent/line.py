"""Descent in one dimension: the derivative by small differences and what it is worth, and steps down a curve."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Final, Literal

import numpy as np

from core.arrays import Array
from core.errors import SettingError
from core.expressions import Expression, parse_expression
from core.expressions.expression import QUIET
from core.fields import require_range
from core.optimizers.sgd import SGD

Difference = Literal["central", "forward"]
Behaviour = Literal["still", "slow", "straight", "swinging", "diverging"]

OWNER: Final = "Line"
LEAST_H: Final = 1e-16
LARGEST_H: Final = 1.0
LARGEST: Final = 1e6
MOST_STEPS: Final = 200
FAR: Final = 1000.0
CURVATURE_H: Final = 1e-5


@dataclass(frozen=True, slots=True)
class LineSpec:
    """A curve, a place on it, and steps from there. The default is the book's curve and place (section 4.3.2).

    Parameters
    ----------
    formula
        Of x.
    view
        Left and right end of what is shown.
    x
        Where the tangent lies and the steps begin.
    h, difference
        How the numerical derivative is taken: ``(f(x + h) − f(x − h)) / 2h`` or ``(f(x + h) − f(x)) / h``.
    rate, steps
        Of the descent.
    """

    formula: str = "0.01*x**2 + 0.1*x"
    view: tuple[float, float] = (-20.0, 12.0)
    x: float = 5.0
    h: float = 1e-4
    difference: Difference = "central"
    rate: float = 10.0
    steps: int = 12

    def __post_init__(self) -> None:
        parse_expression(self.formula, ("x",))
        for number in (*self.view, self.x, self.rate):
            if not isfinite(number):
                raise SettingError("setting_type", owner=OWNER, field="number", received=number, expected="a finite number")
            require_range(OWNER, "number", number, -LARGEST, LARGEST)
        if self.view[0] >= self.view[1]:
            raise SettingError("setting_type", owner=OWNER, field="view", received=self.view, expected="left < right")
        require_range(OWNER, "h", self.h, LEAST_H, LARGEST_H)
        require_range(OWNER, "rate", self.rate, 0, LARGEST)
        require_range(OWNER, "steps", self.steps, 0, MOST_STEPS)

    @property
    def expression(self) -> Expression:
        """The formula, read."""
        return parse_expression(self.formula, ("x",))


def numerical_derivative(expression: Expression, x: float, h: Array, difference: Difference) -> Array:
    """Return the derivative by differences for each h, with all its rounding."""
    f = expression.value
    steps = np.asarray(h, dtype=np.float64)
    with np.errstate(**QUIET):
        if difference == "central":
            slopes: Array = (f(x + steps) - f(x - steps)) / (2 * steps)
        else:
            slopes = (f(x + steps) - f(x)) / steps
    return slopes


def derivative_errors(expression: Expression, x: float, h: Array, difference: Difference) -> Array:
    """Return how far the numerical derivative is from the exact one, for each h."""
    exact = float(expression.gradient(x)[0])
    with np.errstate(**QUIET):
        return np.abs(numerical_derivative(expression, x, h, difference) - exact)


def curvature(expression: Expression, x: Array) -> Array:
    """Return the second derivative at places."""
    h = CURVATURE_H * np.maximum(1.0, np.abs(x))
    with np.errstate(**QUIET):
        second: Array = (expression.gradient(x + h)[0] - expression.gradient(x - h)[0]) / (2 * h)
    return second


def edge_rate(spec: LineSpec) -> tuple[float, bool]:
    """Return the rate from which on steps grow, 2 through the curvature, and whether it is the same everywhere in view.

    For a quadratic the edge is exact; elsewhere it holds near x. Infinite where the curve does not bend up.
    """
    expression = spec.expression
    here = float(curvature(expression, np.array(spec.x)))
    all_over = curvature(expression, np.linspace(*spec.view, 41))
    same = bool(np.isfinite(all_over).all()) and bool(np.abs(all_over - here).max() <= 1e-5 * (1e-9 + abs(here)))
    return (2 / here if here > 0 else float("inf")), same


def walk(spec: LineSpec) -> Array:
    """Return x after each step, ``(steps + 1,)``; NaN once it is no number any more. The optimizer is the one of training."""
    expression, optimizer = spec.expression, SGD(lr=spec.rate)
    theta = np.array([spec.x])
    optimizer.bind(theta)
    places = [spec.x]
    with np.errstate(**QUIET):
        for step in range(spec.steps):
            optimizer.update(theta, expression.gradient(theta)[0], spec.rate, step + 1)
            places.append(float(theta[0]) if np.isfinite(theta[0]) else float("nan"))
    return np.array(places)


def behaviour(spec: LineSpec, places: Array) -> Behaviour:
    """Say what the steps do: how a person would call the learning rate."""
    if len(places) < 2 or places[1] == places[0]:
        return "still"
    reach = FAR * (spec.view[1] - spec.view[0])
    moves = np.diff(places)
    lengths = np.abs(moves)
    if not np.isfinite(places).all() or np.abs(places).max() > reach or lengths[-1] > lengths[0] * (1 + 1e-9):
        return "diverging"
    if (moves[1:] * moves[:-1] < 0).any() and lengths[-1] > 1e-12:
        return "swinging"
    return "slow" if lengths[-1] > 0.5 * lengths[0] and len(moves) > 2 else "straight"
