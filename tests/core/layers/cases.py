"""One table of configurations for every kind of layer; the battery runs over it and the golden arrays are made from it.

Numbers come from a generator's plain uniform draws, which NumPy keeps the same between versions.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from core.arrays import Array, Shape
from core.fields import Value
from core.network import Network
from core.spec import Branch, LayerSpec, NetworkSpec


def layer(kind: str, *branches: Branch, **settings: Value) -> LayerSpec:
    """Write a layer's spec shortly."""
    return LayerSpec(kind, tuple(sorted(settings.items())), branches)


@dataclass(frozen=True)
class Case:
    """One layer in one configuration.

    Parameters
    ----------
    differentiable
        False where backward is not the derivative of forward, or there is none.
    golden
        False where there is nothing to compare with: randomness, a made-up gradient.
    """

    spec: LayerSpec
    shape: Shape
    batch: int = 3
    differentiable: bool = True
    golden: bool = True

    def __str__(self) -> str:
        return f"{describe(self.spec)} on {'x'.join(map(str, self.shape))}, {self.batch}"

    def network(self, dtype: type = np.float64) -> Network:
        """Build a network of this layer alone, every parameter somewhere between −1 and 1."""
        network = Network(NetworkSpec((self.spec,)), self.shape, seed=1, dtype=dtype)
        network.theta[...] = uniform(network.theta.shape, 2) / 2
        return network

    @cached_property
    def x(self) -> Array:
        """A batch ``(N, …)`` of numbers between −2 and 2, in float64."""
        return uniform((self.batch, *self.shape), 3)

    def dout(self, shape: Shape) -> Array:
        """A gradient by an output of that shape, in float64."""
        return uniform(shape, 4)


def uniform(shape: Shape, seed: int) -> Array:
    """Return numbers between −2 and 2 that are exact in float32, so that both precisions start alike."""
    numbers = np.random.default_rng(seed).random(math.prod(shape)) * 4 - 2
    return numbers.astype(np.float32).astype(np.float64).reshape(shape)


def describe(spec: LayerSpec) -> str:
    """Write a spec for a test's name."""
    inside = ["[" + " ".join(describe(inner) for inner in branch) + "]" for branch in spec.branches]
    settings = [f"{name}={value}" for name, value in spec.settings]
    return f"{spec.kind}({', '.join(settings + inside)})"


def _conv(**settings: Value) -> LayerSpec:
    return layer("Conv", **settings)


def _block(channels: int, stride: int = 1) -> Branch:
    return (
        _conv(filters=channels, kernel=3, stride=stride, pad=1, bias=False),
        layer("BatchNorm"),
        layer("ReLU"),
        _conv(filters=channels, kernel=3, pad=1, bias=False),
        layer("BatchNorm"),
    )


_ELEMENTWISE = (
    layer("ReLU"), layer("LeakyReLU"), layer("LeakyReLU", slope=0.3), layer("ELU"), layer("ELU", alpha=0.5),
    layer("GELU"), layer("GELU", approximate="tanh"), layer("Swish"), layer("Swish", beta=2.0), layer("Sigmoid"),
    layer("Tanh"), layer("ScaledTanh"), layer("Identity"), layer("Softmax"), layer("Step"),
)  # fmt: skip

