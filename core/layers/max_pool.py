"""Max pooling (book, sections 7.3 and 7.4.4)."""

from __future__ import annotations

from core.arrays import Array, Shape
from core.fields import IntField
from core.kernels.layout import batch_first, batch_last
from core.kernels.pooling import max_pool, max_pool_backward
from core.kernels.window import Window
from core.layers.base import LAYERS, Layer, require_pool
from core.layers.formula import Formula, size_formulas


@LAYERS.register
class MaxPool(Layer):
    """The largest value of each window, channel by channel; the gradient goes to the pixel that won.

    x is (N, C, H, W), y is (N, C, OH, OW). Of equal values the first in reading order wins.
    """

    title = "Max pooling"
    help = "Keeps the largest value of each window: smaller images, less sensitive to small shifts."
    book = "7.3"
    family = "pooling"

    size = IntField(
        2, minimum=1, maximum=1000, soft_maximum=8, title="Window size", help="Height and width of a window.", unit="px"
    )
    stride = IntField(0, minimum=0, maximum=1000, soft_maximum=8, help="How far the window moves; 0 for its own size.", unit="px")
    pad = IntField(
        0, minimum=0, maximum=500, soft_maximum=4, title="Padding", help="A frame around the image that never wins.", unit="px"
    )

    @property
    def window(self) -> Window:
        """How the window lies and moves."""
        return Window(self.size, self.stride or self.size, self.pad)

    @property
    def takes_largest(self) -> bool:
        return self.pad == 0

    def output_shape(self, shape: Shape) -> Shape:
        return require_pool(self, shape, self.window)

    def explain(self, shape: Shape) -> tuple[Formula, ...]:
        self.output_shape(shape)
        return size_formulas(self.window, shape[1], shape[2])

    def forward(self, x: Array, training: bool = False) -> Array:
        images = batch_last(x)
        y, winners = max_pool(images, self.window, remember=training, workers=self.engine.workers)
        if training:
            self._winners, self._shape = winners, images.shape
        return batch_first(y)

    def backward(self, dout: Array) -> Array:
        dx = max_pool_backward(batch_last(dout), self._winners, self._shape, self.window, workers=self.engine.workers)
        return batch_first(dx)
