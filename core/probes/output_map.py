"""What a network says everywhere on the plane or the line, not just at the samples."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.arrays import Array
from core.probes.frame_network import FrameNetwork
from core.probes.predictions import predict
from core.training.frame import Frame


@dataclass(frozen=True, slots=True)
class OutputMap:
    """Answers on a grid.

    Parameters
    ----------
    axes
        The places along each input, in the units of the prepared data: one array for the line, two for the plane.
    outputs
        ``(side, K)`` for the line, ``(side, side, K)`` for the plane, rows along the second input from low to high.
    iteration
        The moment.
    """

    axes: tuple[Array, ...]
    outputs: Array
    iteration: int


def input_range(x: Array, margin: float = 0.05) -> tuple[tuple[float, float], ...]:
    """Return the lowest and highest place to show along each input of samples (N, D), with a margin."""
    low, high = x.min(axis=0).astype(float), x.max(axis=0).astype(float)
    room = margin * np.where(high > low, high - low, 1.0)
    return tuple(zip((low - room).tolist(), (high + room).tolist(), strict=True))


def output_map(networks: FrameNetwork, frame: Frame, ranges: tuple[tuple[float, float], ...], side: int) -> OutputMap:
    """Return the answers of a frame's network at the centres of `side` cells along each of one or two inputs."""
    axes = tuple(low + (high - low) * (np.arange(side) + 0.5) / side for low, high in ranges)
    grid = np.stack(np.meshgrid(*axes), axis=-1).astype(np.float32)
    answers = predict(networks, frame, grid.reshape(-1, len(axes)))
    return OutputMap(axes, answers.probabilities.reshape(*grid.shape[:-1], -1), answers.iteration)
