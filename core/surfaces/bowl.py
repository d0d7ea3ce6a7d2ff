"""The bowl of the book's section on gradients."""

from __future__ import annotations

from core.surfaces.base import SURFACES, Surface


@SURFACES.register
class Bowl(Surface):
    """``x² + y²``, the sphere: the same curvature 2 in every direction."""

    help = "A round bowl: the gradient points straight away from the minimum."
    book = "4.4.1"
    formula = "x**2 + y**2"
    view = (-4.5, 4.5, -4.5, 4.5)
    start = (-3.0, 4.0)
    minima = ((0.0, 0.0),)
