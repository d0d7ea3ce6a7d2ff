"""One output value written out: the window, the filter, their products, the sum, the bias."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.arrays import Array
from core.kernels.convolution import convolve
from core.kernels.layout import batch_last, framed
from core.kernels.window import Window
from core.layers.average_pool import AveragePool
from core.layers.base import Layer
from core.layers.conv import Conv
from core.layers.locally_connected import LocallyConnected
from core.layers.max_pool import MaxPool


@dataclass(frozen=True)
class DotProduct:
    """The arithmetic behind one value of a map.

    Parameters
    ----------
    seen
        What lies under the window, ``(C, K, K)``; only the channels that the filter looks at.
    filter
        The weights, ``(C, K, K)``.
    bias
        What is added at the end; 0 without.
    first_channel
        Which channel of the image `seen` begins with: 0 unless the convolution has groups.
    """

    seen: Array
    filter: Array
    bias: float
    first_channel: int = 0

    @property
    def products(self) -> Array:
        """Value times weight, ``(C, K, K)``."""
        products: Array = self.seen * self.filter
        return products

    @property
    def channel_sums(self) -> Array:
        """The sum of the products of each channel, ``(C,)``."""
        sums: Array = self.products.sum(axis=(1, 2))
        return sums

    @property
    def output(self) -> float:
        """The sum of all products and the bias: the value of the map."""
        return float(self.products.sum(dtype=np.float64)) + self.bias


def has_windows(layer: Layer) -> bool:
    """Say whether the values of a layer are dot products of windows with filters."""
    return isinstance(layer, Conv | LocallyConnected)


def dot_product(layer: Layer, image: Array, unit: tuple[int, int, int]) -> DotProduct:
    """Write out one value of a convolution, or of a locally connected layer.

    Parameters
    ----------
    image
        The layer's input for one sample, ``(C, H, W)``.
    unit
        Filter, row and column of the value.

    Raises
    ------
    TypeError
        If the layer has no filters; ask `has_windows` first.
    """
    f, i, j = unit
    if isinstance(layer, LocallyConnected):
        w, first, window = layer.params["W"][i, j, f], 0, layer.window
    elif isinstance(layer, Conv):
        w, window = layer.params["W"][f], layer.window
        first = f // (layer.filters // layer.groups) * len(w)
    else:
        raise TypeError(f"{type(layer).__name__} has no filters")
    b = layer.params.get("b")
    bias = 0.0 if b is None else float(b[f] if b.ndim == 1 else b[f, i, j])
    return DotProduct(window_at(image[first : first + len(w)], window, i, j), w, bias, first)


def window_at(image: Array, window: Window, i: int, j: int, outside: float = 0.0) -> Array:
    """Return what lies under the window at position (i, j) of an image ``(C, H, W)``: ``(C, K, K)``."""
    padded = framed(image[..., np.newaxis], window.pad, outside)[..., 0]
    top, left = i * window.stride, j * window.stride
    seen: Array = padded[:, top : top + window.reach : window.dilation, left : left + window.reach : window.dilation]
    return seen


def channel_parts(layer: Layer, image: Array, f: int) -> Array:
    """Return what each input channel adds to map `f` of a convolution, ``(C / groups, OH, OW)``.

    Their sum and the bias are the map.
    """
    if not isinstance(layer, Conv):
        raise TypeError(f"{type(layer).__name__} has no filters that are shared")
    w = layer.params["W"][f]
    first = f // (layer.filters // layer.groups) * len(w)
    part = batch_last(image[np.newaxis, first : first + len(w)])
    return convolve(part, w[:, np.newaxis], layer.window, groups=len(w))[..., 0]


@dataclass(frozen=True)
class PooledWindow:
    """One value of a pooling layer.

    Parameters
    ----------
    seen
        What lies under the window, ``(K, K)``; the frame is −∞ for the largest and 0 for the mean.
    winner
        Row and column within the window to which the gradient goes; None where all share it.
    output
        The largest, or the mean.
    """

    seen: Array
    winner: tuple[int, int] | None
    output: float


def pooled_window(layer: MaxPool | AveragePool, image: Array, unit: tuple[int, int, int]) -> PooledWindow:
    """Return the window behind one value of a pooling layer, for its input ``(C, H, W)``."""
    c, i, j = unit
    largest = isinstance(layer, MaxPool)
    seen = window_at(image[c : c + 1], layer.window, i, j, -np.inf if largest else 0.0)[0]
    if not largest:
        return PooledWindow(seen, None, float(seen.mean()))
    row, column = divmod(int(np.argmax(seen)), seen.shape[1])
    return PooledWindow(seen, (row, column), float(seen[row, column]))
