"""The loss of a real network over a plane through its parameters, and the way of its training on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array, read_only
from core.expressions.expression import QUIET
from core.losses.base import LOSSES
from core.network import Slot
from core.probes.frame_network import FrameNetwork
from core.training.frame import Frame

SAMPLES: Final = 96
"""Judged at every place: hundreds of places have to be computed while a person looks."""

MOST_MOMENTS: Final = 60
RANDOM_REACH: Final = 1.0
PATH_MARGIN: Final = 1.3


@dataclass(frozen=True, slots=True)
class Axes:
    """A plane through the parameters, ``centre + a·first + b·second``.

    Parameters
    ----------
    centre, first, second
        ``(P,)``.
    reach
        How far a and b go to both sides.
    path
        Where the kept moments of the training lie on it, ``(n, 2)``.
    apart
        How far each of them is from the plane, ``(n,)``.
    iterations
        Of the kept moments.
    """

    centre: Array
    first: Array
    second: Array
    reach: tuple[float, float]
    path: Array
    apart: Array
    iterations: tuple[int, ...]


def filter_normalised(layout: Sequence[Slot], theta: Array, rng: np.random.Generator) -> Array:
    """Return a random direction in which every filter is as long as the network's own (Li et al. 2018, arXiv 1712.09913).

    A filter is what makes one output: a column of an Affine's W, one kernel of a convolution. Biases and scales stay,
    because they have no filters and would drown the rest.
    """
    direction = np.zeros_like(theta)
    for slot in layout:
        weights = slot.view(theta)
        if weights.ndim < 2:
            continue
        drawn = rng.normal(size=weights.shape)
        others = 0 if weights.ndim == 2 else (-3, -2, -1)  # channels and kernel
        own, new = (np.sqrt((w.astype(np.float64) ** 2).sum(axis=others, keepdims=True)) for w in (weights, drawn))
        slot.view(direction)[...] = drawn * (own / np.maximum(new, 1e-12))
    return direction


def random_axes(frame: Frame, moments: Sequence[tuple[int, Array]], seed: int) -> Axes:
    """Return a plane of two random filter-normalised directions around a frame.

    Parameters
    ----------
    moments
        Iteration and parameters of kept moments, for the path.
    """
    rng = np.random.default_rng(seed)
    theta = frame.snapshot.theta
    first, second = (filter_normalised(frame.layout, theta, rng) for _ in range(2))
    return _with_path(theta, first, second, moments, (RANDOM_REACH, RANDOM_REACH))


def path_axes(frame: Frame, moments: Sequence[tuple[int, Array]]) -> Axes:
    """Return the plane in which the kept moments differ most from a frame: their first two principal components."""
    theta = frame.snapshot.theta
    ways = np.stack([moment.astype(np.float64) - theta for _, moment in _thinned(moments)])
    _, _, components = np.linalg.svd(ways, full_matrices=False)
    first, second = components[0], components[1]
    found = _with_path(theta, first, second, moments, (1.0, 1.0))
    reach = np.maximum(PATH_MARGIN * np.abs(found.path).max(axis=0), 1e-3)
    wide = float(reach.max())
    return Axes(found.centre, first, second, (wide, wide), found.path, found.apart, found.iterations)


def _thinned(moments: Sequence[tuple[int, Array]]) -> list[tuple[int, Array]]:
    """Return at most so many moments, evenly chosen, the last one among them."""
    if len(moments) <= MOST_MOMENTS:
        return list(moments)
    chosen = np.unique(np.linspace(0, len(moments) - 1, MOST_MOMENTS).round().astype(int))
    return [moments[i] for i in chosen]


def _with_path(
    centre: Array, first: Array, second: Array, moments: Sequence[tuple[int, Array]], reach: tuple[float, float]
) -> Axes:
    kept = _thinned(moments)
    base = np.stack([first, second]).astype(np.float64)
    ways = np.stack([moment.astype(np.float64) - centre for _, moment in kept]) if kept else np.empty((0, len(centre)))
    places = np.linalg.lstsq(base.T, ways.T, rcond=None)[0].T
    apart = np.linalg.norm(ways - places @ base, axis=1)
    iterations = tuple(iteration for iteration, _ in kept)
    return Axes(centre, first, second, reach, read_only(places), read_only(apart), iterations)


def plane_losses(networks: FrameNetwork, frame: Frame, axes: Axes, a: Array, b: Array, *, test: bool = False) -> Array:
    """Return the loss at all pairs, ``(len(b), len(a))``, on some of the training or the test data."""
    network = networks.at(frame)
    samples = frame.data.test if test and len(frame.data.test) else frame.data.train
    count = min(SAMPLES, len(samples))
    x = samples.x[:count].astype(network.theta.dtype, copy=False)
    t = samples.t[:count]
    judge = LOSSES.build(frame.experiment.training.loss)
    table = np.full((len(b), len(a)), np.nan)
    try:
        with np.errstate(**QUIET):
            for row, up in enumerate(b):
                for column, along in enumerate(a):
                    network.theta[...] = axes.centre + along * axes.first + up * axes.second
                    table[row, column] = judge.forward(network.forward(x), t)
    finally:
        frame.load_into(network)
    return table
