"""The pen: from points and radii to grey pixels."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.arrays import Array
from core.datasets.placement import centre_by_mass
from core.strokes.styles import SAMPLES
from core.strokes.variation import Look, Strokes, write

BOX: Final = 20
FRAME: Final = 28
_TOGETHER: Final = 8

_CENTRES = np.stack(np.meshgrid(np.arange(BOX), np.arange(BOX)), axis=-1).reshape(-1, 2).astype(np.float32) + np.float32(0.5)
# (4, BOX²): |p|², x, y, 1 of every pixel, so that the squared distances to all points are one product
_PIXELS = np.vstack([np.square(_CENTRES).sum(axis=1), _CENTRES.T, np.ones(BOX * BOX)]).astype(np.float32)


def draw(labels: Array, look: Look, rng: np.random.Generator) -> Array:
    """Draw each digit of `labels` (N,) once; returns (N, 28, 28), float32, 0 to 1.

    N is best some dozens, so that the cost of each call is shared and `progress` can still be called often.
    """
    strokes = write(labels, look, rng)
    ink = _ink(strokes)
    if look.noise:
        ink += np.float32(look.noise) * rng.standard_normal(ink.shape, dtype=np.float32) * (ink > 0)
        np.clip(ink, 0, 1, out=ink)
    return centre_by_mass(ink.reshape(-1, BOX, BOX), FRAME)


def _ink(strokes: Strokes) -> Array:
    """Put dots of the pen's radius on every point; returns (N, BOX²)."""
    thickest = strokes.radius.max(axis=1)[:, None, None]
    low, high = strokes.points.min(axis=1, keepdims=True), strokes.points.max(axis=1, keepdims=True)
    scale = (BOX - 2 * thickest) / (high - low).max(axis=2, keepdims=True)
    points = (strokes.points - (low + high) / 2) * scale + np.float32(BOX / 2)

    # squared distance over squared radius: (|p|² − 2 p·q + |q|²) / r²
    inverse = 1 / np.square(strokes.radius)
    factors = np.empty((*inverse.shape, 4), dtype=np.float32)
    factors[:, :, 0] = inverse
    factors[:, :, 1:3] = -2 * points * inverse[:, :, None]
    factors[:, :, 3] = np.square(points).sum(axis=2) * inverse
    nearest = np.empty((len(points), BOX * BOX), dtype=np.float32)
    # a few digits at a time, in memory that stays in the cache
    distances = np.empty((_TOGETHER, SAMPLES, BOX * BOX), dtype=np.float32)
    for start in range(0, len(points), _TOGETHER):
        some = factors[start : start + _TOGETHER]
        np.matmul(some, _PIXELS, out=distances[: len(some)])
        distances[: len(some)].min(axis=1, out=nearest[start : start + len(some)])
    radii_away = np.sqrt(np.maximum(nearest, 0, out=nearest), out=nearest)
    steepness = strokes.radius.mean(axis=1) / strokes.edge
    ink: Array = (1 - radii_away) * steepness[:, None] + np.float32(0.5)
    return np.clip(ink * strokes.gain[:, None], 0, 1, out=ink)
