"""The fully connected layer (book, section 5.6)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.arrays import Array, Shape
from core.fields import BoolField, ComponentField, IntField
from core.initializers import INITIALIZERS, initializer_for
from core.kernels.affine import SMALL, JoinedBias, product
from core.kernels.constants import Constant
from core.layers.base import LAYERS, Layer, require_vector
from core.layers.formula import Formula, grouped


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

    def __init__(self, *values: object, **named: object) -> None:
        super().__init__(*values, **named)
        self._ones = Constant(1)
        self._joined = JoinedBias()

    def output_shape(self, shape: Shape) -> Shape:
        require_vector(self, shape)
        return (self.units,)

    def parameter_shapes(self, shape: Shape) -> Mapping[str, Shape]:
        inputs = require_vector(self, shape)
        return {"W": (inputs, self.units), "b": (self.units,)} if self.bias else {"W": (inputs, self.units)}

    def macs(self, shape: Shape) -> int:
        return require_vector(self, shape) * self.units

    def explain(self, shape: Shape) -> tuple[Formula, ...]:
        inputs, units, cost = require_vector(self, shape), self.units, self.cost(shape)
        bias, bias_number = (" + U", f" + {units}") if self.bias else ("", "")
        return (
            Formula("Output size", "U", f"{units}", grouped(units)),
            Formula("Parameters", f"D·U{bias}", f"{inputs}·{units}{bias_number}", grouped(cost.parameters)),
            Formula("Multiply-adds", "D·U", f"{inputs}·{units}", grouped(cost.macs)),
        )

    def initialize(self, shape: Shape, rng: np.random.Generator, suits: str) -> None:
        initializer = INITIALIZERS.build(initializer_for(self.init, suits))
        initializer.fill(self.params["W"], rng, fan_in=shape[0], fan_out=self.units)
        if self.bias:
            initializer.fill_bias(self.params["b"], rng, fan_in=shape[0])

    def forward(self, x: Array, training: bool = False) -> Array:
        if training:
            self._x = x
            small = self._joined.product(x, self.params, self.grads) if x.size <= SMALL else None
            self._small = small is not None
            if small is not None:
                return small
        y = product(x, self.params["W"], self.engine.workers)
        if "b" in self.params:
            y += self.params["b"]
        return y

    def backward(self, dout: Array) -> Array:
        self.backward_params(dout)
        w = self.params["W"]
        # A flattened image has the batch innermost; its gradient gets the same memory order.
        dx: Array = w.dot(dout.T).T if self._x.flags.f_contiguous else dout.dot(w.T)
        return dx

    def backward_params(self, dout: Array) -> None:
        if self._small:
            self._joined.gradients(dout)
            return
        self._x.T.dot(dout, self.grads["W"])
        if "b" in self.grads:
            self._ones.row(len(dout), dout).dot(dout, self.grads["b"])
