"""What the network of a frame says to some inputs."""

from __future__ import annotations

from dataclasses import dataclass

from core.arrays import Array
from core.losses.base import LOSSES
from core.probes.frame_network import FrameNetwork
from core.training.frame import Frame


@dataclass(frozen=True, slots=True)
class Predictions:
    """Answers at one moment.

    Parameters
    ----------
    probabilities
        ``(N, K)``; for regression the outputs themselves.
    iteration
        The moment.
    """

    probabilities: Array
    iteration: int


def predict(networks: FrameNetwork, frame: Frame, x: Array) -> Predictions:
    """Return the answers to inputs ``(N, *input_shape)`` that are prepared as the training data was."""
    scores = networks.at(frame).forward(x)
    loss = LOSSES.build(frame.experiment.training.loss)
    return Predictions(loss.predict(scores), frame.iteration)
