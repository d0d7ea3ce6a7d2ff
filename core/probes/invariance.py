"""How much a network minds when its samples are shifted, turned, shrunk, disturbed or mixed up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np

from core.arrays import Array, Shape
from core.layers.average_pool import AveragePool
from core.layers.max_pool import MaxPool
from core.network import Network
from core.probes.accuracy import answers
from core.probes.layer_outputs import layer_outputs

Disturbance = Literal["shift", "rotate", "scale", "noise", "contrast", "permutation"]
DISTURBANCES: Final[tuple[Disturbance, ...]] = get_args(Disturbance)
STRONGEST: Final[dict[Disturbance, float]] = {
    "shift": 8.0,
    "rotate": 90.0,
    "scale": 0.6,
    "noise": 1.0,
    "contrast": 1.0,
    "permutation": 1.0,
}
"""Where the axis of each ends: pixels, degrees, and shares of size, of the range, of contrast, of the pixels."""

POINTS: Final = 9
"""Strengths at which the accuracy is measured, none among them."""

STILL: Final = 1e-6
"""Two values that differ by less than this share of the largest are the same."""


@dataclass(frozen=True, slots=True)
class Stillness:
    """How a pooling keeps still while its input moves.

    Parameters
    ----------
    layer
        The pooling.
    before, after
        Shares of the cells of the maps before and behind it that stay as they are under a shift by one pixel.
    """

    layer: str
    before: float
    after: float


def disturbed(images: Array, kind: Disturbance, strength: float, *, ground: float, rng: np.random.Generator) -> Array:
    """Return disturbed images ``(N, C, H, W)``.

    Parameters
    ----------
    strength
        0 for none, up to `STRONGEST`.
    ground
        The value of what comes in from outside.
    rng
        For noise and for the order of mixed pixels.
    """
    if strength == 0:
        return images
    _, _, height, width = images.shape
    match kind:
        case "shift":
            return _moved(images, lambda y, x: (y, x - strength), ground)
        case "rotate":
            turn, (cy, cx) = np.deg2rad(strength), ((height - 1) / 2, (width - 1) / 2)
            cos, sin = np.cos(turn), np.sin(turn)
            return _moved(
                images, lambda y, x: (cy + cos * (y - cy) - sin * (x - cx), cx + sin * (y - cy) + cos * (x - cx)), ground
            )
        case "scale":
            factor, (cy, cx) = 1 / (1 - strength), ((height - 1) / 2, (width - 1) / 2)
            return _moved(images, lambda y, x: (cy + factor * (y - cy), cx + factor * (x - cx)), ground)
        case "noise":
            spread = strength * float(images.max() - images.min())
            noisy: Array = images + spread * rng.standard_normal(images.shape, dtype=np.float32)
            return noisy
        case "contrast":
            paler: Array = (ground + (1 - strength) * (images - ground)).astype(images.dtype)
            return paler
        case "permutation":
            count = height * width
            chosen = rng.permutation(count)[: round(strength * count)]
            order = np.arange(count)
            order[chosen] = rng.permutation(chosen)
            mixed: Array = images.reshape(*images.shape[:2], count)[..., order].reshape(images.shape)
            return mixed


def _moved(images: Array, source: Callable[[Array, Array], tuple[Array, Array]], ground: float) -> Array:
    """Return images whose pixel (y, x) is taken from `source` of it, between four pixels in proportion."""
    height, width = images.shape[2:]
    y, x = source(*np.meshgrid(np.arange(height, dtype=float), np.arange(width, dtype=float), indexing="ij"))
    framed = np.pad(images, ((0, 0), (0, 0), (1, 1), (1, 1)), constant_values=ground)
    y, x = np.clip(y + 1, 0, height + 1), np.clip(x + 1, 0, width + 1)
    top, left = np.minimum(y.astype(int), height), np.minimum(x.astype(int), width)
    down, right = (y - top).astype(np.float32), (x - left).astype(np.float32)
    upper = framed[:, :, top, left] * (1 - right) + framed[:, :, top, left + 1] * right
    lower = framed[:, :, top + 1, left] * (1 - right) + framed[:, :, top + 1, left + 1] * right
    moved: Array = (upper * (1 - down) + lower * down).astype(images.dtype)
    return moved


def strengths(kind: Disturbance) -> Array:
    """Return the strengths at which the accuracy is measured, from none to the strongest."""
    return np.linspace(0, STRONGEST[kind], POINTS)


@dataclass(frozen=True, slots=True)
class Trial:
    """What samples go through: images ``(N, C, H, W)``, their labels, and the value of nothing."""

    images: Array
    t: Array
    ground: float
    seed: int


def accuracies(network: Network, trial: Trial, kind: Disturbance) -> Array:
    """Return the share of right answers at each strength, ``(POINTS,)``; every network meets the same disturbances."""
    found = []
    for strength in strengths(kind):
        rng = np.random.default_rng(trial.seed)
        x = disturbed(trial.images, kind, float(strength), ground=trial.ground, rng=rng)
        said = answers(network, x.reshape(len(x), *network.input_shape))
        found.append(float(np.mean(said == trial.t)))
    return np.array(found)


def stillness(network: Network, images: Array, ground: float) -> tuple[Stillness, ...]:
    """Return for every pooling how many cells stay the same when images are shifted by one pixel to the right."""
    moved = disturbed(images, "shift", 1.0, ground=ground, rng=np.random.default_rng(0))
    shape: Shape = network.input_shape
    pairs = zip(
        layer_outputs(network, images.reshape(len(images), *shape)),
        layer_outputs(network, moved.reshape(len(moved), *shape)),
        strict=True,
    )
    return tuple(
        Stillness(a.id, _same(a.x, b.x), _same(a.y, b.y)) for a, b in pairs if isinstance(a.layer, MaxPool | AveragePool)
    )


def _same(one: Array, other: Array) -> float:
    """Return the share of equal cells among those that are not 0 in both: what is empty stays empty anyway."""
    size = max(float(np.abs(one).max(initial=0.0)), 1e-12)
    filled = (np.abs(one) > STILL * size) | (np.abs(other) > STILL * size)
    return float(np.mean(np.abs(one - other)[filled] <= STILL * size)) if filled.any() else 1.0
