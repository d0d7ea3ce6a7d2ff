"""The page of the convolution layer."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.files.code.book.im2col import col2im, im2col
from core.kernels.im2col import tiles
from core.kernels.layout import batch_first, batch_last, framed, unframed


class Conv:
    """Slides filters W over images and adds b: y = W·im2col(x) + b (book, section 7.4).

    x is (N, C, H, W), W is (F, C, K, K), b is (F,) or one for each output, y is (N, F, OH, OW). The windows are laid out
    tile by tile, so that the matrix of columns stays small.
    """

    def __init__(self, W: Array, b: Array | None = None, stride: int = 1, pad: int = 0, dilation: int = 1) -> None:
        self.params: dict[str, Array] = {"W": W} if b is None else {"W": W, "b": b}
        self.grads: dict[str, Array] = {}
        self.stride, self.pad, self.dilation = stride, pad, dilation

    def forward(self, x: Array, train: bool = False) -> Array:
        W = self.params["W"]
        F, C, K, _ = W.shape
        self.image = framed(batch_last(x), self.pad)
        OH, OW = self.positions(self.image.shape[1], K), self.positions(self.image.shape[2], K)
        y = np.empty((F, OH, OW, len(x)), x.dtype)
        self.tiles = list(tiles(OH, OW, C * K * K * len(x) * x.itemsize))
        for tile in self.tiles:
            col = im2col(self.image, K, self.stride, self.dilation, tile)
            place = y[:, tile[0], tile[1]]
            place[...] = (W.reshape(F, -1) @ col).reshape(place.shape)
        if "b" in self.params:
            b = self.params["b"]
            y += b.reshape(b.shape + (1,) * (4 - b.ndim))
        return batch_first(y)

    def backward(self, dout: Array) -> Array:
        W, dout = self.params["W"], batch_last(dout)
        F, _, K, _ = W.shape
        dW, dimage = np.zeros_like(W.reshape(F, -1)), np.zeros_like(self.image)
        for tile in self.tiles:
            col = im2col(self.image, K, self.stride, self.dilation, tile)
            part = dout[:, tile[0], tile[1]].reshape(F, -1)
            dW += part @ col.T
            col2im(W.reshape(F, -1).T @ part, dimage, K, self.stride, self.dilation, tile)
        self.grads["W"] = dW.reshape(W.shape)
        if "b" in self.params:
            self.grads["b"] = dout.sum(axis=(1, 2, 3) if self.params["b"].ndim == 1 else 3)
        return batch_first(unframed(dimage, self.pad))

    def positions(self, size: int, K: int) -> int:
        """Return how many windows fit along a side."""
        return (size - self.dilation * (K - 1) - 1) // self.stride + 1


class GroupedConv(Conv):
    """A convolution whose channels and filters are divided into groups that do not see each other.

    W is (F, C / groups, K, K); the product of a tile is one for each group.
    """

    def __init__(
        self, W: Array, b: Array | None = None, stride: int = 1, pad: int = 0, dilation: int = 1, groups: int = 1
    ) -> None:
        super().__init__(W, b, stride, pad, dilation)
        self.groups = groups

    def forward(self, x: Array, train: bool = False) -> Array:
        W, G = self.params["W"], self.groups
        F, _, K, _ = W.shape
        self.image = framed(batch_last(x), self.pad)
        OH, OW = self.positions(self.image.shape[1], K), self.positions(self.image.shape[2], K)
        y = np.empty((F, OH, OW, len(x)), x.dtype)
        self.tiles = list(tiles(OH, OW, x.shape[1] * K * K * len(x) * x.itemsize))
        filters = W.reshape(G, F // G, -1)
        for tile in self.tiles:
            col = im2col(self.image, K, self.stride, self.dilation, tile)
            place = y[:, tile[0], tile[1]]
            place[...] = (filters @ col.reshape(G, -1, col.shape[1])).reshape(place.shape)
        if "b" in self.params:
            b = self.params["b"]
            y += b.reshape(b.shape + (1,) * (4 - b.ndim))
        return batch_first(y)

    def backward(self, dout: Array) -> Array:
        W, G, dout = self.params["W"], self.groups, batch_last(dout)
        F, _, K, _ = W.shape
        filters = W.reshape(G, F // G, -1)
        dW, dimage = np.zeros_like(filters), np.zeros_like(self.image)
        for tile in self.tiles:
            col = im2col(self.image, K, self.stride, self.dilation, tile)
            part = dout[:, tile[0], tile[1]].reshape(G, F // G, -1)
            dW += part @ col.reshape(G, -1, col.shape[1]).swapaxes(1, 2)
            col2im(filters.swapaxes(1, 2) @ part, dimage, K, self.stride, self.dilation, tile)
        self.grads["W"] = dW.reshape(W.shape)
        if "b" in self.params:
            self.grads["b"] = dout.sum(axis=(1, 2, 3) if self.params["b"].ndim == 1 else 3)
        return batch_first(unframed(dimage, self.pad))
