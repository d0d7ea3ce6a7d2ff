"""How strongly updates pull at each layer: gradient norms and the size of updates beside that of the parameters.

An update of about a thousandth of the weights is a healthy one; the numbers are measured at every few updates, from
vectors that are there anyway, and change nothing of the run.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

import numpy as np

from core.arrays import Array, Shape
from core.errors import CoreError
from core.initializers.base import WITHOUT_ACTIVATION
from core.network import Slot, build_chain, visit_chain
from core.spec import NetworkSpec
from core.training.events import Measured
from core.training.session import Session

MEASURE_EVERY: Final = 10
"""Updates from one measurement to the next; the first update is always measured."""


def layers_of(layout: Sequence[Slot]) -> tuple[str, ...]:
    """Return the ids of the layers with parameters, in their order."""
    return tuple(layer_id for layer_id, _ in groupby(layout, key=_layer_id))


@lru_cache(maxsize=64)
def measured_layers(network: NetworkSpec, input_shape: Shape) -> tuple[str, ...]:
    """Return the ids of the layers with parameters of a network that is not built; none for one that cannot be."""
    try:
        visits = list(visit_chain(build_chain(network.layers), input_shape, WITHOUT_ACTIVATION))
        return tuple(visit.id for visit in visits if visit.layer.parameter_shapes(visit.input_shape))
    except CoreError:
        return ()


def _layer_id(slot: Slot) -> str:
    return slot.name.rsplit(".", 1)[0]


class Measuring:
    """Compares parameters before and after an update, layer by layer."""

    def __init__(self, session: Session) -> None:
        self._session = session
        layout = session.network.layout
        self._starts = np.array([next(slots).start for _, slots in groupby(layout, key=_layer_id)], np.intp)
        self._before: Array = np.empty_like(session.network.theta)

    @property
    def is_due(self) -> bool:
        """Whether the next update is to be measured."""
        return self._session.iteration % MEASURE_EVERY == 0 and len(self._starts) > 0

    def begin(self) -> None:
        """Remember the parameters before the update."""
        np.copyto(self._before, self._session.network.theta)

    def end(self) -> Measured:
        """Return what the update did."""
        with np.errstate(over="ignore", invalid="ignore"):
            return self._measured()

    def _measured(self) -> Measured:
        session = self._session
        before = self._norms(self._before)
        np.subtract(session.network.theta, self._before, out=self._before)
        ratios = np.divide(self._norms(self._before), before, out=np.full(len(before), np.nan), where=before > 0)
        gradients = self._norms(session.network.grad)
        return Measured(
            session.iteration, session.epochs_done, session.seconds, tuple(gradients.tolist()), tuple(ratios.tolist())
        )

    def _norms(self, flat: Array) -> Array:
        """Return the norm of each layer's part of a flat vector, ``(L,)``."""
        norms: Array = np.sqrt(np.add.reduceat(np.square(flat), self._starts, dtype=np.float64))
        return norms
