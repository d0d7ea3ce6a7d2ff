"""What painting a kernel changes: its map on the sample, and how often the network is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from core.arrays import Array
from core.probes.accuracy import ClassAccuracy, accuracy_on
from core.probes.frame_network import FrameNetwork
from core.probes.layer_outputs import layer_outputs
from core.training.frame import Frame

JUDGED: Final = 1000
"""Validation samples by which a network is judged; the test data is for the end."""


@dataclass(frozen=True)
class Effect:
    """A kernel at work at two moments.

    Parameters
    ----------
    frame
        The moment now.
    map, map_before
        What the filter makes of the sample, ``(OH, OW)``, or ``(1, 1)`` for a single number.
    accuracy, accuracy_before
        None for regression.
    """

    frame: Frame
    map: Array
    map_before: Array
    accuracy: ClassAccuracy | None
    accuracy_before: ClassAccuracy | None


def effect(networks: FrameNetwork, frame: Frame, before: Frame, x: Array, filter_of: tuple[str, int]) -> Effect:
    """Compare a moment with the one before the hand came, for a sample and the filter of a layer."""
    layer, unit = filter_of
    then = _look(networks, before, x, layer, unit)
    now = then if before.snapshot is frame.snapshot else _look(networks, frame, x, layer, unit)
    return Effect(frame, now[0], then[0], now[1], then[1])


def _look(networks: FrameNetwork, frame: Frame, x: Array, layer: str, unit: int) -> tuple[Array, ClassAccuracy | None]:
    network = networks.at(frame)
    y = next(out.y for out in layer_outputs(network, x) if out.id == layer)[0, unit]
    seen = y if y.ndim == 2 else y.reshape(1, 1)
    data = frame.data
    judged = data.task == "classification"
    return seen, accuracy_on(network, data.validation, len(data.classes), JUDGED) if judged else None
