"""How a unit learns, one sample per step: the perceptron rule, and gradient descent on a sigmoid unit.

Both change the weights by η·(t − y)·x. With the step, y is 0 or 1 and only mistakes teach; with the sigmoid and the cross
entropy, whose gradient is exactly (y − t)·x, every sample teaches in proportion to what is left to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import exp, log1p

import numpy as np

from core.perceptron.functions import inputs_of, rows
from core.perceptron.spec import Order, Rule
from core.perceptron.unit import exact, sigmoid


@dataclass(frozen=True, slots=True)
class Update:
    """What one sample did.

    Parameters
    ----------
    row, x, target
        The sample.
    z, y
        Weighted sum and output before the update.
    before, after
        The weights, the bias last.
    """

    row: int
    x: tuple[float, ...]
    target: int
    z: float
    y: float
    before: tuple[float, ...]
    after: tuple[float, ...]

    @property
    def right(self) -> bool:
        """Whether the unit was on the wanted side already."""
        return (self.z > 0) == bool(self.target)

    @property
    def changed(self) -> bool:
        """Whether the weights are others now."""
        return self.before != self.after


def learn(
    rule: Rule,
    target: Sequence[int],
    start: Sequence[float],
    eta: float,
    *,
    order: Order = "in_turn",
    rng: np.random.Generator | None = None,
) -> Iterator[Update]:
    """Yield one update per sample, pass after pass, without end.

    Parameters
    ----------
    rule
        ``"perceptron"`` or ``"descent"``.
    target
        The wanted outputs, row by row.
    start
        The weights to begin with, the bias last.
    eta
        The learning rate η.
    order, rng
        Whether every pass takes the rows in turn or in another order drawn from `rng`.
    """
    points = rows(inputs_of(target))
    take = _perceptron_step if rule == "perceptron" else _descent_step
    weights = tuple(float(w) for w in start)
    for row in _order(len(points), order, rng):
        update = take(row, (*points[row],), target[row], weights, eta)
        weights = update.after
        yield update


def _order(count: int, order: Order, rng: np.random.Generator | None) -> Iterator[int]:
    if order == "shuffled" and rng is None:
        raise TypeError("a shuffled order needs an np.random.Generator")
    while True:
        yield from range(count) if order == "in_turn" or rng is None else rng.permutation(count).tolist()


def _perceptron_step(row: int, x: tuple[int, ...], target: int, weights: tuple[float, ...], eta: float) -> Update:
    """Learn from one mistake, in exact decimals: only so does a cycle come back to the very same weights."""
    extended = (*x, 1)
    exactly = [exact(w) for w in weights]
    z = sum((w * v for w, v in zip(exactly, extended, strict=True)), Fraction(0))
    error = target - (1 if z > 0 else 0)
    after = tuple(float(w + exact(eta) * error * v) for w, v in zip(exactly, extended, strict=True))
    return Update(row, x, target, float(z), float(z > 0), weights, after)


def _descent_step(row: int, x: tuple[int, ...], target: int, weights: tuple[float, ...], eta: float) -> Update:
    extended = (*x, 1)
    z = sum(w * v for w, v in zip(weights, extended, strict=True))
    y = sigmoid(z)
    after = tuple(w + eta * (target - y) * v for w, v in zip(weights, extended, strict=True))
    return Update(row, x, target, z, y, weights, after)


def cross_entropy(target: Sequence[int], weights: Sequence[float]) -> float:
    """Return the mean cross entropy of a sigmoid unit over all rows; ln 2 = 0.693 where it says one half everywhere."""
    points = rows(inputs_of(target))
    total = 0.0
    for x, t in zip(points, target, strict=True):
        z = sum(w * v for w, v in zip(weights, (*x, 1), strict=True))
        wrong_way = -z if t else z
        total += max(wrong_way, 0.0) + log1p(exp(-abs(wrong_way)))
    return total / len(points)
