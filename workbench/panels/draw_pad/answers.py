"""What the network is asked about a drawing beyond its class: why, and what would change its mind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array
from core.datasets.recipe import Data
from core.probes.asked_network import network_of
from core.probes.attribution import saliency
from core.probes.change_of_mind import ChangedMind, change_mind
from core.probes.drawing import DrawingFrame
from core.probes.frame_network import FrameNetwork
from core.probes.last_hidden import Neighbour, nearest_in_hidden
from core.probes.predictions import predict
from core.training.frame import Frame

NEIGHBOURS: Final = 5
SEARCHED: Final = 2000
"""Training samples among which the nearest are looked for."""


@dataclass(frozen=True)
class Why:
    """Why the network says what it says.

    Parameters
    ----------
    saliency
        ``(side, side)``.
    neighbours, pictures, labels
        The nearest training samples in the last hidden layer, as pictures ``(n, side, side)``, and what they are.
    """

    saliency: Array
    neighbours: tuple[Neighbour, ...]
    pictures: Array
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Mind:
    """The smallest change that was found, as pictures ``(side, side)``: paper 0, ink 1; the change has a sign.

    Parameters
    ----------
    probability
        Of the class that the network says after the change.
    """

    found: ChangedMind
    change: Array
    after: Array
    probability: float


def why(networks: FrameNetwork, frame: Frame, style: DrawingFrame, sample: Array) -> Why:
    """Ask why, for a prepared drawing."""
    said = int(predict(networks, frame, sample).probabilities[0].argmax())
    strength = saliency(network_of(frame), sample, said).reshape(style.side, style.side)
    data: Data = frame.data
    nearest = nearest_in_hidden(networks.at(frame), sample, data.train.x[:SEARCHED], NEIGHBOURS)
    rows = [each.row for each in nearest]
    labels = tuple(data.classes[int(t)] for t in data.train.t[rows])
    return Why(strength, nearest, _pictures(style, data.train.x[rows]), labels)


def mind(networks: FrameNetwork, frame: Frame, style: DrawingFrame, sample: Array, target: int | None) -> Mind:
    """Look for the smallest change after which the network says another class, or a certain one."""
    low, high = sorted((style.paper, style.ink))
    found = change_mind(network_of(frame), sample, target=target, low=low, high=high)
    probabilities = predict(networks, frame, found.after).probabilities[0]
    change = found.change.reshape(style.side, style.side) / (style.ink - style.paper)
    return Mind(found, change, _pictures(style, found.after)[0], float(probabilities[found.target]))


def _pictures(style: DrawingFrame, x: Array) -> Array:
    pictures: Array = np.clip((x.reshape(-1, style.side, style.side) - style.paper) / (style.ink - style.paper), 0, 1)
    return pictures
