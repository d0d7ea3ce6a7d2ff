"""Ackley as a surface."""

from __future__ import annotations

from core.surfaces.base import SURFACES, Surface


@SURFACES.register
class Ackley(Surface):
    """Ackley's function (1987): a funnel under a wave."""

    help = "Nearly flat and bumpy outside, with one deep funnel in the middle."
    formula = "-20*exp(-0.2*sqrt(0.5*(x**2 + y**2))) - exp(0.5*(cos(2*pi*x) + cos(2*pi*y))) + e + 20"
    view = (-5.0, 5.0, -5.0, 5.0)
    start = (-3.3, 2.6)
    minima = ((0.0, 0.0),)
