"""What every way of choosing initial values promises."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from core.arrays import Array
from core.fields import ComponentSpec, Configured
from core.registry import Registry

PART_NUMBERS: Final = 1 << 20


class Initializer(Configured):
    """Fills an array before training.

    A subclass says how wide the distribution is in `scale`, or overrides `fill`.
    """

    def scale(self, fan_in: int, fan_out: int) -> float:
        """Return the standard deviation for a layer with so many inputs and outputs per unit."""
        raise NotImplementedError

    def fill(self, w: Array, rng: np.random.Generator, *, fan_in: int, fan_out: int) -> None:
        """Write initial weights into `w`: normal with mean 0 and the standard deviation of `scale`."""
        scale = self.scale(fan_in, fan_out)
        fill_in_parts(w, lambda shape: rng.standard_normal(shape) * scale)

    def fill_bias(self, b: Array, rng: np.random.Generator, *, fan_in: int) -> None:
        """Write initial biases into `b`: zeros, unless a subclass says otherwise."""
        b[...] = 0


INITIALIZERS: Registry[Initializer] = Registry("kind of initial values", "core.initializers")


def fill_in_parts(w: Array, draw: Callable[[tuple[int, ...]], Array]) -> None:
    """Write what `draw` gives for a shape, some rows at a time: numbers are drawn in twice the bytes that are kept.

    A generator gives the same numbers in parts as at once.
    """
    rows = max(1, PART_NUMBERS * len(w) // max(1, w.size))
    for start in range(0, len(w), rows):
        part = w[start : start + rows]
        part[...] = draw(part.shape)


AUTO = "Auto"
WITHOUT_ACTIVATION = "Xavier"


def initializer_for(setting: ComponentSpec, suits: str) -> ComponentSpec:
    """Return what a layer really uses: its setting, or for Auto what suits the activation that follows."""
    return ComponentSpec(suits or WITHOUT_ACTIVATION) if setting.kind == AUTO else setting
