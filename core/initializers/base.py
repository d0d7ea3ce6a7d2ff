"""What every way of choosing initial values promises."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.fields import ComponentSpec, Configured
from core.registry import Registry


class Initializer(Configured):
    """Fills an array before training.

    A subclass says how wide the distribution is in `scale`, or overrides `fill`.
    """

    def scale(self, fan_in: int, fan_out: int) -> float:
        """Return the standard deviation for a layer with so many inputs and outputs per unit."""
        raise NotImplementedError

    def fill(self, w: Array, rng: np.random.Generator, *, fan_in: int, fan_out: int) -> None:
        """Write initial weights into `w`: normal with mean 0 and the standard deviation of `scale`."""
        w[...] = rng.standard_normal(w.shape) * self.scale(fan_in, fan_out)

    def fill_bias(self, b: Array, rng: np.random.Generator, *, fan_in: int) -> None:
        """Write initial biases into `b`: zeros, unless a subclass says otherwise."""
        b[...] = 0


INITIALIZERS: Registry[Initializer] = Registry("kind of initial values", "core.initializers")

AUTO = "Auto"
WITHOUT_ACTIVATION = "Xavier"


def initializer_for(setting: ComponentSpec, suits: str) -> ComponentSpec:
    """Return what a layer really uses: its setting, or for Auto what suits the activation that follows."""
    return ComponentSpec(suits or WITHOUT_ACTIVATION) if setting.kind == AUTO else setting
