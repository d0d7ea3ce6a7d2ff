"""The valley of the book's section on optimizers."""

from __future__ import annotations

from core.surfaces.base import SURFACES, Surface


@SURFACES.register
class Ravine(Surface):
    """``x²/20 + y²``, the book's valley: curvature 1/10 along x and 2 along y."""

    help = "A long valley, steep across and nearly flat along, in which plain descent zigzags."
    book = "6.1.2"
    formula = "x**2/20 + y**2"
    view = (-8.0, 3.2, -3.5, 3.5)
    start = (-7.0, 2.0)
    minima = ((0.0, 0.0),)
