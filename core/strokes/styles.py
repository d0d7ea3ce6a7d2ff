"""The form of a written digit: strokes through control points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

import numpy as np

from core.arrays import Array

SAMPLES: Final = 72
"""Points along all strokes of a digit together; the pen puts a dot on each."""

_FINE_STEPS = 32


@dataclass(frozen=True)
class Style:
    """One way to write a digit.

    Parameters
    ----------
    name
        What is special about it.
    weight
        How often it is drawn, relative to the other styles of the digit.
    path
        Control points ``x,y`` in hundredths of the width and height, y down. ``!`` marks a corner, ``/`` lifts the pen.
    """

    name: str
    weight: float
    path: str

    @cached_property
    def strokes(self) -> tuple[tuple[tuple[float, float, bool], ...], ...]:
        """For each stroke its points: x, y and whether a corner stands there; unit 1."""
        return tuple(tuple(_point(text) for text in stroke.split()) for stroke in self.path.split("/"))

    @cached_property
    def points(self) -> Array:
        """All control points, (K, 2), unit 1."""
        return np.array([point[:2] for stroke in self.strokes for point in stroke])

    @cached_property
    def curve(self) -> Array:
        """The matrix (SAMPLES, K) that turns control points into evenly spaced points of the curve.

        The curve is a uniform Catmull-Rom spline between corners, which is linear in its control points.
        """
        fine = [_spline([corner for *_, corner in stroke]) for stroke in self.strokes]
        starts = np.cumsum([0, *(len(stroke) for stroke in self.strokes)])
        paths = [matrix @ self.points[a:b] for matrix, a, b in zip(fine, starts[:-1], starts[1:], strict=True)]
        lengths = [np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))]) for path in paths]
        counts = _shares([float(length[-1]) for length in lengths])
        curve = np.zeros((SAMPLES, len(self.points)))
        row = 0
        for matrix, length, count, column in zip(fine, lengths, counts, starts, strict=False):
            at = np.interp(np.linspace(0, length[-1], count), length, np.arange(len(length)))
            low = np.minimum(at.astype(int), len(length) - 2)
            share = (at - low)[:, None]
            curve[row : row + count, column : column + matrix.shape[1]] = (1 - share) * matrix[low] + share * matrix[low + 1]
            row += count
        return curve


def _point(text: str) -> tuple[float, float, bool]:
    x, y = text.rstrip("!").split(",")
    return int(x) / 100, int(y) / 100, text.endswith("!")


def _shares(lengths: list[float]) -> list[int]:
    """Give each stroke its share of the samples, at least 2."""
    counts = [max(2, round(SAMPLES * length / sum(lengths))) for length in lengths]
    counts[int(np.argmax(counts))] += SAMPLES - sum(counts)
    return counts


def _spline(corners: list[bool]) -> Array:
    """Return the matrix from the K points of one stroke to a fine curve through them."""
    count = len(corners)
    identity = np.eye(count)
    breaks = [0, *(i for i in range(1, count - 1) if corners[i]), count - 1]
    u = np.linspace(0, 1, _FINE_STEPS, endpoint=False)[:, None]
    weights = np.hstack([-u + 2 * u**2 - u**3, 2 - 5 * u**2 + 3 * u**3, u + 4 * u**2 - 3 * u**3, u**3 - u**2]) / 2
    rows = []
    for first, last in pairwise(breaks):
        run = identity[first : last + 1]
        run = np.vstack([2 * run[0] - run[1], run, 2 * run[-1] - run[-2]])
        rows += [weights @ run[i : i + 4] for i in range(len(run) - 3)]
    return np.vstack([*rows, identity[-1:]])
