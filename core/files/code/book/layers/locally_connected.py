"""The page of the layer whose filters are not shared."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.files.code.book.im2col import col2im, im2col
from core.kernels.layout import batch_first, batch_last, framed, unframed


class LocallyConnected:
    """A convolution with other filters at every position.

    x is (N, C, H, W), W is (OH, OW, F, C, K, K), b is (F, OH, OW), y is (N, F, OH, OW).
    """

    def __init__(self, W: Array, b: Array | None = None, stride: int = 1, pad: int = 0) -> None:
        self.params: dict[str, Array] = {"W": W} if b is None else {"W": W, "b": b}
        self.grads: dict[str, Array] = {}
        self.stride, self.pad = stride, pad

    def forward(self, x: Array, train: bool = False) -> Array:
        W = self.params["W"]
        OH, OW, F, C, K, _ = W.shape
        self.image = framed(batch_last(x), self.pad)
        whole = (slice(0, OH), slice(0, OW))
        col = im2col(self.image, K, self.stride, 1, whole).reshape(C * K * K, OH * OW, len(x))
        self.seen = np.ascontiguousarray(col.transpose(1, 0, 2))
        y = np.matmul(W.reshape(OH * OW, F, -1), self.seen).reshape(OH, OW, F, len(x)).transpose(2, 0, 1, 3)
        if "b" in self.params:
            y = y + self.params["b"][..., np.newaxis]
        return batch_first(y)

    def backward(self, dout: Array) -> Array:
        W = self.params["W"]
        OH, OW, F, _, K, _ = W.shape
        part = dout.transpose(2, 3, 1, 0).reshape(OH * OW, F, -1)
        self.grads["W"] = np.matmul(part, self.seen.swapaxes(1, 2)).reshape(W.shape)
        if "b" in self.params:
            self.grads["b"] = np.sum(dout, axis=0)
        dcol = np.matmul(W.reshape(OH * OW, F, -1).swapaxes(1, 2), part)
        dimage = np.zeros_like(self.image)
        col2im(dcol.transpose(1, 0, 2), dimage, K, self.stride, 1, (slice(0, OH), slice(0, OW)))
        return batch_first(unframed(dimage, self.pad))
