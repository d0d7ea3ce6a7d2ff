"""The square window that slides over an image in convolution and pooling."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """How a window lies and moves (book, sections 7.2.3 and 7.2.4).

    Parameters
    ----------
    kernel
        Pixels along one side.
    stride
        Pixels from one position to the next.
    pad
        Constant pixels added on each side of the image.
    dilation
        Pixels from one pixel of the window to the next; 1 for a dense window.
    """

    kernel: int
    stride: int = 1
    pad: int = 0
    dilation: int = 1

    @property
    def reach(self) -> int:
        """The pixels from the first to the last of the window, both counted."""
        return self.dilation * (self.kernel - 1) + 1

    def fits(self, size: int) -> bool:
        """Return whether there is any position along a side of `size` pixels."""
        return size + 2 * self.pad >= self.reach

    def positions(self, size: int) -> int:
        """Return how many positions fit: ``(size + 2·pad − reach) / stride + 1``, rounded down."""
        return (size + 2 * self.pad - self.reach) // self.stride + 1

    def left_over(self, size: int) -> int:
        """Return how many pixels at the far edge no window reaches."""
        return (size + 2 * self.pad - self.reach) % self.stride

    @property
    def is_pointwise(self) -> bool:
        """Whether every window is exactly one pixel, so that a convolution is a plain matrix product."""
        return self.kernel == 1 and self.stride == 1 and self.pad == 0
