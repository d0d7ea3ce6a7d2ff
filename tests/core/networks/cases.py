"""Whole networks that are compared with PyTorch in double precision: small, and with everything that networks are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array, Shape
from core.network import Network
from core.text import parse_network
from tests.core.layers.cases import uniform


@dataclass(frozen=True)
class NetworkCase:
    """A network, the shape of a sample, and how many there are."""

    name: str
    text: str
    shape: Shape
    batch: int
    outputs: int

    def network(self) -> Network:
        """Return it with parameters that no initial value has: biases are not 0, nor scales 1."""
        network = Network(parse_network(self.text), self.shape, seed=0, dtype=np.float64)
        network.theta[...] = uniform(network.theta.shape, 1) / 3
        for name, values in network.parameters.items():
            if name.endswith(".gamma"):
                values[...] += 1
        return network

    @property
    def x(self) -> Array:
        """The batch."""
        return uniform((self.batch, *self.shape), 2)

    @property
    def dout(self) -> Array:
        """The gradient by the output."""
        return uniform((self.batch, self.outputs), 3)


NETWORKS: Final = (
    NetworkCase(
        "deep",
        "Conv(5, 3, pad=1) ReLU Conv(6, 3, pad=1) ReLU MaxPool(2) Conv(7, 3, pad=2) ReLU MaxPool(2) "
        "Flatten Affine(9) ReLU Affine(3)",
        (2, 9, 10),
        5,
        3,
    ),
    NetworkCase(
        "residual",
        "Conv(4, 3, pad=1) BatchNorm ReLU Residual(Conv(4, 3, pad=1) BatchNorm ReLU Conv(4, 3, pad=1) BatchNorm) ReLU "
        "Residual(Conv(6, 3, pad=1, stride=2) BatchNorm ReLU Conv(6, 3, pad=1) BatchNorm, shortcut='projection') ReLU "
        "GlobalAveragePool Affine(3)",
        (3, 11, 8),
        7,
        3,
    ),
    NetworkCase(
        "inception",
        "Conv(4, 5, stride=2) ReLU LRN Parallel([Conv(3, 1) ReLU] [Conv(2, 3, pad=1) ReLU Conv(3, 3, pad=1) ReLU] "
        "[MaxPool(3, stride=1, pad=1) Conv(2, 1)]) AveragePool(2) Flatten Affine(4)",
        (3, 13, 12),
        1,
        4,
    ),
    NetworkCase(
        "grouped",
        "Conv(4, 3, dilation=2) Tanh Conv(8, 3, pad=1, groups=2) Sigmoid MaxPool(3, stride=2) "
        "Flatten Affine(5) BatchNorm ReLU Affine(2)",
        (2, 12, 9),
        3,
        2,
    ),
)
