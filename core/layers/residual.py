"""A block with a shortcut around it (He, Zhang, Ren and Sun 2015, arXiv 1512.03385)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.arrays import Array, Shape
from core.errors import ShapeError
from core.fields import BoolField, ChoiceField
from core.kernels.elementwise import added
from core.kernels.engine import Engine
from core.layers.affine import Affine
from core.layers.base import LAYERS, Layer, shape_text
from core.layers.batch_norm import BatchNorm
from core.layers.container import Chain, Child, Container
from core.layers.conv import Conv


@LAYERS.register
class Residual(Container):
    """``y = body(x) + shortcut(x)``. No activation follows the sum; put ReLU after the block where it belongs.

    The shortcut is the input itself (identity); or every second, third … pixel with channels of zeros behind (pad, the
    paper's option A); or a 1×1 convolution with that stride (projection, option B), whose weights are the block's own
    and which BatchNorm may follow.
    """

    help = "Adds its input to what its layers make of it, so that gradients have a way around them."
    book = "8.2.4"

    shortcut = ChoiceField(
        "identity", choices=("identity", "pad", "projection"), help="How the input is brought to the body's output shape."
    )
    normalise = BoolField(False, title="Normalise projection", help="Put batch normalisation behind the projection.")

    def __init__(self, *values: object, **named: object) -> None:
        super().__init__(*values, **named)
        self._way = Chain([])

    def output_shape(self, shape: Shape) -> Shape:
        out = self.branches[0].shapes(shape)[-1]
        if self.shortcut == "identity":
            fits = out == shape
        elif len(out) == len(shape):
            enough = self.shortcut == "projection" or out[0] >= shape[0]
            fits = enough and _reached(shape, stride_between(shape, out)) == out[1:]
        else:
            fits = False
        if not fits:
            raise ShapeError("shortcut_differs", kind="Residual", received=shape_text(out), expected=shape_text(shape))
        return out

    def own_parameter_shapes(self, shape: Shape) -> Mapping[str, Shape]:
        return {name: s for layer, before in self.projection(shape) for name, s in layer.parameter_shapes(before).items()}

    def buffer_values(self, shape: Shape) -> Mapping[str, Array]:
        return {name: b for layer, before in self.projection(shape) for name, b in layer.buffer_values(before).items()}

    def own_macs(self, shape: Shape) -> int:
        return sum(layer.macs(before) for layer, before in self.projection(shape))

    def initialize(self, shape: Shape, rng: np.random.Generator, suits: str) -> None:
        layers = self.projection(shape)
        for layer, before in layers:
            layer.params, layer.grads, layer.buffers = self.params, self.grads, self.buffers
            layer.engine = self.engine
            layer.initialize(before, rng, suits)
        self._way = Chain([Child("", layer) for layer, _ in layers])
        self._step = stride_between(shape, self.output_shape(shape))

    def compute_by(self, engine: Engine) -> None:
        super().compute_by(engine)
        for child in self._way.children:
            child.layer.compute_by(engine)

    def settle(self) -> None:
        for child in self._way.children:
            child.layer.settle()

    def projection(self, shape: Shape) -> list[tuple[Layer, Shape]]:
        """Return the layers on the shortcut, each with the shape that reaches it; none unless it is a projection."""
        if self.shortcut != "projection":
            return []
        out = self.output_shape(shape)
        image = len(shape) == 3
        stride = stride_between(shape, out)
        first: Layer = Conv(out[0], 1, stride=stride, bias=False) if image else Affine(out[0], bias=False)
        return [(first, shape), (BatchNorm(), out)] if self.normalise else [(first, shape)]

    def forward(self, x: Array, training: bool = False) -> Array:
        y = self.branches[0].forward(x, training)
        if training:
            self._shape = x.shape
        if self.shortcut == "pad":
            y = y.copy(order="K")
            y[:, : x.shape[1]] += x[_every(self._step, x.ndim)]
            return y
        return added(y, self._way.forward(x, training), self.engine.workers)

    def backward(self, dout: Array) -> Array:
        dx = self.branches[0].backward(dout)
        if self.shortcut == "pad":
            dx = dx.copy(order="K")
            dx[_every(self._step, dx.ndim)] += dout[:, : self._shape[1]]
            return dx
        return added(dx, self._way.backward(dout), self.engine.workers)


def stride_between(shape: Shape, out: Shape) -> int:
    """Return the stride that takes an image from one size to another; 1 for vectors."""
    return -(-shape[1] // out[1]) if len(shape) == len(out) == 3 else 1


def _reached(shape: Shape, stride: int) -> Shape:
    """Return height and width of every `stride`-th pixel, the first always taken."""
    return tuple(-(-size // stride) for size in shape[1:])


def _every(stride: int, dimensions: int) -> tuple[slice, ...]:
    """Return the index of every `stride`-th pixel of a batch."""
    return (slice(None),) * 2 + (slice(None, None, stride),) * (dimensions - 2)
