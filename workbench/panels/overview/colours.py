"""Which value gets the strongest colour: of each map, of each layer, or of all layers."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from core.arrays import Array


def most_of(maps: Array) -> float:
    """Return the largest finite size in an array; 1 where there is none."""
    most = float(np.nanmax(np.abs(maps), initial=0.0)) if maps.size else 0.0
    return most if math.isfinite(most) and most > 0 else 1.0


def limits_of_maps(maps: Array) -> Array:
    """Return symmetric limits for each map, ``(n, 2)``."""
    most = np.abs(np.nan_to_num(maps, posinf=0, neginf=0)).reshape(len(maps), -1).max(axis=1)
    most = np.where(most > 0, most, 1.0)
    return np.stack([-most, most], axis=1)


def column_limits(values: Mapping[str, Array], scale: str) -> dict[str, tuple[float, float] | Array]:
    """Return the limits of each column's colours.

    Parameters
    ----------
    values
        The maps or the vector of each column, by its id.
    scale
        ``"map"``, ``"layer"`` or ``"all"``.
    """
    if scale == "all":
        together = max((most_of(v) for v in values.values()), default=1.0)
        return dict.fromkeys(values, (-together, together))
    found: dict[str, tuple[float, float] | Array] = {}
    for name, value in values.items():
        most = most_of(value)
        found[name] = limits_of_maps(value) if scale == "map" and value.ndim == 3 else (-most, most)
    return found
