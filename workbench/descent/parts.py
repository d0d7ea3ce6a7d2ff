"""The parts that an optimizer's step is made of, for arrows and sentences."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.arrays import Array
from core.descent.path import Path
from core.expressions.expression import QUIET
from core.optimizers.base import OPTIMIZERS

SQUARES: Final = {"AdaGrad": "h", "RMSProp": "h", "Adam": "v", "AdamW": "v"}
"""Which state holds the squared gradients of an optimizer that scales each coordinate by them."""

VELOCITY: Final = {"Momentum": "v", "Nesterov": "v", "Adam": "m", "AdamW": "m"}


def scale_of(path: Path, step: int, start: int) -> Array | None:
    """Return the rate of each coordinate in the update to a step, where the optimizer has one for each."""
    slot = SQUARES.get(path.racer.optimizer.kind)
    if slot is None or not 0 < step <= path.steps:
        return None
    squares = path.state[slot][step, :, start]
    if slot == "v":
        squares = squares / (1 - setting(path, "beta2") ** step)
    with np.errstate(**QUIET):
        rates: Array = path.rate[step - 1] / (np.sqrt(squares) + setting(path, "eps"))
    return rates


def setting(path: Path, name: str) -> float:
    """Return a setting of the path's optimizer, also where it is the default."""
    value = OPTIMIZERS.build(path.racer.optimizer).settings[name]
    return float(value) if isinstance(value, int | float) else 0.0
