"""The page of local response normalisation."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.kernels.layout import batch_first, batch_last


class LRN:
    """y = x / (k + alpha·Σ x²)^beta, the sum over n neighbouring channels, as in AlexNet."""

    def __init__(self, n: int = 5, k: float = 2.0, alpha: float = 1e-4, beta: float = 0.75) -> None:
        self.n, self.k, self.alpha, self.beta = n, k, alpha, beta

    def forward(self, x: Array, train: bool = False) -> Array:
        images = batch_last(x)
        self.x = images
        self.divisor = self.k + self.alpha * self.sum_around(images * images, self.n // 2, (self.n - 1) // 2)
        return batch_first(images * self.divisor**-self.beta)

    def backward(self, dout: Array) -> Array:
        direct = batch_last(dout) * self.divisor**-self.beta
        through = self.sum_around(direct * self.x / self.divisor, (self.n - 1) // 2, self.n // 2)
        return batch_first(direct - 2 * self.alpha * self.beta * self.x * through)

    def sum_around(self, images: Array, before: int, after: int) -> Array:
        """Add to each channel those before and after it, as far as there are any."""
        total = images.copy()
        for shift in range(1, min(before, len(images) - 1) + 1):
            total[shift:] += images[:-shift]
        for shift in range(1, min(after, len(images) - 1) + 1):
            total[:-shift] += images[shift:]
        return np.asarray(total)
