"""Saddle as a surface."""

from __future__ import annotations

from core.surfaces.base import SURFACES, Surface


@SURFACES.register
class Saddle(Surface):
    """``x² − y²``: the gradient is 0 at the middle, which is no minimum."""

    help = "Down along y and up along x: flat in the middle, but no minimum."
    formula = "x**2 - y**2"
    view = (-2.4, 2.4, -2.4, 2.4)
    start = (-2.0, 0.01)
