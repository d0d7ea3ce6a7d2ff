"""One weight of a network moved alone: the loss is smooth, the accuracy a staircase (book, section 4.2.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array, read_only
from core.expressions.expression import QUIET
from core.losses.base import LOSSES
from core.metrics import accuracy
from core.probes.frame_network import FrameNetwork
from core.training.frame import Frame

POSITIONS: Final = 49
SAMPLES: Final = 256
H: Final = 1e-3
"""How far both sides of a position lie from it: larger than the rounding of a weight, smaller than a step is wide."""


@dataclass(frozen=True, slots=True)
class WeightSlice:
    """What follows from one weight while all others stay.

    Parameters
    ----------
    name, index
        The array of the network, and which of its numbers, flat.
    here
        The weight's own value.
    values
        The positions, ``(n,)``.
    loss, accuracy
        There, ``(n,)``; the accuracy NaN where the task has none.
    loss_slope, accuracy_slope
        Their numerical derivatives, ``(n,)``.
    iteration, samples
        The moment, and how many samples were judged.
    """

    name: str
    index: int
    here: float
    values: Array
    loss: Array
    accuracy: Array
    loss_slope: Array
    accuracy_slope: Array
    iteration: int
    samples: int

    def flat_share(self, slopes: Array) -> float:
        """Return at which share of the positions a derivative is exactly 0."""
        return float(np.mean(slopes == 0))


def weight_slice(networks: FrameNetwork, frame: Frame, name: str, index: int, reach: float) -> WeightSlice:
    """Move one weight by up to `reach` to both sides and judge the training data at every position."""
    network = networks.at(frame)
    slot = next(slot for slot in frame.layout if slot.name == name)
    place = slot.start + min(max(0, index), slot.stop - slot.start - 1)
    here = float(frame.snapshot.theta[place])
    values = here + np.linspace(-reach, reach, POSITIONS)
    count = min(SAMPLES, len(frame.data.train))
    x = frame.data.train.x[:count].astype(network.theta.dtype, copy=False)
    t = frame.data.train.t[:count]
    judge = LOSSES.build(frame.experiment.training.loss)
    counted = frame.data.task == "classification"
    found = np.full((2, 2, POSITIONS), np.nan)
    try:
        with np.errstate(**QUIET):
            for column, value in enumerate(values):
                for side, shift in enumerate((-H, H)):
                    network.theta[place] = value + shift
                    scores = network.forward(x)
                    found[0, side, column] = judge.forward(scores, t)
                    found[1, side, column] = accuracy(scores, t) if counted else np.nan
    finally:
        network.theta[place] = here
    slopes = (found[:, 1] - found[:, 0]) / (2 * H)
    return WeightSlice(
        name,
        place - slot.start,
        here,
        read_only(values),
        read_only(found[0].mean(axis=0)),
        read_only(found[1, 1]),
        read_only(slopes[0]),
        read_only(slopes[1]),
        frame.iteration,
        count,
    )
