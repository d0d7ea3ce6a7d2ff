"""Beale as a surface."""

from __future__ import annotations

from core.surfaces.base import SURFACES, Surface


@SURFACES.register
class Beale(Surface):
    """Beale's function (1958): three squared errors of ``c − x (1 − yⁿ)``."""

    help = "Flat in the middle, with steep walls at the corners."
    formula = "(1.5 - x + x*y)**2 + (2.25 - x + x*y**2)**2 + (2.625 - x + x*y**3)**2"
    view = (-4.5, 4.5, -4.5, 4.5)
    start = (1.0, 1.5)
    minima = ((3.0, 0.5),)
