"""col2im row by row: every row of a matrix is added back to the pixels its window lay on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

import numpy as np

from core.arrays import Array
from core.kernels.window import Window
from core.probes.convolution_view import ConvolutionView
from core.probes.unfolding import fold, unfold

Rows = Literal["windows", "ones", "gradient"]
"""What stands in the rows: the windows themselves; ones, which count visits; or the filter in each row, which is what
backward multiplies if the gradient by every value of the map is 1."""

ROWS: Final[tuple[Rows, ...]] = ("windows", "ones", "gradient")


@dataclass(frozen=True)
class Folding:
    """One channel on its way back from the matrix to the padded image.

    Parameters
    ----------
    view
        The convolution; its window has to fit.
    channel
        Which channel of the image.
    kind
        What stands in the rows.
    """

    view: ConvolutionView
    channel: int
    kind: Rows

    @cached_property
    def rows(self) -> Array:
        """The matrix of this channel, ``(OH·OW, K·K)``."""
        taps, count = self._window.kernel**2, self.view.unfolding.row_count
        if self.kind == "ones":
            return np.ones((count, taps))
        if self.kind == "gradient":
            return np.broadcast_to(self.view.w[self.channel].reshape(1, taps), (count, taps))
        padded = self.view.unfolding.padded[:, self.channel : self.channel + 1]
        return unfold(padded, self._window).col

    @property
    def _window(self) -> Window:
        """The window on the padded image, which needs no more padding."""
        return Window(self.view.window.kernel, self.view.window.stride, 0, self.view.window.dilation)

    @property
    def _shape(self) -> tuple[int, int, int, int]:
        _, _, high, wide = self.view.unfolding.padded.shape
        return 1, 1, high, wide

    def so_far(self, row: int) -> Array:
        """Return the padded image after a row was added, ``(H + 2·pad, W + 2·pad)``."""
        added = np.zeros(self.rows.shape)
        added[: row + 1] = self.rows[: row + 1]
        image: Array = fold(added, self._shape, self._window)[0, 0]
        return image

    @cached_property
    def total(self) -> Array:
        """The padded image after the last row."""
        return self.so_far(len(self.rows) - 1)

    @cached_property
    def visits(self) -> Array:
        """How many windows lie on each pixel of the padded image."""
        counts: Array = fold(np.ones(self.rows.shape), self._shape, self._window)[0, 0]
        return counts

    def shares(self, y: int, x: int) -> tuple[tuple[int, float], ...]:
        """Return the rows that add to a pixel of the padded image, each with what it adds."""
        found = []
        window = self._window
        for row in self.view.unfolding.rows_over(0, y, x):
            _, i, j = self.view.unfolding.place(row)
            down, right = (y - i * window.stride) // window.dilation, (x - j * window.stride) // window.dilation
            found.append((row, float(self.rows[row, down * window.kernel + right])))
        return tuple(found)
