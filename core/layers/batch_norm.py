"""Batch normalisation (Ioffe and Szegedy 2015, arXiv 1502.03167; book, section 6.3)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.arrays import Array, Shape
from core.fields import FloatField
from core.kernels.layout import batch_first, batch_last
from core.layers.base import LAYERS, Layer, require_image
from core.layers.formula import Formula, grouped


@LAYERS.register
class BatchNorm(Layer):
    """``y = gamma·(x − mean) / √(var + eps) + beta``, mean and var of each feature over the batch.

    On images a feature is a channel, over all samples and pixels; the book takes every pixel for itself. Outside
    training the running statistics are used: ``running = momentum·running + (1 − momentum)·batch``, the variance
    dividing by the count, as in the book.

    Backward, with h the normalised x and the means over the same values: ``dgamma = Σ dout·h``, ``dbeta = Σ dout``,
    ``dx = gamma / √(var + eps) · (dout − mean(dout) − h·mean(dout·h))``.
    """

    title = "Batch normalisation"
    help = "Gives every feature mean 0 and spread 1 within the batch, then a trainable scale and shift."
    book = "6.3"
    family = "normalise"

    _settled = False

    momentum = FloatField(0.9, minimum=0, maximum=0.9999, live=True, help="How much of the running statistics is kept each step.")
    eps = FloatField(1e-5, minimum=1e-12, maximum=1, log=True, help="Keeps the division away from 0.")

    def output_shape(self, shape: Shape) -> Shape:
        if len(shape) != 1:
            require_image(self, shape)
        return shape

    def parameter_shapes(self, shape: Shape) -> Mapping[str, Shape]:
        return {"gamma": shape[:1], "beta": shape[:1]}

    def buffer_values(self, shape: Shape) -> Mapping[str, Array]:
        return {"running_mean": np.zeros(shape[0]), "running_var": np.ones(shape[0])}

    def explain(self, shape: Shape) -> tuple[Formula, ...]:
        letter = "C" if len(shape) == 3 else "D"
        return (Formula("Parameters", f"2·{letter}", f"2·{shape[0]}", grouped(2 * shape[0])),)

    def initialize(self, shape: Shape, rng: np.random.Generator, suits: str) -> None:
        self.params["gamma"][...] = 1
        self.params["beta"][...] = 0

    def settle(self) -> None:
        self._settled = True

    def forward(self, x: Array, training: bool = False) -> Array:
        rows = _rows(x)
        if training and not self._settled:
            mean, var = self._center(rows)
            self._update_running(mean, var)
            spread = 1 / np.sqrt(var + self.eps)
            scale = self.params["gamma"] * spread
            y = self._centered * scale[:, np.newaxis]
            y += (self.params["beta"] - scale * self._rest)[:, np.newaxis]
            self._spread, self._shape = spread, x.shape
        else:
            scale = self._running_scale()
            y = rows * scale[:, np.newaxis]
            y += (self.params["beta"] - scale * self.buffers["running_mean"])[:, np.newaxis]
        return _like(y, x.shape)

    def _running_scale(self) -> Array:
        scale: Array = self.params["gamma"] / np.sqrt(self.buffers["running_var"] + self.eps)
        return scale

    def _center(self, rows: Array) -> tuple[Array, Array]:
        """Keep x − mean; return mean and variance.

        The mean of many equal numbers is not always that number. What rounding left is taken off in a second round,
        so that a constant feature gives exactly nothing, whatever its size.
        """
        mean = rows.mean(axis=1)
        self._centered = rows - mean[:, np.newaxis]
        self._rest = self._centered.mean(axis=1)
        var = np.maximum(_mean_of_products(self._centered, self._centered) - self._rest**2, 0)
        return mean + self._rest, var

    def _update_running(self, mean: Array, var: Array) -> None:
        for name, value in (("running_mean", mean), ("running_var", var)):
            running = self.buffers[name]
            running *= self.momentum
            running += (1 - self.momentum) * value

    def backward(self, dout: Array) -> Array:
        rows = _rows(dout)
        if self._settled:  # the running statistics are constants; nobody asks for the gradients by gamma and beta
            return _like(rows * self._running_scale()[:, np.newaxis], dout.shape)
        mean = rows.mean(axis=1)
        along = self._spread * (_mean_of_products(rows, self._centered) - self._rest * mean)
        count = rows.shape[1]
        np.multiply(along, count, out=self.grads["gamma"])
        np.multiply(mean, count, out=self.grads["beta"])
        scale = self.params["gamma"] * self._spread
        slope = -scale * self._spread * along
        dx = self._centered * slope[:, np.newaxis]
        dx += rows * scale[:, np.newaxis]
        dx -= (scale * mean + slope * self._rest)[:, np.newaxis]
        return _like(dx, self._shape)


def _rows(x: Array) -> Array:
    """Return one row for each feature: ``(D, N)`` or ``(C, H·W·N)``."""
    return x.T if x.ndim == 2 else batch_last(x).reshape(x.shape[1], -1)


def _like(rows: Array, shape: tuple[int, ...]) -> Array:
    """Return rows as a batch again."""
    return rows.T if len(shape) == 2 else batch_first(rows.reshape(*shape[1:], shape[0]))


def _mean_of_products(a: Array, b: Array) -> Array:
    means: Array = np.einsum("ij,ij->i", a, b)
    means /= a.shape[1]
    return means
