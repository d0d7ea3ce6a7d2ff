"""Filters that are not shared between positions (LeCun 1989, "Generalization and network design strategies")."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from core.arrays import Array, Shape
from core.fields import BoolField, ComponentField, IntField
from core.initializers import INITIALIZERS, initializer_for
from core.kernels.im2col import col2im, windows
from core.kernels.layout import batch_first, batch_last, framed, unframed
from core.kernels.window import Window
from core.layers.base import LAYERS, Layer, require_window
from core.layers.formula import Formula, grouped, size_formulas


@LAYERS.register
class LocallyConnected(Layer):
    """A convolution without sharing: every output position has filters and biases of its own.

    x is (N, C, H, W), W is (OH, OW, filters, C, K, K), b is (filters, OH, OW), y is (N, filters, OH, OW).
    """

    title = "Locally connected"
    help = "Looks at small windows as a convolution does, but with other weights at every position."
    book = "7.2"
    family = "weights"

    filters = IntField(4, minimum=1, maximum=100_000, soft_maximum=64, help="How many outputs at every position.")
    kernel = IntField(
        3, minimum=1, maximum=1000, soft_maximum=11, title="Filter size", help="Height and width of a filter.", unit="px"
    )
    stride = IntField(1, minimum=1, maximum=1000, soft_maximum=4, help="How far the window moves each time.", unit="px")
    pad = IntField(
        0, minimum=0, maximum=1000, soft_maximum=5, title="Padding", help="A frame of zeros around the image.", unit="px"
    )
    bias = BoolField(True, help="Add a trainable number to every output.")
    init = ComponentField("Auto", registry="initializers", title="Initial values", help="How the weights begin.", book="6.2")

    @property
    def window(self) -> Window:
        """How the filters lie and move."""
        return Window(self.kernel, self.stride, self.pad)

    def output_shape(self, shape: Shape) -> Shape:
        _, _, _, high, wide = require_window(self, shape, self.window)
        return (self.filters, high, wide)

    def parameter_shapes(self, shape: Shape) -> Mapping[str, Shape]:
        filters, high, wide = self.output_shape(shape)
        weights = {"W": (high, wide, filters, shape[0], self.kernel, self.kernel)}
        return {**weights, "b": (filters, high, wide)} if self.bias else weights

    def macs(self, shape: Shape) -> int:
        return math.prod(self.output_shape(shape)) * shape[0] * self.kernel**2

    def explain(self, shape: Shape) -> tuple[Formula, ...]:
        filters, high, wide = self.output_shape(shape)
        taps = self.kernel**2
        inputs, numbers = ("(C·K² + 1)", f"({shape[0]}·{taps} + 1)") if self.bias else ("C·K²", f"{shape[0]}·{taps}")
        cost = self.cost(shape)
        units = f"{filters}·{high}·{wide}"
        return (
            *size_formulas(self.window, shape[1], shape[2]),
            Formula("Parameters", f"F·OH·OW·{inputs}", f"{units}·{numbers}", grouped(cost.parameters)),
            Formula("Multiply-adds", "F·OH·OW·C·K²", f"{units}·{shape[0]}·{taps}", grouped(cost.macs)),
        )

    def initialize(self, shape: Shape, rng: np.random.Generator, suits: str) -> None:
        initializer = INITIALIZERS.build(initializer_for(self.init, suits))
        fan_in = shape[0] * self.kernel**2
        initializer.fill(self.params["W"], rng, fan_in=fan_in, fan_out=self.filters * self.kernel**2)
        if self.bias:
            initializer.fill_bias(self.params["b"], rng, fan_in=fan_in)

    def forward(self, x: Array, training: bool = False) -> Array:
        images = framed(batch_last(x), self.pad)
        high, wide = self.params["W"].shape[:2]
        seen = (
            windows(images, self.window)
            .transpose(3, 4, 0, 1, 2, 5)
            .reshape(high * wide, images.shape[0] * self.kernel**2, len(x))
        )
        y = np.matmul(self._filters(), seen).reshape(high, wide, self.filters, len(x)).transpose(2, 0, 1, 3)
        if training:
            self._seen, self._framed = seen, images.shape
        return batch_first(y + self.params["b"][..., np.newaxis] if self.bias else y)

    def backward(self, dout: Array) -> Array:
        by_position = dout.transpose(2, 3, 1, 0).reshape(len(self._seen), self.filters, -1)
        self.grads["W"][...] = np.matmul(by_position, self._seen.swapaxes(1, 2)).reshape(self.grads["W"].shape)
        if self.bias:
            np.sum(dout, axis=0, out=self.grads["b"])
        col = np.matmul(self._filters().swapaxes(1, 2), by_position)
        dx = np.zeros(self._framed, dout.dtype)
        high, wide = self.params["W"].shape[:2]
        col2im(np.moveaxis(col, 0, 1), self.window, (slice(0, high), slice(0, wide)), dx)
        return batch_first(unframed(dx, self.pad))

    def _filters(self) -> Array:
        """Return ``(positions, filters, C·K·K)``."""
        return self.params["W"].reshape(-1, self.filters, self.params["W"][0, 0, 0].size)
