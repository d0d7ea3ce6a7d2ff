"""What the containers share: they hold layers, so a network is a tree."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from core.arrays import Array, Shape
from core.layers.base import Cost, Layer


@dataclass(frozen=True, slots=True)
class Child:
    """A layer inside a container, with the id under which its arrays are known."""

    id: str
    layer: Layer
    frozen: bool = False


class Chain:
    """Layers one after another; not a layer itself but what every container and the network are made of."""

    def __init__(self, children: Sequence[Child]) -> None:
        self.children = tuple(children)

    @property
    def children(self) -> tuple[Child, ...]:
        """The layers as the person put them."""
        return self._children

    @children.setter
    def children(self, children: tuple[Child, ...]) -> None:
        self._children = children
        self._order = _quickest_order([child.layer for child in children])
        self._way_back: tuple[tuple[Layer, ...], Layer | None] | None = None

    def shapes(self, shape: Shape) -> list[Shape]:
        """Return the shape before each child and after the last."""
        shapes = [shape]
        for child in self.children:
            shapes.append(child.layer.output_shape(shapes[-1]))
        return shapes

    def cost(self, shape: Shape) -> Cost:
        """Return the sum of the children's costs."""
        costs = [child.layer.cost(s) for child, s in zip(self.children, self.shapes(shape), strict=False)]
        return Cost(sum(c.parameters for c in costs), sum(c.macs for c in costs), sum(c.activation_bytes for c in costs))

    def suits_of_first(self, otherwise: str) -> str:
        """Return what the first activation of the chain asks for, looking into containers."""
        for child in self.children:
            wanted = child.layer.suits_inside() if isinstance(child.layer, Container) else child.layer.suits
            if wanted:
                return wanted
        return otherwise

    def suits_after(self, index: int, otherwise: str) -> str:
        """Return the initial values that suit the first activation after child `index`."""
        return Chain(self.children[index + 1 :]).suits_of_first(otherwise)

    def forward(self, x: Array, training: bool = False) -> Array:
        """Pass a batch through all children."""
        for layer in self._order:
            x = layer.forward(x, training)
        return x

    def backward(self, dout: Array) -> Array:
        """Pass a gradient back through all children."""
        for layer in reversed(self._order):
            dout = layer.backward(dout)
        return dout

    @property
    def learns(self) -> bool:
        """Whether any layer inside has parameters."""
        return any(child.layer.learns for child in self.children)

    def backward_params(self, dout: Array) -> None:
        """Pass a gradient back as far as the first layer with parameters; it alone writes without passing on."""
        if self._way_back is None:  # asked once, when the layers have their arrays: tiny networks come here every 20 µs
            self._way_back = self._until_first_that_learns()
        above, last = self._way_back
        for layer in above:
            dout = layer.backward(dout)
        if last is not None:
            last.backward_params(dout)

    def _until_first_that_learns(self) -> tuple[tuple[Layer, ...], Layer | None]:
        """Return the layers that pass a gradient on, from the last, and the first one with parameters."""
        first = next((i for i, layer in enumerate(self._order) if layer.learns), None)
        return ((), None) if first is None else (tuple(reversed(self._order[first + 1 :])), self._order[first])


def _quickest_order(layers: list[Layer]) -> list[Layer]:
    """Return the layers in an order that gives the same numbers sooner: where ReLU meets MaxPool, MaxPool goes first.

    The largest of the positive parts is the positive part of the largest, so ReLU may as well look at a quarter of the
    values. The gradient goes to the same pixel; where no value of a window is positive, it stops at ReLU either way.
    """
    order = list(layers)
    for index in range(len(order) - 1):
        if order[index].commutes_with_largest and order[index + 1].takes_largest:
            order[index : index + 2] = order[index + 1], order[index]
    return order


class Container(Layer):
    """A layer made of branches of layers. The builder gives it its `branches` after construction.

    Attributes
    ----------
    branch_count
        The least and the most branches it takes.
    branches
        The chains inside, in the order of the spec. A repeated block holds one chain with all its copies.
    """

    family = "container"
    branch_count: ClassVar[tuple[int, int]] = (1, 1)

    def __init__(self, *values: object, **named: object) -> None:
        super().__init__(*values, **named)
        self.branches: tuple[Chain, ...] = ()

    @property
    def learns(self) -> bool:
        return bool(self.params) or any(branch.learns for branch in self.branches)

    def suits_inside(self) -> str:
        """Return what the first activation inside asks for, or an empty text."""
        return self.branches[0].suits_of_first("") if self.branches else ""

    def own_parameter_shapes(self, shape: Shape) -> Mapping[str, Shape]:
        """Return the arrays that belong to the container itself, such as a projection shortcut."""
        return {}

    def parameter_shapes(self, shape: Shape) -> Mapping[str, Shape]:
        return self.own_parameter_shapes(shape)

    def own_macs(self, shape: Shape) -> int:
        """Return the multiply-adds of the container itself."""
        return 0

    def macs(self, shape: Shape) -> int:
        return self.own_macs(shape) + sum(branch.cost(shape).macs for branch in self.branches)

    def cost(self, shape: Shape) -> Cost:
        inside = [branch.cost(shape) for branch in self.branches]
        own = sum(math.prod(s) for s in self.own_parameter_shapes(shape).values())
        return Cost(
            own + sum(c.parameters for c in inside),
            self.own_macs(shape) + sum(c.macs for c in inside),
            4 * math.prod(self.output_shape(shape)) + sum(c.activation_bytes for c in inside),
        )

    def initialize(self, shape: Shape, rng: np.random.Generator, suits: str) -> None:
        """Fill the container's own arrays only; the network visits the children."""


def own_cost(layer: Layer, shape: Shape, out: Shape) -> Cost:
    """Return the cost of a layer without what it holds; `out` is its output shape."""
    parameters = sum(math.prod(s) for s in layer.parameter_shapes(shape).values())
    macs = layer.own_macs(shape) if isinstance(layer, Container) else layer.macs(shape)
    return Cost(parameters, macs, 4 * math.prod(out))
