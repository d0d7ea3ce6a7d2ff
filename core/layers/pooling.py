"""What the kinds of pooling share: how their window lies and moves."""

from __future__ import annotations

from core.arrays import Shape
from core.errors import ShapeError
from core.fields import IntField
from core.kernels.window import Window
from core.layers.base import Layer, require_window
from core.layers.formula import Formula, size_formulas


class Pooling(Layer):
    """One value for each window, channel by channel: x is (N, C, H, W), y is (N, C, OH, OW)."""

    book = "7.3"
    family = "pooling"

    size = IntField(
        2, minimum=1, maximum=1000, soft_maximum=8, title="Window size", help="Height and width of a window.", unit="px"
    )
    stride = IntField(0, minimum=0, maximum=1000, soft_maximum=8, help="How far the window moves; 0 for its own size.", unit="px")
    pad = IntField(
        0,
        minimum=0,
        maximum=500,
        soft_maximum=4,
        title="Padding",
        help="A frame around the image: zeros in a mean, never the largest value.",
        unit="px",
    )

    @property
    def window(self) -> Window:
        """How the window lies and moves."""
        return Window(self.size, self.stride or self.size, self.pad)

    def output_shape(self, shape: Shape) -> Shape:
        window = self.window
        channels, _, _, high, wide = require_window(self, shape, window)
        if 2 * window.pad > window.kernel:  # a window could lie wholly in the frame
            raise ShapeError("pool_pad", kind=type(self).__name__, pad=window.pad, most=window.kernel // 2, size=window.kernel)
        return channels, high, wide

    def explain(self, shape: Shape) -> tuple[Formula, ...]:
        self.output_shape(shape)
        return size_formulas(self.window, shape[1], shape[2])
