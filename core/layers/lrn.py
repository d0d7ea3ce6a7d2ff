"""Local response normalisation of AlexNet (Krizhevsky, Sutskever and Hinton 2012, section 3.3)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array, Shape
from core.fields import FloatField, IntField
from core.kernels.layout import batch_first, batch_last
from core.layers.base import LAYERS, Layer, require_image


@LAYERS.register
class LRN(Layer):
    """``y_c = x_c / d_c^beta`` with ``d_c = k + alpha·Σ x²`` over the `n` channels around c, at the same pixel.

    As in the paper alpha is not divided by n; a library that does so needs alpha·n for the same result. Backward:
    ``dx_c = dout_c / d_c^beta − 2·alpha·beta·x_c·Σ dout·x / d^(beta + 1)`` over the channels whose sum c is in.
    """

    title = "Local response normalisation"
    help = "Damps a value where neighbouring channels are strong; used by AlexNet, later given up for batch normalisation."
    book = "8.2"
    family = "normalise"

    n = IntField(5, minimum=1, maximum=1000, soft_maximum=9, title="Channels", help="How many neighbouring channels are counted.")
    k = FloatField(2.0, minimum=1e-6, maximum=1000, soft_maximum=10, help="The least divisor.")
    alpha = FloatField(1e-4, minimum=0, maximum=1000, soft_maximum=1, log=True, help="How much the neighbours count.")
    beta = FloatField(0.75, minimum=0, maximum=10, soft_maximum=2, help="The power of the divisor.")

    def output_shape(self, shape: Shape) -> Shape:
        require_image(self, shape)
        return shape

    def forward(self, x: Array, training: bool = False) -> Array:
        images = batch_last(x)
        divisor = self.k + self.alpha * _sum_around(images * images, self.n // 2, (self.n - 1) // 2)
        y = images * divisor**-self.beta
        if training:
            self._x, self._divisor = images, divisor
        return batch_first(y)

    def backward(self, dout: Array) -> Array:
        x, divisor = self._x, self._divisor
        direct = batch_last(dout) * divisor**-self.beta
        through = _sum_around(direct * x / divisor, (self.n - 1) // 2, self.n // 2)
        return batch_first(direct - 2 * self.alpha * self.beta * x * through)


def _sum_around(images: Array, before: int, after: int) -> Array:
    """Return for each channel the sum over it, those `before` and those `after` it, as far as there are any."""
    total = images.copy()
    channels = len(images)
    for shift in range(1, min(before, channels - 1) + 1):
        total[shift:] += images[:-shift]
    for shift in range(1, min(after, channels - 1) + 1):
        total[:-shift] += images[shift:]
    return np.asarray(total)
