"""A network of fully connected layers as neurons: which there are, what each sees of the inputs, and how good they are.

A neuron is one output of an Affine layer together with what follows it before the next one: its activation.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from core.arrays import Array, Shape
from core.datasets.base import Samples
from core.layers.base import LAYERS
from core.layers.features import FEATURES, Features
from core.losses.base import LOSSES
from core.metrics import accuracy
from core.network import Network, build_layer
from core.probes.frame_network import FrameNetwork
from core.spec import NetworkSpec
from core.training.frame import Frame

Obstacle = Literal["images", "containers", "no_neurons"]
Stage = Literal["output", "sum", "gradient"]
"""What a map shows: what the neuron gives, the weighted sum before its activation, or how the answer hangs on what it gives."""

SUBSCRIPTS: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
INPUTS: Final = ""
JUDGED: Final = 500
"""So many samples at most are looked at for the losses."""


@dataclass(frozen=True, slots=True)
class NeuronLayer:
    """One column of neurons.

    Parameters
    ----------
    id
        The Affine layer that makes the weighted sums.
    end
        The last layer before the next Affine layer: what these neurons give.
    activation
        The kind of the activation between the two, or "".
    inputs, units
        How many go in and come out.
    has_bias
        Whether each neuron has a bias.
    """

    id: str
    end: str
    activation: str
    inputs: int
    units: int
    has_bias: bool


def neuron_layers(spec: NetworkSpec, input_shape: Shape) -> tuple[NeuronLayer, ...] | Obstacle:
    """Return the columns of neurons, or why the network cannot be drawn so: it has layers that are not made of neurons."""
    columns: list[NeuronLayer] = []
    size = math.prod(input_shape)
    for layer in spec.layers:
        family = LAYERS.get(layer.kind).family
        if family == "container":
            return "containers"
        if layer.kind == "Affine":
            built = build_layer(layer)
            units = built.output_shape((size,))[0]
            columns.append(NeuronLayer(layer.id, layer.id, "", size, units, "b" in built.parameter_shapes((size,))))
            size = units
        elif isinstance(features := build_layer(layer), Features) and not columns:
            size = len(features.chosen)
        elif family in {"weights", "pooling"} or (family == "shape" and columns):
            return "images"
        elif columns:
            last = columns[-1]
            activation = layer.kind if family == "activation" and not last.activation else last.activation
            columns[-1] = NeuronLayer(last.id, layer.id, activation, last.inputs, last.units, last.has_bias)
    return tuple(columns) or "no_neurons"


def input_names(spec: NetworkSpec, count: int) -> tuple[str, ...]:
    """Return what the inputs of the first column are called: features by what they are, others by their number."""
    for layer in spec.layers:
        if isinstance(features := build_layer(layer), Features):
            return tuple(FEATURES[name].symbol for name in features.chosen)
    return tuple("x" + str(n + 1).translate(SUBSCRIPTS) for n in range(count))


@dataclass(frozen=True, slots=True)
class NeuronState:
    """What the neurons do at one moment.

    Parameters
    ----------
    maps
        By layer id ``(units, rows, columns)``: what each neuron gives over the range of the inputs, the last layer
        after the loss made answers of it; rows along the second input from high to low. Under `INPUTS` what enters the
        first layer. Empty for more than two inputs.
    train, held_out
        Loss and accuracy on training and test data, of at most `JUDGED` samples each.
    iteration
        The moment.
    """

    maps: Mapping[str, Array]
    train: tuple[float, float]
    held_out: tuple[float, float]
    iteration: int


def input_grid(ranges: Sequence[tuple[float, float]], side: int) -> Array:
    """Return the centres of `side` cells along each of one or two inputs, ``(rows, columns, D)``, the second from high to low."""
    axes = [low + (high - low) * (np.arange(side) + 0.5) / side for low, high in ranges]
    if len(axes) == 1:
        return axes[0].astype(np.float32)[None, :, None]
    across, up = np.meshgrid(axes[0], axes[1][::-1])
    return np.stack([across, up], axis=-1).astype(np.float32)


def neuron_state(
    networks: FrameNetwork,
    frame: Frame,
    layers: tuple[NeuronLayer, ...],
    ranges: Sequence[tuple[float, float]],
    side: int,
    *,
    stage: Stage = "output",
) -> NeuronState:
    """Return what the neurons of a frame's network do; with no ranges without maps."""
    network = networks.at(frame)
    maps: dict[str, Array] = {}
    if ranges:
        grid = input_grid(ranges, side)
        flat = grid.reshape(-1, grid.shape[-1])
        outputs = _gradients(networks, frame, flat) if stage == "gradient" else {INPUTS: flat, **dict(network.outputs(flat))}
        ids = [*outputs]
        maps[INPUTS] = outputs[ids[ids.index(layers[0].id) - 1]].T.reshape(-1, *grid.shape[:2])
        for layer in layers:
            given = outputs[layer.id if stage == "sum" else layer.end]
            if layer is layers[-1] and stage == "output":
                given = LOSSES.build(frame.experiment.training.loss).predict(given)[:, -layer.units :]
            maps[layer.id] = given.T.reshape(-1, *grid.shape[:2])
    data = frame.data
    return NeuronState(maps, judged(network, frame, data.train), judged(network, frame, data.test), frame.iteration)


def _gradients(networks: FrameNetwork, frame: Frame, x: Array) -> dict[str, Array]:
    """Return how the score of the answer changes with each layer's output, by layer id, each ``(N, units)``.

    The answer is the only score, of two classes how much the second is ahead of the first, else the score that is highest.
    """
    network = networks.settled_at(frame)
    scores = network.forward(x, training=True)
    dout = np.zeros_like(scores)
    if scores.shape[1] == 2:
        dout[:] = (-1, 1)
    else:
        dout[np.arange(len(scores)), scores.argmax(axis=1)] = 1
    children = network.chain.children
    found = {}
    for child in reversed(children):
        found[child.id] = dout
        dout = child.layer.backward(dout)
    return {INPUTS: dout, **dict(reversed(found.items()))}


def judged(network: Network, frame: Frame, samples: Samples) -> tuple[float, float]:
    """Return loss and accuracy on the first samples; NaN where there is none."""
    x, t = samples.x[:JUDGED], samples.t[:JUDGED]
    if not len(t):
        return np.nan, np.nan
    scores = network.forward(x.astype(network.theta.dtype, copy=False))
    loss = LOSSES.build(frame.experiment.training.loss).forward(scores, t)
    if frame.data.task == "regression":
        return loss, np.nan
    return loss, accuracy(scores, t)
