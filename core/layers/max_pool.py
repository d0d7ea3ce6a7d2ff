"""Max pooling (book, sections 7.3 and 7.4.4)."""

from __future__ import annotations

from core.arrays import Array
from core.kernels.layout import batch_first, batch_last
from core.kernels.pooling import max_pool, max_pool_backward
from core.layers.base import LAYERS
from core.layers.pooling import Pooling


@LAYERS.register
class MaxPool(Pooling):
    """The largest value of each window, channel by channel; the gradient goes to the pixel that won.

    x is (N, C, H, W), y is (N, C, OH, OW). Of equal values the first in reading order wins.
    """

    title = "Max pooling"
    help = "Keeps the largest value of each window: smaller images, less sensitive to small shifts."

    @property
    def takes_largest(self) -> bool:
        return self.pad == 0

    def forward(self, x: Array, training: bool = False) -> Array:
        images = batch_last(x)
        y, winners = max_pool(images, self.window, remember=training, workers=self.engine.workers)
        if training:
            self._winners, self._shape = winners, images.shape
        return batch_first(y)

    def backward(self, dout: Array) -> Array:
        dx = max_pool_backward(batch_last(dout), self._winners, self._shape, self.window, workers=self.engine.workers)
        return batch_first(dx)
