"""The page of the convolution layer."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.files.code.book.im2col import col2im, im2col
from core.kernels.im2col import tiles
from core.kernels.layout import batch_first, batch_last, framed, unframed
from core.kernels.lowering import multiply, row_tiles, shares_rows


def product(W: Array, col: Array, place: Array, groups: int, by_rows: bool) -> None:
    """Write W·columns to its place in y: one product for each row of windows, or one for all. Channels are added last."""
    F, C, K, _ = W.shape
    filters = W.reshape(groups, F // groups, C, K * K).swapaxes(2, 3).reshape(groups, F // groups, -1)
    col = col.reshape(groups, C, K * K, -1).swapaxes(1, 2).reshape(groups, K * K * C, -1)
    rows = place.shape[1] if by_rows else 1
    columns = col.reshape(*col.shape[:2], rows, -1).swapaxes(1, 2)
    multiply(filters, columns, place.reshape(groups, F // groups, rows, -1).swapaxes(1, 2))


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
        F, _, K, _ = W.shape
        self.image = framed(batch_last(x), self.pad)
        OH, OW = self.positions(self.image.shape[1], K), self.positions(self.image.shape[2], K)
        y = np.empty((F, OH, OW, len(x)), x.dtype)
        by_rows = self.choose_tiles(OH, OW, x)
        for tile in self.tiles:
            col = im2col(self.image, K, self.stride, self.dilation, tile)
            product(W, col, y[:, tile[0], tile[1]], 1, by_rows)
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

    def choose_tiles(self, OH: int, OW: int, x: Array) -> bool:
        """Divide the output into tiles; return whether each row of windows is a product of its own."""
        N, C, _, _ = x.shape
        K = self.params["W"].shape[-1]
        by_rows = shares_rows(K, self.stride, self.dilation, OW * N)
        if by_rows:
            self.tiles = row_tiles(OH, OW, C, N, kernel=K, stride=self.stride)
        else:
            self.tiles = list(tiles(OH, OW, C * K * K * N * x.itemsize))
        return by_rows

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
        W = self.params["W"]
        F, _, K, _ = W.shape
        self.image = framed(batch_last(x), self.pad)
        OH, OW = self.positions(self.image.shape[1], K), self.positions(self.image.shape[2], K)
        y = np.empty((F, OH, OW, len(x)), x.dtype)
        by_rows = self.choose_tiles(OH, OW, x)
        for tile in self.tiles:
            col = im2col(self.image, K, self.stride, self.dilation, tile)
            product(W, col, y[:, tile[0], tile[1]], self.groups, by_rows)
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
