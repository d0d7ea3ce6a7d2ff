"""Monkey saddle as a surface."""

from __future__ import annotations

from core.surfaces.base import SURFACES, Surface


@SURFACES.register
class MonkeySaddle(Surface):
    """``x³ − 3xy²``: even the curvature is 0 at the middle."""

    title = "Monkey saddle"
    help = "Three ways down and three ways up around a very flat middle."
    formula = "x**3 - 3*x*y**2"
    view = (-1.8, 1.8, -1.8, 1.8)
    start = (0.8, 0.05)
