"""A network for asking about gradients: it behaves as outside training and still goes backward."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import DTypeLike

from core.arrays import Array, Shape
from core.layers.container import Chain, Container
from core.layers.relu import ReLU
from core.network import Network
from core.spec import NetworkSpec
from core.training.frame import Frame


class _GuidedReLU(ReLU):
    """Lets only positive gradients back, and only where it let the value through (arXiv 1412.6806)."""

    def backward(self, dout: Array) -> Array:
        return super().backward(np.maximum(dout, 0))


def asked_network(
    spec: NetworkSpec, input_shape: Shape, *, seed: int, guided: bool = False, dtype: DTypeLike = np.float32
) -> Network:
    """Return a network whose `forward` with ``training=True`` is that of prediction, and remembers for `backward`.

    Parameters
    ----------
    guided
        True to stop negative gradients at every ReLU.
    """
    network = Network(spec, input_shape, seed=seed, dtype=dtype)
    for visit in network.visits:
        visit.layer.settle()
    if guided:
        _guide(network.chain)
    return network


def network_of(frame: Frame, *, guided: bool = False) -> Network:
    """Return such a network with the parameters of a frame."""
    experiment = frame.experiment
    network = asked_network(experiment.network, frame.data.input_shape, seed=experiment.seed, guided=guided)
    frame.load_into(network)
    return network


def randomised(frame: Frame, *, guided: bool = False) -> Network:
    """Return such a network with other initial weights: what an explanation looks like when nothing was learned."""
    experiment = frame.experiment
    return asked_network(experiment.network, frame.data.input_shape, seed=experiment.seed + 1, guided=guided)


def _guide(chain: Chain) -> None:
    chain.children = tuple(replace(c, layer=_GuidedReLU()) if isinstance(c.layer, ReLU) else c for c in chain.children)
    for child in chain.children:
        if isinstance(child.layer, Container):
            for branch in child.layer.branches:
                _guide(branch)
