"""Ravine with noise as a surface."""

from __future__ import annotations

from core.surfaces.base import SURFACES, Surface


@SURFACES.register
class NoisyRavine(Surface):
    """``x²/20 + y²`` with noise on every gradient that an optimizer sees."""

    title = "Ravine with noise"
    help = "The ravine with gradients as mini-batches give them: right on average only."
    book = "6.1.2"
    formula = "x**2/20 + y**2"
    view = (-8.0, 3.2, -3.5, 3.5)
    start = (-7.0, 2.0)
    minima = ((0.0, 0.0),)
    noise = 1.0
