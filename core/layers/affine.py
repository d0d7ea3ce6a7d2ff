"""The fully connected layer (book, section 5.6)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.arrays import Array, Shape
from core.fields import BoolField, ComponentField, IntField
from core.initializers import INITIALIZERS, initializer_for
from core.layers.base import LAYERS, Layer, require_vector


@LAYERS.register
class Affine(Layer):
    """``y = x·W + b`` for a batch of vectors.

    x is (N, D), W is (D, units), b is (units,), y is (N, units). Backward: ``dW = xᵀ·dout``,
    ``db = sum of dout over the batch``, ``dx = dout·Wᵀ``.
    """

    help = "Connects every input to every output."
    book = "5.6"
    family = "weights"

    units = IntField(100, minimum=1, maximum=1_000_000, soft_maximum=1000, help="How many outputs.")
    bias = BoolField(True, help="Add a trainable number to every output.")
    init = ComponentField("Auto", registry="initializers", title="Initial values", help="How the weights begin.", book="6.2")

    def output_shape(self, shape: Shape) -> Shape:
        require_vector(self, shape)
        return (self.units,)

    def parameter_shapes(self, shape: Shape) -> Mapping[str, Shape]:
        inputs = require_vector(self, shape)
        return {"W": (inputs, self.units), "b": (self.units,)} if self.bias else {"W": (inputs, self.units)}

    def macs(self, shape: Shape) -> int:
        return require_vector(self, shape) * self.units

    def initialize(self, shape: Shape, rng: np.random.Generator, suits: str) -> None:
        initializer = INITIALIZERS.build(initializer_for(self.init, suits))
        initializer.fill(self.params["W"], rng, fan_in=shape[0], fan_out=self.units)
        if self.bias:
            initializer.fill_bias(self.params["b"], rng, fan_in=shape[0])

    def forward(self, x: Array, training: bool = False) -> Array:
        if training:
            self._x = x
        y: Array = x @ self.params["W"]
        if self.bias:
            y += self.params["b"]
        return y

    def backward(self, dout: Array) -> Array:
        np.matmul(self._x.T, dout, out=self.grads["W"])
        if self.bias:
            np.sum(dout, axis=0, out=self.grads["b"])
        dx: Array = dout @ self.params["W"].T
        return dx
