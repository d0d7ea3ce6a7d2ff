"""Booth as a surface."""

from __future__ import annotations

from core.surfaces.base import SURFACES, Surface


@SURFACES.register
class Booth(Surface):
    """``(x + 2y − 7)² + (2x + y − 5)²``."""

    help = "A slanted valley: both coordinates have to move together."
    formula = "(x + 2*y - 7)**2 + (2*x + y - 5)**2"
    view = (-10.0, 10.0, -10.0, 10.0)
    start = (-8.0, 8.0)
    minima = ((1.0, 3.0),)
