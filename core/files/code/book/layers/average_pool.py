"""The page of average pooling."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.files.code.book.im2col import col2im
from core.kernels.layout import batch_first, batch_last, framed, unframed


class AveragePool:
    """The mean of each window (book, section 7.3): the sum along the rows, then down."""

    def __init__(self, size: int, stride: int = 0, pad: int = 0) -> None:
        self.size, self.stride, self.pad = size, stride or size, pad

    def forward(self, x: Array, train: bool = False) -> Array:
        image = framed(batch_last(x), self.pad)
        self.shape = image.shape
        y = self.along(self.along(image, axis=2), axis=1)
        y *= 1 / self.size**2
        return batch_first(y)

    def along(self, image: Array, axis: int) -> Array:
        """Add up the pixels of each window along one axis."""
        positions = (image.shape[axis] - self.size) // self.stride + 1
        first = np.arange(positions) * self.stride
        total = image.take(first, axis)
        for place in range(1, self.size):
            total += image.take(first + place, axis)
        return total

    def backward(self, dout: Array) -> Array:
        dout = batch_last(dout) * (1 / self.size**2)
        C, OH, OW, N = dout.shape
        dcol = np.broadcast_to(dout[:, np.newaxis], (C, self.size**2, OH, OW, N))
        dimage = np.zeros(self.shape, dout.dtype)
        col2im(dcol, dimage, self.size, self.stride, 1, (slice(0, OH), slice(0, OW)))
        return batch_first(unframed(dimage, self.pad))
