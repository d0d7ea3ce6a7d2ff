"""Batch normalisation (Ioffe and Szegedy 2015, arXiv 1502.03167; book, section 6.3)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.arrays import Array, Shape
from core.fields import FloatField
from core.kernels.constants import Constant
from core.kernels.elementwise import in_rows
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

    Attributes
    ----------
    batch_mean, batch_var, batch_count
        Mean and variance of each feature in the last batch that was seen in training, and over how many values.
    """

    title = "Batch normalisation"
    help = "Gives every feature mean 0 and spread 1 within the batch, then a trainable scale and shift."
    book = "6.3"
    family = "normalise"

    _settled = False

    momentum = FloatField(0.9, minimum=0, maximum=0.9999, live=True, help="How much of the running statistics is kept each step.")
    eps = FloatField(1e-5, minimum=1e-12, maximum=1, log=True, help="Keeps the division away from 0.")

    def __init__(self, *values: object, **named: object) -> None:
        super().__init__(*values, **named)
        self._one = Constant(1)

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
        y = np.empty_like(rows)
        if training and not self._settled:
            self._centered, self._shape = np.empty_like(rows), x.shape
            self._rest, self._spread, mean, var = np.empty((4, len(rows)), rows.dtype)
            ones = self._one.row(rows.shape[1], rows)

            def normalise(part: slice) -> None:
                mean[part], var[part] = self._center(rows, part, ones)
                self._spread[part] = 1 / np.sqrt(var[part] + self.eps)
                scale = self.params["gamma"][part] * self._spread[part]
                np.multiply(self._centered[part], scale[:, np.newaxis], out=y[part])
                y[part] += (self.params["beta"][part] - scale * self._rest[part])[:, np.newaxis]

            in_rows(rows, normalise, self.engine.workers)
            self.batch_mean, self.batch_var, self.batch_count = mean, var, rows.shape[1]
            self._update_running(mean, var)
        else:
            scale = self._running_scale()
            shift = self.params["beta"] - scale * self.buffers["running_mean"]

            def settle(part: slice) -> None:
                np.multiply(rows[part], scale[part, np.newaxis], out=y[part])
                y[part] += shift[part, np.newaxis]

            in_rows(rows, settle, self.engine.workers)
        return _like(y, x.shape)

    def _running_scale(self) -> Array:
        scale: Array = self.params["gamma"] / np.sqrt(self.buffers["running_var"] + self.eps)
        return scale

    def _center(self, rows: Array, part: slice, ones: Array) -> tuple[Array, Array]:
        """Keep x − mean of some features; return mean and variance.

        The mean of many equal numbers is not always that number. What rounding left is taken off in a second round,
        so that a constant feature gives exactly nothing, whatever its size.
        """
        centered, mean = self._centered[part], _mean(rows[part], ones)
        np.subtract(rows[part], mean[:, np.newaxis], out=centered)
        rest = self._rest[part] = _mean(centered, ones)
        var = np.maximum(_mean_of_products(centered, centered) - rest**2, 0)
        return mean + rest, var

    def _update_running(self, mean: Array, var: Array) -> None:
        for name, value in (("running_mean", mean), ("running_var", var)):
            running = self.buffers[name]
            running *= self.momentum
            running += (1 - self.momentum) * value

    def backward(self, dout: Array) -> Array:
        rows = _rows(dout)
        if self._settled:  # the running statistics are constants; nobody asks for the gradients by gamma and beta
            return _like(rows * self._running_scale()[:, np.newaxis], dout.shape)
        dx, count = np.empty_like(self._centered), rows.shape[1]
        ones = self._one.row(count, rows)

        def differentiate(part: slice) -> None:
            centered, rest, spread = self._centered[part], self._rest[part], self._spread[part]
            mean = _mean(rows[part], ones)
            along = spread * (_mean_of_products(rows[part], centered) - rest * mean)
            np.multiply(along, count, out=self.grads["gamma"][part])
            np.multiply(mean, count, out=self.grads["beta"][part])
            scale = self.params["gamma"][part] * spread
            slope = -scale * spread * along
            np.multiply(centered, slope[:, np.newaxis], out=dx[part])
            dx[part] += rows[part] * scale[:, np.newaxis]
            dx[part] -= (scale * mean + slope * rest)[:, np.newaxis]

        in_rows(dx, differentiate, self.engine.workers)
        return _like(dx, self._shape)


def _rows(x: Array) -> Array:
    """Return one row for each feature: ``(D, N)`` or ``(C, H·W·N)``."""
    return x.T if x.ndim == 2 else batch_last(x).reshape(x.shape[1], -1)


def _like(rows: Array, shape: tuple[int, ...]) -> Array:
    """Return rows as a batch again."""
    return rows.T if len(shape) == 2 else batch_first(rows.reshape(*shape[1:], shape[0]))


def _mean(rows: Array, ones: Array) -> Array:
    """Return the mean of each row; as a product with ones it takes half the time of a sum."""
    mean: Array = rows.dot(ones)
    mean /= rows.shape[1]
    return mean


def _mean_of_products(a: Array, b: Array) -> Array:
    means: Array = np.vecdot(a, b) if a.flags.c_contiguous else np.einsum("ij,ij->i", a, b)
    means /= a.shape[1]
    return means
