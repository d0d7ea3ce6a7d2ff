"""The page of the layer that makes features of two inputs."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


class Features:
    """Chosen functions of two inputs, side by side."""

    def __init__(
        self,
        first: bool = True,
        second: bool = True,
        first_squared: bool = False,
        second_squared: bool = False,
        product: bool = False,
        sine_first: bool = False,
        sine_second: bool = False,
        radius: bool = False,
    ) -> None:
        self.chosen = (first, second, first_squared, second_squared, product, sine_first, sine_second, radius)

    def forward(self, x: Array, train: bool = False) -> Array:
        self.x = x
        a, b = x[:, 0], x[:, 1]
        columns = (a, b, a * a, b * b, a * b, np.sin(a), np.sin(b), np.hypot(a, b))
        return np.stack([column for column, on in zip(columns, self.chosen, strict=True) if on], axis=1)

    def backward(self, dout: Array) -> Array:
        a, b = self.x[:, 0], self.x[:, 1]
        zero, one, r = np.zeros_like(a), np.ones_like(a), np.hypot(a, b)
        by_a = (one, zero, 2 * a, zero, b, np.cos(a), zero, np.divide(a, r, out=np.zeros_like(a), where=r > 0))
        by_b = (zero, one, zero, 2 * b, a, zero, np.cos(b), np.divide(b, r, out=np.zeros_like(b), where=r > 0))
        dx = np.zeros_like(self.x)
        slopes = [(da, db) for da, db, on in zip(by_a, by_b, self.chosen, strict=True) if on]
        for column, (da, db) in enumerate(slopes):
            dx[:, 0] += dout[:, column] * da
            dx[:, 1] += dout[:, column] * db
        return dx
