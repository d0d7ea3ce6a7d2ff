"""What goes on in each layer at one moment: activations, weights and gradients, and units that give nothing any more.

Looked at with the network behaving as in prediction, on samples that are always the same, so that moments of a run can
be laid beside one another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array
from core.datasets.base import Samples
from core.layers.container import Child
from core.losses.base import LOSSES
from core.network import Network
from core.probes.frame_network import FrameNetwork
from core.training.frame import Frame

SAMPLES: Final = 200
KEPT: Final = 3000
"""So many values of each array are kept of a moment: enough for a histogram, few enough for many moments."""

ENDS: Final = {"Sigmoid": (0.0, 1.0), "Tanh": (-1.0, 1.0)}
FLAT: Final = 0.01
"""Sigmoid and tanh are saturated within this of their ends."""

DYING: Final = frozenset({"ReLU"})
THROUGH: Final = frozenset({"BatchNorm", "LRN"})
"""Layers that may stand between weights and their activation."""


@dataclass(frozen=True)
class LayerMoment:
    """One layer with weights, and the activation after it.

    Parameters
    ----------
    id
        The layer's id.
    activation
        The kind of its activation, "" without one.
    units, dead
        How many units it has, channels for images, and how many of those with ReLU give 0 for every sample.
    zeros, saturated
        Shares of its outputs that are exactly 0, and that are at the flat ends of sigmoid or tanh.
    spread
        The standard deviation of its outputs.
    gradient, backward
        The root of the mean square of the gradients of its weights, and of those that come back to its outputs.
    outputs, weights, gradients
        Some of the values, evenly chosen, always at the same places.
    """

    id: str
    activation: str
    units: int
    dead: int
    zeros: float
    saturated: float
    spread: float
    gradient: float
    backward: float
    outputs: Array
    weights: Array
    gradients: Array

    def values(self, what: str) -> Array:
        """Return the values of ``"outputs"``, ``"weights"`` or ``"gradients"``."""
        return {"outputs": self.outputs, "weights": self.weights, "gradients": self.gradients}[what]


@dataclass(frozen=True)
class Moment:
    """All layers with weights at the top of a network, after so many updates."""

    iteration: int
    layers: tuple[LayerMoment, ...]


def look_inside(networks: FrameNetwork, frame: Frame) -> Moment:
    """Measure one moment; takes one forward and one backward pass over at most 200 samples."""
    network = networks.settled_at(frame)
    samples = frame.data.validation if len(frame.data.validation) >= SAMPLES else frame.data.train
    with np.errstate(over="ignore", invalid="ignore"):
        outputs, returned = _pass_through(network, frame, samples.take(slice(SAMPLES)))
        return Moment(frame.iteration, tuple(_layers(network, outputs, returned)))


def _pass_through(network: Network, frame: Frame, samples: Samples) -> tuple[list[Array], dict[str, float]]:
    """Return the output of each layer at the top, and how large the gradient by it is where there are weights.

    The gradients of the weights stay in the network. Nothing is passed back further than to the first layer that learns.
    """
    x = samples.x.astype(network.theta.dtype, copy=False)
    outputs = []
    for child in network.chain.children:  # one by one, in the order of the person, so that each output is seen
        x = child.layer.forward(x, True)
        outputs.append(x)
    loss = LOSSES.build(frame.experiment.training.loss)
    loss.forward(x, samples.t)
    dout = loss.backward()
    children = network.chain.children
    first = next((place for place, child in enumerate(children) if child.layer.learns), len(children))
    returned = {}
    for child in reversed(children[first:]):
        if "W" in child.layer.params:
            returned[child.id] = _size(dout)
        if child is children[first]:
            child.layer.backward_params(dout)
        else:
            dout = child.layer.backward(dout)
    return outputs, returned


def _layers(network: Network, outputs: list[Array], returned: dict[str, float]) -> list[LayerMoment]:
    children = network.chain.children
    found = []
    for index, child in enumerate(children):
        if "W" in child.layer.params:
            at = _activation(children, index)
            kind = type(children[at].layer).__name__ if at != index else ""
            found.append(_layer(child, kind, outputs[at], returned[child.id]))
    return found


def _activation(children: tuple[Child, ...], index: int) -> int:
    """Return the place of the activation after a layer; its own place without one."""
    for place in range(index + 1, len(children)):
        if children[place].layer.family == "activation":
            return place
        if type(children[place].layer).__name__ not in THROUGH:
            break
    return index


def _layer(child: Child, kind: str, outputs: Array, returned: float) -> LayerMoment:
    weights, gradients = child.layer.params["W"], child.layer.grads["W"]
    axes = (0, *range(2, outputs.ndim))
    low, high = ENDS.get(kind, (-np.inf, np.inf))
    saturated = (outputs < low + FLAT) | (outputs > high - FLAT) if kind in ENDS else np.zeros(1, bool)
    return LayerMoment(
        id=child.id,
        activation=kind,
        units=outputs.shape[1],
        dead=int((outputs == 0).all(axis=axes).sum()) if kind in DYING else 0,
        zeros=float((outputs == 0).mean()),
        saturated=float(saturated.mean()),
        spread=float(outputs.std(dtype=np.float64)),
        gradient=_size(gradients),
        backward=returned,
        outputs=_some(outputs),
        weights=_some(weights),
        gradients=_some(gradients),
    )


def _size(values: Array) -> float:
    return float(np.sqrt(np.mean(np.square(values, dtype=np.float64))))


def _some(values: Array) -> Array:
    flat = values.reshape(-1)
    return flat[:: max(1, flat.size // KEPT)].copy()
