"""An expression as a computational graph: forward for the value, backward for the exact gradient."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from core.arrays import Array
from core.expressions.operations import OPERATIONS

QUIET: Final[dict[str, Any]] = {"all": "ignore"}
"""A formula may divide by 0 or overflow somewhere; the result says so as inf or NaN."""


@dataclass(frozen=True, slots=True)
class Node:
    """One step of the computation.

    Parameters
    ----------
    kind
        ``"number"``, ``"variable"`` or the name of an operation.
    inputs
        Indices of earlier nodes.
    number
        The number of a number node; for a variable which one it is.
    varies
        Whether it depends on a variable.
    """

    kind: str
    inputs: tuple[int, ...] = ()
    number: float = 0.0
    varies: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """A formula that was read.

    Parameters
    ----------
    text
        As it was typed.
    variables
        The names that it may use, in the order of the arguments.
    nodes
        In an order in which every input comes first; the last one is the result.
    """

    text: str
    variables: tuple[str, ...]
    nodes: tuple[Node, ...]

    def value(self, *at: Any) -> Array:
        """Return the value, of the common shape of the arguments; inf or NaN where there is none."""
        places = [np.asarray(a, dtype=np.float64)[()] for a in at]
        with np.errstate(**QUIET):
            result = self._forward(places)[-1]
        return _filled(result, _common_shape(places))

    def value_and_gradient(self, *at: Any) -> tuple[Array, Array]:
        """Return the value, and the derivatives by each variable stacked along a first axis."""
        places = [np.asarray(a, dtype=np.float64)[()] for a in at]
        with np.errstate(**QUIET):
            values = self._forward(places)
            slopes = self._backward(values, len(places))
        shape = _common_shape(places)
        gradient = np.empty((len(places), *shape))
        for row, slope in enumerate(slopes):
            gradient[row] = slope
        return _filled(values[-1], shape), gradient

    def gradient(self, *at: Any) -> Array:
        """Return the derivatives by each variable, stacked along a first axis."""
        return self.value_and_gradient(*at)[1]

    def _forward(self, at: list[Any]) -> list[Any]:
        values: list[Any] = []
        for node in self.nodes:
            if node.kind == "number":
                values.append(np.float64(node.number))
            elif node.kind == "variable":
                values.append(at[int(node.number)])
            else:
                values.append(OPERATIONS[node.kind].value(*[values[i] for i in node.inputs]))
        return values

    def _backward(self, values: list[Any], count: int) -> list[Any]:
        """Return the derivative of the last node by each variable: dout times the local derivative, summed over ways."""
        douts: list[Any] = [None] * len(self.nodes)
        douts[-1] = np.float64(1.0)
        slopes: list[Any] = [np.float64(0.0)] * count
        for index in range(len(self.nodes) - 1, -1, -1):
            node, dout = self.nodes[index], douts[index]
            if dout is None or not node.varies:
                continue
            if node.kind == "variable":
                slopes[int(node.number)] = slopes[int(node.number)] + dout
                continue
            inputs = [values[i] for i in node.inputs]
            for i, partial in zip(node.inputs, OPERATIONS[node.kind].partials, strict=True):
                if self.nodes[i].varies:
                    part = dout * partial(values[index], *inputs)
                    douts[i] = part if douts[i] is None else douts[i] + part
        return slopes


def _common_shape(places: list[Any]) -> tuple[int, ...]:
    first = places[0].shape
    same = all(place.shape == first for place in places)
    return first if same else np.broadcast_shapes(*(place.shape for place in places))


def _filled(result: Any, shape: tuple[int, ...]) -> Array:
    """Return a result in the shape of the arguments, of which it may have used only some."""
    return np.asarray(result, dtype=np.float64) if np.shape(result) == shape else np.full(shape, result, dtype=np.float64)
