"""The page of batch normalisation."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.kernels.layout import batch_first, batch_last


class BatchNorm:
    """y = gamma·(x − mean) / √(var + eps) + beta, feature by feature or channel by channel (book, section 6.3)."""

    def __init__(
        self,
        gamma: Array,
        beta: Array,
        running_mean: Array,
        running_var: Array,
        momentum: float = 0.9,
        eps: float = 1e-5,
    ) -> None:
        self.params: dict[str, Array] = {"gamma": gamma, "beta": beta}
        self.grads: dict[str, Array] = {}
        self.buffers: dict[str, Array] = {"running_mean": running_mean, "running_var": running_var}
        self.momentum, self.eps = momentum, eps

    def forward(self, x: Array, train: bool = False) -> Array:
        rows = self.rows(x)
        mean, var = self.buffers["running_mean"], self.buffers["running_var"]
        if train:
            now = rows.mean(axis=1), rows.var(axis=1)
            for kept, new in zip((mean, var), now, strict=True):
                kept[...] = self.momentum * kept + (1 - self.momentum) * new
            mean, var = now
            self.normed = (rows - mean[:, np.newaxis]) / np.sqrt(var + self.eps)[:, np.newaxis]
        scale = self.params["gamma"] / np.sqrt(var + self.eps)
        self.scale = scale
        y = rows * scale[:, np.newaxis]
        y += (self.params["beta"] - scale * mean)[:, np.newaxis]
        return self.like(y, x.shape)

    def backward(self, dout: Array) -> Array:
        rows = self.rows(dout)
        self.grads["gamma"] = np.sum(rows * self.normed, axis=1)
        self.grads["beta"] = np.sum(rows, axis=1)
        along = self.normed * (rows * self.normed).mean(axis=1, keepdims=True)
        drows = self.scale[:, np.newaxis] * (rows - rows.mean(axis=1, keepdims=True) - along)
        return self.like(drows, dout.shape)

    def rows(self, x: Array) -> Array:
        """Return one row for each feature or channel."""
        return x.T if x.ndim == 2 else batch_last(x).reshape(x.shape[1], -1)

    def like(self, rows: Array, shape: tuple[int, ...]) -> Array:
        """Return rows as a batch again."""
        return rows.T if len(shape) == 2 else batch_first(rows.reshape(*shape[1:], shape[0]))
