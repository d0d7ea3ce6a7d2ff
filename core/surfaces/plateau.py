"""Plateau as a surface."""

from __future__ import annotations

from core.surfaces.base import SURFACES, Surface


@SURFACES.register
class Plateau(Surface):
    """``1 − exp(−(x² + y²)/2)``: the slope dies out with the distance."""

    help = "Almost flat far from the minimum, so that the gradient says next to nothing there."
    formula = "1 - exp(-(x**2 + y**2)/2)"
    view = (-4.5, 4.5, -4.5, 4.5)
    start = (-3.2, 2.2)
    minima = ((0.0, 0.0),)
