"""The convolution layer (book, sections 7.2 and 7.4.3)."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from core.arrays import Array, Shape
from core.errors import ShapeError
from core.fields import BoolField, ComponentField, IntField
from core.initializers import INITIALIZERS, initializer_for
from core.kernels.convolution import convolve, filter_gradient, gradients
from core.kernels.layout import batch_first, batch_last
from core.kernels.window import Window
from core.layers.base import LAYERS, Layer, require_window
from core.layers.formula import Formula, grouped, size_formulas


@LAYERS.register
class Conv(Layer):
    """Every filter slides over the image; at each position it gives the inner product with the window under it.

    x is (N, C, H, W), W is (filters, C / groups, K, K), b is (filters,), y is (N, filters, OH, OW) with
    ``OH = (H + 2·pad − dilation·(K − 1) − 1) / stride + 1``, rounded down. As everywhere in deep learning the filter is
    not mirrored, so this is a cross-correlation. Backward: dW is dout times the windows, db the sum of dout, and dx
    adds each filter, weighted by dout, back to where its window lay.
    """

    title = "Convolution"
    help = "Slides small filters over the image and looks for the same pattern everywhere."
    book = "7.2"
    family = "weights"

    filters = IntField(
        16, minimum=1, maximum=100_000, soft_maximum=128, help="How many patterns to look for: the output's channels."
    )
    kernel = IntField(
        3, minimum=1, maximum=1000, soft_maximum=11, title="Filter size", help="Height and width of a filter.", unit="px"
    )
    stride = IntField(
        1, minimum=1, maximum=1000, soft_maximum=4, help="How far the filter moves each time.", unit="px", book="7.2.4"
    )
    pad = IntField(
        0,
        minimum=0,
        maximum=1000,
        soft_maximum=5,
        title="Padding",
        help="A frame of zeros around the image.",
        unit="px",
        book="7.2.3",
    )
    dilation = IntField(
        1, minimum=1, maximum=1000, soft_maximum=4, help="The distance between the pixels a filter looks at.", unit="px"
    )
    groups = IntField(
        1, minimum=1, maximum=100_000, soft_maximum=8, help="Divides channels and filters into groups that do not see each other."
    )
    bias = BoolField(True, help="Add a trainable number to every filter's output.")
    init = ComponentField("Auto", registry="initializers", title="Initial values", help="How the weights begin.", book="6.2")
    unit_bias = BoolField(
        False, title="Bias per unit", help="Give every output position a bias of its own, as the networks of 1989 did."
    )

    @property
    def window(self) -> Window:
        """How the filters lie and move."""
        return Window(self.kernel, self.stride, self.pad, self.dilation)

    def output_shape(self, shape: Shape) -> Shape:
        channels, _, _, high, wide = require_window(self, shape, self.window)
        for count in (channels, self.filters):
            if count % self.groups:
                raise ShapeError("groups_do_not_divide", kind="Conv", groups=self.groups, channels=count)
        return (self.filters, high, wide)

    def parameter_shapes(self, shape: Shape) -> Mapping[str, Shape]:
        out = self.output_shape(shape)
        weights = {"W": (self.filters, shape[0] // self.groups, self.kernel, self.kernel)}
        return {**weights, "b": out if self.unit_bias else (self.filters,)} if self.bias else weights

    def macs(self, shape: Shape) -> int:
        return math.prod(self.output_shape(shape)) * (shape[0] // self.groups) * self.kernel**2

    def explain(self, shape: Shape) -> tuple[Formula, ...]:
        filters, high, wide = self.output_shape(shape)
        channels, taps = shape[0], self.kernel**2
        inputs, input_numbers = ("C", f"{channels}") if self.groups == 1 else ("C/G", f"{channels}/{self.groups}")
        bias, bias_numbers = ("", "")
        if self.bias:
            bias, bias_numbers = (" + F·OH·OW", f" + {filters}·{high}·{wide}") if self.unit_bias else (" + F", f" + {filters}")
        cost = self.cost(shape)
        return (
            *size_formulas(self.window, shape[1], shape[2]),
            Formula(
                "Parameters",
                f"F·{inputs}·K²{bias}",
                f"{filters}·{input_numbers}·{taps}{bias_numbers}",
                grouped(cost.parameters),
            ),
            Formula(
                "Multiply-adds",
                f"F·OH·OW·{inputs}·K²",
                f"{filters}·{high}·{wide}·{input_numbers}·{taps}",
                grouped(cost.macs),
            ),
        )

    def initialize(self, shape: Shape, rng: np.random.Generator, suits: str) -> None:
        initializer = INITIALIZERS.build(initializer_for(self.init, suits))
        fan_in = math.prod(self.params["W"].shape[1:])
        initializer.fill(self.params["W"], rng, fan_in=fan_in, fan_out=self.filters // self.groups * self.kernel**2)
        if self.bias:
            initializer.fill_bias(self.params["b"], rng, fan_in=fan_in)

    def forward(self, x: Array, training: bool = False) -> Array:
        images = batch_last(x)
        if training:
            self._x = images
        shared = self.params["b"] if self.bias and not self.unit_bias else None
        y = convolve(images, self.params["W"], self.window, groups=self.groups, bias=shared, engine=self.engine)
        if self.bias and self.unit_bias:
            y += self.params["b"][..., np.newaxis]
        return batch_first(y)

    def backward(self, dout: Array) -> Array:
        dout, w, dw = batch_last(dout), self.params["W"], self.grads["W"]
        db = self._bias_gradient(dout)
        return batch_first(gradients(self._x, w, dout, dw, self.window, groups=self.groups, db=db, engine=self.engine))

    def backward_params(self, dout: Array) -> None:
        dout, dw = batch_last(dout), self.grads["W"]
        db = self._bias_gradient(dout)
        filter_gradient(self._x, dout, dw, self.window, groups=self.groups, db=db, workers=self.engine.workers)

    def _bias_gradient(self, dout: Array) -> Array | None:
        """Write the gradient of biases per unit; return where the kernel is to write that of shared ones."""
        if not self.bias:
            return None
        if not self.unit_bias:
            return self.grads["b"]
        np.sum(dout, axis=3, out=self.grads["b"])
        return None
