"""Average pooling (book, section 7.3)."""

from __future__ import annotations

from core.arrays import Array
from core.kernels.layout import batch_first, batch_last
from core.kernels.pooling import average_pool, average_pool_backward
from core.layers.base import LAYERS
from core.layers.pooling import Pooling


@LAYERS.register
class AveragePool(Pooling):
    """The mean of each window, channel by channel; padding counts as zeros. The gradient is shared equally.

    x is (N, C, H, W), y is (N, C, OH, OW).
    """

    title = "Average pooling"
    help = "Keeps the mean of each window."

    def forward(self, x: Array, training: bool = False) -> Array:
        images = batch_last(x)
        if training:
            self._shape = images.shape
        return batch_first(average_pool(images, self.window))

    def backward(self, dout: Array) -> Array:
        return batch_first(average_pool_backward(batch_last(dout), self._shape, self.window))