CASES: tuple[Case, ...] = (
    *(Case(spec, shape) for spec in _ELEMENTWISE for shape in ((5,), (2, 3, 4))),
    Case(layer("Step", straight_through=True), (5,), differentiable=False, golden=False),
    # fully connected
    Case(layer("Affine", units=3), (4,)),
    Case(layer("Affine", units=1, bias=False), (5,), batch=1),
    # convolution
    Case(_conv(filters=3, kernel=3), (2, 5, 5)),
    Case(_conv(filters=2, kernel=5), (1, 7, 6), batch=1),
    Case(_conv(filters=3, kernel=3, pad=1), (2, 4, 5)),
    Case(_conv(filters=4, kernel=3, stride=2, pad=1), (3, 7, 8), batch=2),
    Case(_conv(filters=2, kernel=3, pad=2, dilation=2), (2, 5, 6)),
    Case(_conv(filters=6, kernel=3, groups=2), (4, 4, 5), batch=2),
    Case(_conv(filters=4, kernel=3, pad=1, groups=4), (4, 4, 4), batch=2),
    Case(_conv(filters=4, kernel=2, stride=2, pad=1, dilation=2, groups=2), (2, 6, 7), batch=2),
    Case(_conv(filters=3, kernel=1), (4, 3, 4)),
    Case(_conv(filters=4, kernel=1, groups=2), (4, 3, 4)),
    Case(_conv(filters=3, kernel=1, stride=2, bias=False), (2, 5, 4)),
    Case(_conv(filters=2, kernel=4, stride=3), (1, 9, 6)),
    Case(_conv(filters=2, kernel=2, stride=3), (2, 6, 7)),
    Case(_conv(filters=2, kernel=2, pad=3), (1, 2, 3)),
    Case(_conv(filters=2, kernel=3, stride=2, pad=1, unit_bias=True), (1, 6, 6)),
    Case(layer("LocallyConnected", filters=2, kernel=3), (2, 4, 5)),
    Case(layer("LocallyConnected", filters=2, kernel=3, stride=2, pad=1, bias=False), (1, 6, 5), batch=2),
    # pooling
    *(
        Case(layer(kind, **settings), shape)
        for kind in ("MaxPool", "AveragePool")
        for settings, shape in (
            ({}, (2, 4, 6)),
            ({"size": 2}, (2, 5, 7)),
            ({"size": 3, "stride": 2}, (2, 7, 5)),
            ({"size": 3, "stride": 2, "pad": 1}, (2, 6, 5)),
            ({"size": 2, "stride": 1, "pad": 1}, (1, 3, 3)),
            ({"size": 2, "stride": 3}, (1, 6, 5)),
            ({"size": 1}, (1, 2, 2)),
        )
    ),
    Case(layer("GlobalAveragePool"), (3, 4, 5)),
    # shape
    Case(layer("Flatten"), (2, 3, 4)),
    Case(layer("Flatten"), (5,)),
    Case(layer("Reshape", shape=(3, 2, 4)), (24,)),
    Case(layer("Reshape", shape=(4, 6)), (2, 3, 4)),
    Case(layer("Features"), (2,), golden=False),
    Case(
        layer("Features", first_squared=True, second_squared=True, product=True, sine_first=True, sine_second=True, radius=True),
        (2,),
        golden=False,
    ),
    # normalisation
    Case(layer("BatchNorm"), (4,), batch=6),
    Case(layer("BatchNorm", momentum=0.5, eps=0.01), (3, 2, 4)),
    Case(layer("LRN", alpha=0.1), (7, 2, 3)),
    Case(layer("LRN", n=4, k=1.0, alpha=0.5, beta=0.5), (6, 2, 2)),
    Case(layer("LRN", n=9, alpha=0.1), (3, 2, 2)),
    Case(layer("Dropout"), (6,), golden=False),
    Case(layer("Dropout", ratio=0.2), (2, 3, 4), golden=False),
    # containers
    Case(layer("Sequential", (layer("Affine", units=4), layer("Tanh")), repeat=2), (4,)),
    Case(layer("Sequential", (_conv(filters=2, kernel=3), layer("ReLU"), layer("Flatten"), layer("Affine", units=2))), (1, 5, 5)),
    Case(layer("Residual", (layer("Affine", units=4), layer("Tanh"))), (4,)),
    Case(layer("Residual", ()), (2, 3, 3)),
    Case(layer("Residual", _block(2)), (2, 4, 4)),
    Case(layer("Residual", _block(3, stride=2), shortcut="pad"), (2, 5, 4)),
    Case(layer("Residual", (layer("Affine", units=5),), shortcut="pad"), (3,)),
    Case(layer("Residual", _block(3, stride=2), shortcut="projection"), (2, 5, 4)),
    Case(layer("Residual", _block(3, stride=2), shortcut="projection", normalise=True), (2, 4, 4)),
    Case(layer("Residual", (layer("Affine", units=2),), shortcut="projection", normalise=True), (3,), batch=5),
    Case(layer("Residual", (_conv(filters=2, kernel=3, pad=1), layer("Residual", (layer("Tanh"),)))), (2, 3, 3)),
    Case(layer("Parallel", (layer("Affine", units=2),), (layer("Tanh"),)), (3,)),
    Case(layer("Parallel", (layer("Affine", units=3),), (), (layer("Tanh"),), merge="add"), (3,)),
    Case(
        layer(
            "Parallel",
            (_conv(filters=2, kernel=1),),
            (_conv(filters=1, kernel=1), layer("ReLU"), _conv(filters=3, kernel=3, pad=1)),
            (layer("MaxPool", size=3, stride=1, pad=1), _conv(filters=1, kernel=1)),
            (layer("Residual", (_conv(filters=2, kernel=3, pad=1),)), layer("BatchNorm")),
        ),
        (2, 4, 3),
    ),
    Case(layer("Residual", (layer("Parallel", (_conv(filters=1, kernel=1),), (_conv(filters=2, kernel=5, pad=2),)),)), (3, 3, 4)),
)
