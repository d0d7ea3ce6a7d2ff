"""What a unit likes best: the samples, and the places on them, at which it is strongest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array
from core.network import Network
from core.probes.layer_outputs import layer_outputs
from core.probes.receptive_field import box_of_field, receptive_field

BATCH: Final = 128


@dataclass(frozen=True, slots=True)
class Patch:
    """One place that a unit likes.

    Parameters
    ----------
    sample
        The row of the samples that were given.
    unit
        Channel, row and column of the value, or the index in a vector.
    value
        How strong it is there.
    box
        Top, left, bottom and right (exclusive) of what it sees of the image; None for inputs that are no images.
    """

    sample: int
    unit: tuple[int, ...]
    value: float
    box: tuple[int, int, int, int] | None


def top_patches(network: Network, x: Array, layer_id: str, channel: int, count: int = 9) -> tuple[Patch, ...]:
    """Return the strongest places of a unit among samples ``(N, *input_shape)``, at most one on each sample.

    Parameters
    ----------
    layer_id
        Any layer, also inside a container.
    channel
        Which map, or which number of a vector.
    """
    strongest, places, width = [], [], 1
    for at in range(0, len(x), BATCH):
        y = next(out.y for out in layer_outputs(network, x[at : at + BATCH]) if out.id == layer_id)[:, channel]
        width = y.shape[-1] if y.ndim == 3 else 1
        flat = y.reshape(len(y), -1)
        places.append(flat.argmax(axis=1))
        strongest.append(flat.max(axis=1))
        vector = y.ndim == 1
    values, where = np.concatenate(strongest), np.concatenate(places)
    found = []
    for sample in np.argsort(-values, kind="stable")[:count].tolist():
        unit = (channel,) if vector else (channel, *divmod(int(where[sample]), width))
        seen = receptive_field(network, layer_id, unit)
        found.append(Patch(sample, unit, float(values[sample]), box_of_field(seen) if seen.ndim == 3 else None))
    return tuple(found)
