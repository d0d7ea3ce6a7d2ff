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
    """W and b as one matrix, and batches with a column of ones; both are kept from step to step."""

    def __init__(self) -> None:
        self._matrices: dict[int, tuple[Array, Array | None]] = {}
        self._rows = self._inside = np.empty((0, 0))

    def matrix(self, arrays: Mapping[str, Array]) -> Array | None:
        """Return W with b below it, ``(D + 1, U)``, as a view; None without b, or where they do not lie so."""
        w, b = arrays["W"], arrays.get("b")
        if b is None:
            return None
        known = self._matrices.get(id(w))
        if known is None or known[0] is not w:
            known = self._matrices[id(w)] = w, _joined(w, b)
        return known[1]

    def with_ones(self, x: Array) -> Array:
        """Return x with a column of ones, ``(N, D + 1)``; the next batch takes its place."""
        if self._inside.shape != x.shape or self._inside.dtype != x.dtype:
            self._rows = np.ones((len(x), x.shape[1] + 1), x.dtype)
            self._inside = self._rows[:, :-1]
        np.copyto(self._inside, x)
        return self._rows


def _joined(w: Array, b: Array) -> Array | None:
    follows = w.__array_interface__["data"][0] + w.nbytes == b.__array_interface__["data"][0]
    if not (follows and w.flags.c_contiguous and b.flags.c_contiguous and w.base is not None and w.base is b.base):
        return None
    return as_strided(w, (len(w) + 1, w.shape[1]), w.strides)
