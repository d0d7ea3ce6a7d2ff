"""What a node of an expression can compute, and its local derivatives.

Each operation is one row: its value, and for each input the derivative of the value by that input. The chain rule
in `expression` multiplies them together from the end to the front (book, chapter 5).
"""

# ruff: noqa: ARG005 - every local derivative takes the value and all inputs, whether it needs them or not
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from core.arrays import Array

Compute = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Operation:
    """One kind of node.

    Parameters
    ----------
    value
        Takes the inputs.
    partials
        For each input what gives the derivative of the value by it; it takes the value and the inputs.
    """

    value: Compute
    partials: tuple[Compute, ...]

    @property
    def inputs(self) -> int:
        """How many values it takes."""
        return len(self.partials)


def _sigmoid(a: Array) -> Any:
    return 0.5 * (1.0 + np.tanh(0.5 * a))  # exp(-a) would overflow


def _sqrt_slope(out: Array, _a: Array) -> Any:
    # At 0 the slope is infinite; 0 keeps surfaces with a sharp tip, such as Ackley's, usable there.
    return np.where(out == 0, 0.0, 0.5 / out)


OPERATORS: Final[Mapping[str, Operation]] = MappingProxyType(
    {
        "+": Operation(lambda a, b: a + b, (lambda out, a, b: 1.0, lambda out, a, b: 1.0)),
        "-": Operation(lambda a, b: a - b, (lambda out, a, b: 1.0, lambda out, a, b: -1.0)),
        "*": Operation(lambda a, b: a * b, (lambda out, a, b: b, lambda out, a, b: a)),
        "/": Operation(np.divide, (lambda out, a, b: np.divide(1.0, b), lambda out, a, b: np.divide(-out, b))),
        "**": Operation(
            np.float_power,
            (lambda out, a, b: b * np.float_power(a, b - 1.0), lambda out, a, b: out * np.log(a)),
        ),
        "neg": Operation(lambda a: -a, (lambda out, a: -1.0,)),
        "square": Operation(lambda a: a * a, (lambda out, a: 2.0 * a,)),
    }
)
"""Operators by their sign; ``square`` stands for ``** 2``, which is nearly every power and ten times quicker alone."""

FUNCTIONS: Final[Mapping[str, Operation]] = MappingProxyType(
    {
        "sin": Operation(np.sin, (lambda out, a: np.cos(a),)),
        "cos": Operation(np.cos, (lambda out, a: -np.sin(a),)),
        "tan": Operation(np.tan, (lambda out, a: 1.0 + out * out,)),
        "asin": Operation(np.arcsin, (lambda out, a: 1.0 / np.sqrt(1.0 - a * a),)),
        "acos": Operation(np.arccos, (lambda out, a: -1.0 / np.sqrt(1.0 - a * a),)),
        "atan": Operation(np.arctan, (lambda out, a: 1.0 / (1.0 + a * a),)),
        "sinh": Operation(np.sinh, (lambda out, a: np.cosh(a),)),
        "cosh": Operation(np.cosh, (lambda out, a: np.sinh(a),)),
        "tanh": Operation(np.tanh, (lambda out, a: 1.0 - out * out,)),
        "exp": Operation(np.exp, (lambda out, a: out,)),
        "log": Operation(np.log, (lambda out, a: 1.0 / a,)),
        "sqrt": Operation(np.sqrt, (_sqrt_slope,)),
        "abs": Operation(np.abs, (lambda out, a: np.sign(a),)),
        "sigmoid": Operation(_sigmoid, (lambda out, a: out * (1.0 - out),)),
        "relu": Operation(lambda a: np.maximum(a, 0.0), (lambda out, a: np.where(a > 0, 1.0, 0.0),)),
        "min": Operation(
            np.minimum, (lambda out, a, b: np.where(a <= b, 1.0, 0.0), lambda out, a, b: np.where(a <= b, 0.0, 1.0))
        ),
        "max": Operation(
            np.maximum, (lambda out, a, b: np.where(a >= b, 1.0, 0.0), lambda out, a, b: np.where(a >= b, 0.0, 1.0))
        ),
    }
)
"""The functions that may be called, by name. At a kink the derivative of one side is taken, as ReLU does at 0."""

CONSTANTS: Final[Mapping[str, float]] = MappingProxyType({"pi": float(np.pi), "e": float(np.e)})

OPERATIONS: Final[Mapping[str, Operation]] = MappingProxyType({**OPERATORS, **FUNCTIONS})
