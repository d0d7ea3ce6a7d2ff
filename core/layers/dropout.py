"""Dropout (Srivastava et al. 2014; book, section 6.4.3)."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.arrays import Array, Shape
from core.fields import FloatField
from core.layers.base import LAYERS, Layer

LEVELS: Final = 1 << 16
"""A value is kept or dropped by 16 random bits: four decisions from one draw, and the ratio right to 0.001 %."""


@LAYERS.register
class Dropout(Layer):
    """In training sets a share `ratio` of the values to 0, others each step, and divides the rest by ``1 − ratio``.

    So the sum stays the same on average, and outside training nothing is done ("inverted" dropout, as usual today).
    The book keeps the rest as it is in training and multiplies by ``1 − ratio`` afterwards; the networks are the same
    up to that factor.
    """

    help = "Switches off a random share of the values at each training step, against overfitting."
    book = "6.4.3"
    family = "normalise"

    ratio = FloatField(0.5, minimum=0, maximum=0.99, live=True, help="The share that is switched off.")

    _settled = False

    def initialize(self, shape: Shape, rng: np.random.Generator, suits: str) -> None:
        self._rng = rng

    def reseed(self, rng: np.random.Generator) -> None:
        self._rng = rng

    def settle(self) -> None:
        self._settled = True

    def forward(self, x: Array, training: bool = False) -> Array:
        if not training or self._settled:
            return x
        self._factor = self._draw(x)
        return x * self._factor

    def backward(self, dout: Array) -> Array:
        return dout if self._settled else dout * self._factor

    @property
    def kept(self) -> Array:
        """Which values the last forward pass in training let through, shaped like its input."""
        kept: Array = self._factor != 0
        return kept

    def _draw(self, x: Array) -> Array:
        """Return 0 or ``1 / (1 − ratio)`` for each value, in the memory order that images have here."""
        raw = self._rng.bit_generator.random_raw(-(-x.size // 4))
        bits = np.asarray(raw).view(np.uint16)[: x.size]
        kept = bits >= round(self.ratio * LEVELS)
        factor = np.multiply(kept, x.dtype.type(1 / (1 - self.ratio)), dtype=x.dtype)
        return factor.reshape(x.shape) if x.ndim == 2 else np.moveaxis(factor.reshape(*x.shape[1:], len(x)), -1, 0)
