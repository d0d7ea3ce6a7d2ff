"""Rastrigin as a surface."""

from __future__ import annotations

from core.surfaces.base import SURFACES, Surface


@SURFACES.register
class Rastrigin(Surface):
    """``20 + x² − 10 cos 2πx + y² − 10 cos 2πy`` (Rastrigin 1974)."""

    help = "A bowl full of small hollows that hold on to whoever is too slow."
    formula = "20 + x**2 - 10*cos(2*pi*x) + y**2 - 10*cos(2*pi*y)"
    view = (-4.2, 4.2, -4.2, 4.2)
    start = (-3.2, 2.8)
    minima = ((0.0, 0.0),)
