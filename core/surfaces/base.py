"""What every surface tells of itself."""

from __future__ import annotations

from typing import ClassVar

from core.fields import Configured
from core.registry import Registry

Point = tuple[float, float]


class Surface(Configured):
    """A function of x and y with a name.

    Attributes
    ----------
    formula
        As a person would type it; value and gradient come from it, as from any typed formula.
    view
        Left, right, bottom and top of the part that is worth looking at.
    start
        Where a descent begins at first.
    minima
        All its minima of least value; empty where it falls without end.
    noise
        Standard deviation of the noise on its gradients at first.
    """

    formula: ClassVar[str]
    view: ClassVar[tuple[float, float, float, float]]
    start: ClassVar[Point]
    minima: ClassVar[tuple[Point, ...]] = ()
    noise: ClassVar[float] = 0.0


SURFACES: Registry[Surface] = Registry("surface", "core.surfaces")
