"""What one unit computes: the weighted sum, exactly, and the output that an activation makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from math import exp, hypot, tanh
from typing import Final

from core.perceptron.functions import rows
from core.perceptron.spec import Activation, PerceptronSpec, Weights

HALF_WAY: Final[dict[Activation, float]] = {"step": 0.5, "sigmoid": 0.5, "tanh": 0.0, "relu": 0.0}
"""The output above which a unit says 1; for each activation that is where z passes 0."""


@lru_cache(maxsize=256)
def exact(number: float) -> Fraction:
    """Return the decimal number that a float shows itself as.

    With binary floats 0.5 + 0.2 − 0.7 is not 0, and a unit on the line would answer at random. A person who typed these
    three numbers means them as decimals.
    """
    return Fraction(repr(float(number)))


def weighted_sum(weights: Sequence[float], x: Sequence[float]) -> float:
    """Return ``z = w1·x1 + … + b``, computed exactly and rounded once.

    Parameters
    ----------
    weights
        One weight per input, the bias last.
    x
        The inputs.
    """
    return _summed(tuple(weights), tuple(x))


@lru_cache(maxsize=1024)
def _summed(weights: tuple[float, ...], x: tuple[float, ...]) -> float:
    """Remember the sum: several panels ask for the same rows at every move of the line or the plane."""
    products = (exact(w) * int(v) if v in {0, 1} else exact(w) * exact(v) for w, v in zip(weights, (*x, 1), strict=True))
    return float(sum(products, Fraction(0)))


def activate(activation: Activation, z: float) -> float:
    """Return the output y for a weighted sum; a step at exactly 0 gives 0, as in the book."""
    match activation:
        case "step":
            return 1.0 if z > 0 else 0.0
        case "sigmoid":
            return sigmoid(z)
        case "tanh":
            return tanh(z)
        case "relu":
            return max(z, 0.0)


def slope(activation: Activation, z: float) -> float:
    """Return dy/dz at z; for the step and ReLU the value left of the corner stands for the corner itself."""
    y = activate(activation, z)
    match activation:
        case "step":
            return 0.0
        case "sigmoid":
            return y * (1 - y)
        case "tanh":
            return 1 - y * y
        case "relu":
            return 1.0 if z > 0 else 0.0


def sigmoid(z: float) -> float:
    """Return ``1 / (1 + exp(−z))`` without overflow."""
    if z >= 0:
        return 1 / (1 + exp(-z))
    return exp(z) / (1 + exp(z))


def sums(spec: PerceptronSpec) -> tuple[float, ...]:
    """Return z for the four rows of the truth table."""
    return _row_sums(spec.weights)


@lru_cache(maxsize=256)
def _row_sums(weights: Weights) -> tuple[float, ...]:
    """Remember the sums: with every move of the line, each panel asks for them."""
    return tuple(weighted_sum(weights, x) for x in rows(2))


def right(spec: PerceptronSpec) -> tuple[bool, ...]:
    """Return for each row whether the unit says what the target wants; it says 1 where z > 0, with any activation."""
    return tuple((z > 0) == bool(t) for z, t in zip(sums(spec), spec.target, strict=True))


def margin(spec: PerceptronSpec) -> float | None:
    """Return the distance from the line to the nearest corner, or None where there is no line."""
    length = hypot(spec.w1, spec.w2)
    return min(abs(z) for z in sums(spec)) / length if length else None
