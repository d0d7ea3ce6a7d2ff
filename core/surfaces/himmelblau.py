"""Himmelblau as a surface."""

from __future__ import annotations

from core.surfaces.base import SURFACES, Surface


@SURFACES.register
class Himmelblau(Surface):
    """``(x² + y − 11)² + (x + y² − 7)²`` (Himmelblau 1972)."""

    help = "Four minima of equal depth: where one starts decides where one ends."
    formula = "(x**2 + y - 11)**2 + (x + y**2 - 7)**2"
    view = (-6.0, 6.0, -6.0, 6.0)
    start = (-0.5, -1.0)
    minima = (
        (3.0, 2.0),
        (-2.805118086952745, 3.131312518250573),
        (-3.779310253377747, -3.28318599128617),
        (3.584428340330492, -1.848126526964404),
    )
