"""Rosenbrock as a surface."""

from __future__ import annotations

from core.surfaces.base import SURFACES, Surface


@SURFACES.register
class Rosenbrock(Surface):
    """``(1 − x)² + 100 (y − x²)²`` (Rosenbrock 1960)."""

    help = "A bent valley whose floor falls very slowly to its minimum."
    formula = "(1 - x)**2 + 100*(y - x**2)**2"
    view = (-2.0, 2.0, -1.0, 3.0)
    start = (-1.5, 2.0)
    minima = ((1.0, 1.0),)
