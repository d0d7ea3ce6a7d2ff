"""``x·W + b`` of small batches, where the calls take longer than the products, and of large matrices.

W and b lie one after the other in the network's vector of parameters, and so do their gradients. So they are one matrix,
with b as its last row: with a column of ones beside x one product gives ``x·W + b``, and another one dW and db.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import as_strided

from core.arrays import Array
from core.kernels.workers import ALONE, Workers

SMALL: Final = 4096
"""Numbers of a batch up to which copying it beside a column of ones takes less than the calls that it saves."""
LARGE: Final = 1 << 20
"""Weights from which two threads share a product."""


def product(x: Array, w: Array, workers: Workers = ALONE) -> Array:
    """Return ``x·W``; of a large W the columns in two halves, for to fetch it from memory takes longer than to multiply."""
    if w.size < LARGE:
        whole: Array = x.dot(w)
        return whole
    y = np.empty((len(x), w.shape[1]), np.result_type(x, w))
    middle = w.shape[1] // 2

    def columns(part: slice) -> None:
        np.matmul(x, w[:, part], out=y[:, part])

    workers.both(lambda: columns(slice(0, middle)), lambda: columns(slice(middle, None)))
    return y


class JoinedBias:
    """W and b as one matrix, their gradients as another, and batches with a column of ones; all are kept from step to step."""

    def __init__(self) -> None:
        self._w: Array | None = None
        self._both: Array | None = None
        self._gradients: Array | None = None
        self._rows = self._columns = self._inside = np.empty((0, 0))

    def product(self, x: Array, params: Mapping[str, Array], grads: Mapping[str, Array]) -> Array | None:
        """Return ``x·W + b`` as one product, ``(N, U)``; None without b, or where W and b do not lie one after the other.

        The rows of x are kept beside the ones until the next batch takes their place.
        """
        if params["W"] is not self._w:
            self._w = params["W"]
            self._both, self._gradients = _joined(params), _joined(grads)
        if self._both is None or self._gradients is None:
            return None
        if self._inside.shape != x.shape or self._inside.dtype != x.dtype:
            self._rows = np.ones((len(x), x.shape[1] + 1), x.dtype)
            self._inside, self._columns = self._rows[:, :-1], self._rows.T
        self._inside[...] = x
        y: Array = self._rows.dot(self._both)
        return y

    def gradients(self, dout: Array) -> None:
        """Write ``dW = xᵀ·dout`` and ``db = sum of dout`` for the batch of the last product."""
        self._columns.dot(dout, self._gradients)


def _joined(arrays: Mapping[str, Array]) -> Array | None:
    """Return W with b below it, ``(D + 1, U)``, as a view; None without b, or where they do not lie so."""
    w, b = arrays.get("W"), arrays.get("b")
    if w is None or b is None:
        return None
    follows = w.__array_interface__["data"][0] + w.nbytes == b.__array_interface__["data"][0]
    if not (follows and w.flags.c_contiguous and b.flags.c_contiguous and w.base is not None and w.base is b.base):
        return None
    return as_strided(w, (len(w) + 1, w.shape[1]), w.strides)
