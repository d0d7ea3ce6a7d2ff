"""Lines of what was measured at every few updates: gradients and updates, layer by layer."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.arrays import Array
from workbench.plots.curve import Band, Curve

POINTS: Final = 300
HEALTHY: Final = Band(3e-4, 3e-3)
"""An update is healthy at about a thousandth of the weights."""


def split_lines(x: Array, y: Array, seen: int, colour: int, label: str = "·") -> list[Curve]:
    """Return a line up to the moment that is shown, and a pale one after it, of few points."""
    lines = [Curve(*thinned_line(x[:seen], y[:seen]), label=label, run=colour)]
    if seen < len(x):
        lines.append(Curve(*thinned_line(x[max(seen - 1, 0) :], y[max(seen - 1, 0) :]), run=colour, faint=True))
    return lines


def thinned_line(x: Array, y: Array) -> tuple[Array, Array]:
    """Return a line as it is if it is short, else the means of equal stretches, and its last point."""
    if len(x) <= POINTS:
        return x, y
    edges = np.linspace(0, len(x), POINTS + 1).astype(int)
    means = np.diff(np.append(0.0, np.cumsum(np.nan_to_num(y)))[edges]) / np.diff(edges)
    return np.append(x[edges[:-1]], x[-1]), np.append(means, y[-1])
