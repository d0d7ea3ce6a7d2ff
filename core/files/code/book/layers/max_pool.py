"""The page of max pooling."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.files.code.book.im2col import col2im, im2col
from core.kernels.layout import batch_first, batch_last, framed, unframed


class MaxPool:
    """The largest value of each window (book, section 7.4.4)."""

    def __init__(self, size: int, stride: int = 0, pad: int = 0) -> None:
        self.size, self.stride, self.pad = size, stride or size, pad

    def forward(self, x: Array, train: bool = False) -> Array:
        image = framed(batch_last(x), self.pad, -np.inf)
        C, H, width, N = image.shape
        OH, OW = (H - self.size) // self.stride + 1, (width - self.size) // self.stride + 1
        self.shape, self.tile = image.shape, (slice(0, OH), slice(0, OW))
        col = im2col(image, self.size, self.stride, 1, self.tile).reshape(C, self.size**2, -1)
        self.first = col.argmax(axis=1)
        return batch_first(col.max(axis=1).reshape(C, OH, OW, N))

    def backward(self, dout: Array) -> Array:
        C = self.shape[0]
        dcol = np.zeros((C, self.size**2, self.first.shape[1]), dout.dtype)
        np.put_along_axis(dcol, self.first[:, np.newaxis], batch_last(dout).reshape(C, 1, -1), axis=1)
        dimage = np.zeros(self.shape, dout.dtype)
        col2im(dcol, dimage, self.size, self.stride, 1, self.tile)
        return batch_first(unframed(dimage, self.pad))
