"""One map and how it comes about, as values; and the arithmetic at one place of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.arrays import Array
from core.layers.average_pool import AveragePool
from core.layers.base import Layer
from core.layers.conv import Conv
from core.layers.max_pool import MaxPool
from core.network import Network
from core.probes.dot_product import DotProduct, PooledWindow, channel_parts, dot_product, has_windows, pooled_window
from core.probes.network_maps import LayerMaps
from core.probes.receptive_field import box_of_field, receptive_field


@dataclass(frozen=True)
class MapDetail:
    """A map with what it is made of.

    Parameters
    ----------
    maps
        The layer at work.
    unit
        The channel that is shown.
    channels
        The input channels that it sees, as numbers from 0.
    kernels, parts
        Of a convolution: the filter ``(C, K, K)``, and what each channel adds ``(C, OH, OW)``; None for other layers.
    bias
        0 without one; a bias per place counts with the place.
    """

    maps: LayerMaps
    unit: int
    channels: tuple[int, ...]
    kernels: Array | None
    parts: Array | None
    bias: float

    @property
    def map(self) -> Array:
        """The map itself, ``(H, W)``."""
        values: Array = self.maps.y[self.unit]
        return values


@dataclass(frozen=True)
class PlaceDetail:
    """The arithmetic at one place.

    Parameters
    ----------
    place
        Row and column on the map.
    value
        The map there.
    field
        Which pixels of the input it can see, ``(H, W)``; None where the input is no image.
    box
        Top, left, bottom and right (exclusive) of that field; None if it sees nothing.
    dot, pooled
        Where the layer is a convolution, or a pooling.
    before
        What went in at the same place, for layers that work value by value.
    """

    place: tuple[int, int]
    value: float
    field: Array | None
    box: tuple[int, int, int, int] | None
    dot: DotProduct | None = None
    pooled: PooledWindow | None = None
    before: float | None = None


def map_detail(layer: Layer, maps: LayerMaps, unit: int) -> MapDetail:
    """Return a map of a layer that was given the parameters of the moment."""
    kernels = parts = None
    bias = 0.0
    channels: tuple[int, ...] = ()
    if maps.x.ndim == 3:
        same = maps.x.shape[0] == maps.y.shape[0]
        channels = (unit,) if same and not has_windows(layer) else tuple(range(maps.x.shape[0]))
    if isinstance(layer, Conv):
        kernels, parts = layer.params["W"][unit].copy(), channel_parts(layer, maps.x, unit)
        first = unit // (layer.filters // layer.groups) * len(kernels)
        channels = tuple(range(first, first + len(kernels)))
        b = layer.params.get("b")
        bias = float(b[unit]) if b is not None and b.ndim == 1 else 0.0
    return MapDetail(maps, unit, channels, kernels, parts, bias)


def place_detail(network: Network, detail: MapDetail, place: tuple[int, int]) -> PlaceDetail:
    """Return the arithmetic at one place of a map."""
    maps, layer = detail.maps, network.layer(detail.maps.id)
    unit = (detail.unit, *place)
    seen = receptive_field(network, maps.id, unit)
    field = np.logical_or.reduce(seen) if seen.ndim == 3 else None
    box = box_of_field(seen) if seen.ndim == 3 else None
    value = float(maps.y[unit])
    if has_windows(layer):
        return PlaceDetail(place, value, field, box, dot=dot_product(layer, maps.x, unit))
    if isinstance(layer, MaxPool | AveragePool):
        return PlaceDetail(place, value, field, box, pooled=pooled_window(layer, maps.x, unit))
    before = float(maps.x[unit]) if maps.x.shape == maps.y.shape else None
    return PlaceDetail(place, value, field, box, before=before)
