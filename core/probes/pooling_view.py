"""One map before and after pooling, and where the gradient goes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from core.arrays import Array
from core.kernels.pooling import average_pool_backward, max_pool, max_pool_backward
from core.layers.average_pool import AveragePool
from core.layers.max_pool import MaxPool
from core.network import Network
from core.probes.dot_product import PooledWindow, pooled_window
from core.probes.layer_outputs import layer_outputs
from core.training.frame import Frame


@dataclass(frozen=True)
class PoolingView:
    """A pooling layer on one channel of one sample.

    Parameters
    ----------
    frame
        The moment.
    layer_id, channel, channels
        The layer, which of its channels, and how many there are.
    layer
        The layer; it has no weights.
    image, map
        The channel before and after, ``(H, W)`` and ``(OH, OW)``.
    """

    frame: Frame
    layer_id: str
    channel: int
    channels: int
    layer: MaxPool | AveragePool
    image: Array
    map: Array

    @cached_property
    def routed(self) -> Array:
        """How much gradient each pixel gets if every value of the map has the gradient 1, ``(H, W)``."""
        images = self.image[np.newaxis, :, :, np.newaxis]
        dout = np.ones((1, *self.map.shape, 1), self.image.dtype)
        if isinstance(self.layer, AveragePool):
            dx = average_pool_backward(dout, images.shape, self.layer.window)
        else:
            _, beaten = max_pool(images, self.layer.window)
            dx = max_pool_backward(dout, beaten, images.shape, self.layer.window)
        values: Array = dx[0, :, :, 0]
        return values

    def window_at(self, place: tuple[int, int]) -> PooledWindow:
        """Return what lies under the window at a place of the map."""
        return pooled_window(self.layer, self.image[np.newaxis], (0, *place))

    def winner(self, place: tuple[int, int]) -> tuple[int, int] | None:
        """Return the pixel of the image that a value of the map comes from; None where all share."""
        won, window = self.window_at(place).winner, self.layer.window
        if won is None:
            return None
        return place[0] * window.stride + won[0] - window.pad, place[1] * window.stride + won[1] - window.pad


def pooling_view(network: Network, frame: Frame, x: Array, layer_id: str, channel: int) -> PoolingView | None:
    """Return a pooling layer at work on a batch of one, or None if the network has none.

    Parameters
    ----------
    layer_id
        A pooling layer; "" or another one takes the first that comes after it, or else the first of all.
    """
    order = [visit.id for visit in network.visits]
    known = [visit.id for visit in network.visits if isinstance(visit.layer, MaxPool | AveragePool)]
    if not known:
        return None
    start = order.index(layer_id) if layer_id in order else 0
    wanted = next((name for name in known if order.index(name) >= start), known[0])
    out = next(out for out in layer_outputs(network, x) if out.id == wanted)
    layer = out.layer
    if not isinstance(layer, MaxPool | AveragePool):
        return None
    c = min(channel, out.y.shape[1] - 1)
    return PoolingView(frame, wanted, c, out.y.shape[1], layer, out.x[0, c].copy(), out.y[0, c].copy())
