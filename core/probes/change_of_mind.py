"""The smallest change of a sample that changes a network's mind, found by gradient (DeepFool, arXiv 1511.04599)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array
from core.network import Network
from core.probes.attribution import scores_of

MOST_STEPS: Final = 60
OVERSHOOT: Final = 1.02
"""Each step goes a little beyond the border that its tangent shows, or the walk would creep up to it for ever."""


@dataclass(frozen=True)
class ChangedMind:
    """A sample on the other side of a border.

    Parameters
    ----------
    before, after
        The sample and the changed one, ``(1, *input_shape)``.
    said, target
        The class before, and that which was aimed at.
    reached
        Whether the network now says the target.
    steps
        How many gradients were followed.
    """

    before: Array
    after: Array
    said: int
    target: int
    reached: bool
    steps: int

    @property
    def change(self) -> Array:
        """What was added, ``input_shape``."""
        change: Array = (self.after - self.before)[0]
        return change

    @property
    def size(self) -> float:
        """The length of the change, as a share of the range of the sample times the root of its count: 1 changes all of it."""
        span = float(self.before.max() - self.before.min()) or 1.0
        return float(np.sqrt(np.mean(np.square(self.change, dtype=np.float64)))) / span


def change_mind(network: Network, x: Array, *, target: int | None = None, low: float, high: float) -> ChangedMind:
    """Walk a batch of one to the nearest border with another class, pixel values between `low` and `high`.

    At each step the scores are taken for linear: the shortest way to where two of them are equal is then along the
    difference of their gradients, by the difference of the scores over its squared length.

    Parameters
    ----------
    network
        Of `core.probes.asked_network`.
    target
        The class to reach; None for the one whose border seems nearest at the first step.
    """
    said = int(scores_of(network, x)[0].argmax())
    now, goal, steps = x.astype(np.float64), target, 0
    while steps < MOST_STEPS:
        scores, slopes = _scores_and_slopes(network, now.astype(x.dtype))
        if goal is None:
            goal = _nearest(scores, slopes, said)
        if int(scores.argmax()) == goal:
            return ChangedMind(x, now.astype(x.dtype), said, goal, True, steps)
        away = int(np.delete(scores, goal).argmax())
        away += away >= goal
        slope = slopes[goal] - slopes[away]
        free = ~(((now[0] <= low) & (slope < 0)) | ((now[0] >= high) & (slope > 0)))  # pixels at an end cannot go on
        slope = np.where(free, slope, 0)
        length = float(np.square(slope).sum())
        if length == 0:
            break
        missing = float(scores[away] - scores[goal]) + 1e-4
        now = np.clip(now + OVERSHOOT * missing / length * slope, low, high)
        steps += 1
    reached = int(scores_of(network, now.astype(x.dtype))[0].argmax()) == goal
    return ChangedMind(x, now.astype(x.dtype), said, said if goal is None else goal, reached, steps)


def _scores_and_slopes(network: Network, x: Array) -> tuple[Array, Array]:
    """Return all scores ``(K,)`` and their gradients by the sample, ``(K, *input_shape)``: one copy of it for each."""
    count = network.output_shape[0]
    scores = network.forward(np.repeat(x, count, axis=0), training=True)
    slopes = network.backward(np.eye(count, dtype=scores.dtype))
    return scores[0].astype(np.float64), slopes.astype(np.float64)


def _nearest(scores: Array, slopes: Array, said: int) -> int:
    """Return the class whose border is nearest, if all scores were linear."""
    best, found = np.inf, (said + 1) % len(scores)
    for k in range(len(scores)):
        if k != said:
            length = float(np.sqrt(np.square(slopes[k] - slopes[said]).sum()))
            distance = float(scores[said] - scores[k]) / length if length else np.inf
            if distance < best:
                best, found = distance, k
    return found
