"""One filter of a convolution on one sample, as it is or as it would be with another window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from core.arrays import Array
from core.kernels.convolution import convolve
from core.kernels.layout import batch_last
from core.kernels.window import Window
from core.layers.base import Layer
from core.layers.conv import Conv
from core.network import Network
from core.probes.layer_outputs import layer_outputs
from core.probes.unfolding import Unfolding, unfold
from core.training.frame import Frame


@dataclass(frozen=True)
class ConvolutionView:
    """What a filter looks at and what it makes of it.

    Parameters
    ----------
    frame
        The moment.
    layer_id, unit, filters
        The convolution, which of its filters, and how many it has.
    batch
        What reaches the filter, ``(N, C, H, W)``; of the whole input only the channels of its group.
    is_input
        Whether that is the sample itself.
    w, bias
        The filter ``(C, K, K)`` and what is added.
    window
        How it lies and moves.
    activation
        The function that follows at once, None for none.
    changed
        Whether the window is another than the network's.
    sample
        Which of the batch is looked at.
    """

    frame: Frame
    layer_id: str
    unit: int
    filters: int
    batch: Array
    is_input: bool
    w: Array
    bias: float
    window: Window
    activation: Layer | None
    changed: bool = False
    sample: int = 0

    @property
    def image(self) -> Array:
        """The sample that is looked at, ``(C, H, W)``."""
        image: Array = self.batch[self.sample]
        return image

    @property
    def fits(self) -> bool:
        """Whether the window has any place on the padded image."""
        return self.window.fits(self.image.shape[1]) and self.window.fits(self.image.shape[2])

    @cached_property
    def unfolding(self) -> Unfolding:
        """The image and its windows in rows."""
        return unfold(self.image[np.newaxis], self.window)

    @cached_property
    def whole(self) -> Unfolding:
        """The whole batch and its windows in rows."""
        return unfold(self.batch, self.window)

    @cached_property
    def maps(self) -> Array:
        """The filter's map of each sample, ``(N, OH, OW)``."""
        y = convolve(batch_last(self.batch), self.w[np.newaxis], self.window)
        values: Array = y[0].transpose(2, 0, 1) + np.asarray(self.bias, y.dtype)
        return values

    @property
    def map(self) -> Array:
        """The map of the sample that is looked at, ``(OH, OW)``."""
        values: Array = self.maps[self.sample]
        return values

    def activated(self, value: float) -> float | None:
        """Return what the activation makes of a value, or None where none follows."""
        if self.activation is None:
            return None
        return float(self.activation.forward(np.array([[value]], np.float64))[0, 0])

    def with_window(self, window: Window) -> ConvolutionView:
        """Return the same filter with another window: cut to its middle, or with zeros around it."""
        if window == self.window:
            return self
        return replace(self, w=resized(self.w, window.kernel), window=window, changed=True)

    def with_batch(self, count: int, sample: int = 0) -> ConvolutionView:
        """Return the same filter on the first samples of the batch, looking at one of them."""
        batch = self.batch[:count]
        return replace(self, batch=batch, sample=min(sample, len(batch) - 1))

    def with_groups(self, groups: int) -> ConvolutionView | None:
        """Return the filter as it would be if the channels were shared out among groups; None where that does not come out.

        The filters of a group see its channels alone, so each has fewer weights and the matrix fewer columns.
        """
        if groups == 1:
            return self
        if len(self.w) % groups or self.filters % groups:
            return None
        size, group = len(self.w) // groups, self.unit * groups // self.filters
        seen = slice(group * size, (group + 1) * size)
        return replace(self, batch=np.ascontiguousarray(self.batch[:, seen]), w=self.w[seen], changed=True)


def resized(w: Array, kernel: int) -> Array:
    """Return a filter ``(C, K, K)`` with another side: its middle, or itself in a frame of zeros."""
    old = w.shape[-1]
    if kernel <= old:
        start = (old - kernel) // 2
        cut: Array = w[:, start : start + kernel, start : start + kernel]
        return cut
    before = (kernel - old) // 2
    after = kernel - old - before
    padded: Array = np.pad(w, ((0, 0), (before, after), (before, after)))
    return padded


def convolutions(network: Network) -> tuple[str, ...]:
    """Return the ids of all convolutions from input to output, also inside containers."""
    return tuple(visit.id for visit in network.visits if isinstance(visit.layer, Conv))


def convolution_view(network: Network, frame: Frame, x: Array, layer_id: str, unit: int) -> ConvolutionView | None:
    """Return a filter at work on a batch, or None if the network has no such convolution.

    Parameters
    ----------
    layer_id
        A convolution; "" or an unknown one takes the first there is.
    """
    known = convolutions(network)
    if not known:
        return None
    wanted = layer_id if layer_id in known else known[0]
    found: ConvolutionView | None = None
    for out in layer_outputs(network, x):
        layer = out.layer
        if out.id == wanted and isinstance(layer, Conv):
            f = min(unit, layer.filters - 1)
            w = layer.params["W"][f].copy()
            first = f // (layer.filters // layer.groups) * len(w)
            b = layer.params.get("b")
            bias = float(b[f]) if b is not None and b.ndim == 1 else 0.0
            batch = np.ascontiguousarray(out.x[:, first : first + len(w)])
            found = ConvolutionView(frame, out.id, f, layer.filters, batch, out.x is x, w, bias, layer.window, None)
        elif found is not None and found.layer_id in out.sources:
            follows = layer.family == "activation" and out.kind != "Softmax"
            return replace(found, activation=layer) if follows else found
    return found
