"""Which pixels of the input a unit can see, through everything that lies between.

Goes backwards through the network with a mask instead of a gradient. The result does not depend on weights or samples:
it is the set of pixels whose gradient can differ from zero.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np

from core.arrays import Array, Shape
from core.errors import SpecError
from core.kernels.window import Window
from core.layers.affine import Affine
from core.layers.average_pool import AveragePool
from core.layers.base import Layer
from core.layers.container import Chain, Container
from core.layers.conv import Conv
from core.layers.features import FEATURES, Features
from core.layers.global_average_pool import GlobalAveragePool
from core.layers.locally_connected import LocallyConnected
from core.layers.lrn import LRN
from core.layers.max_pool import MaxPool
from core.layers.parallel import Parallel
from core.layers.residual import Residual
from core.layers.sequential import Sequential
from core.layers.softmax import Softmax
from core.network import Network


def receptive_field(network: Network, layer_id: str, unit: tuple[int, ...]) -> Array:
    """Return which values of the input can change one output value of a layer: True or False, ``input_shape``.

    Parameters
    ----------
    layer_id
        Any layer, also inside containers.
    unit
        The index of the value: channel, row and column, or the one index of a vector.

    Raises
    ------
    SpecError
        If there is no such layer.
    """
    seen = _find(network.chain, network.input_shape, layer_id, unit)
    if seen is None:
        raise SpecError("no_such_layer", layer=layer_id)
    return seen


def box_of_field(seen: Array) -> tuple[int, int, int, int] | None:
    """Return top, left, bottom and right (exclusive) of the seen pixels of an image ``(C, H, W)``; None if it sees none."""
    plane = np.logical_or.reduce(seen)
    rows, columns = np.flatnonzero(plane.any(axis=1)), np.flatnonzero(plane.any(axis=0))
    if not rows.size:
        return None
    return int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1


def _find(chain: Chain, shape: Shape, layer_id: str, unit: tuple[int, ...]) -> Array | None:
    """Return the mask at the input of a chain, or None if the layer is not in it."""
    shapes = chain.shapes(shape)
    for index, child in enumerate(chain.children):
        if child.id == layer_id:
            mask = np.zeros(shapes[index + 1], bool)
            mask[unit] = True
            return _back(chain, shapes, mask, index + 1)
        if isinstance(child.layer, Container):
            for branch in child.layer.branches:
                inside = _find(branch, shapes[index], layer_id, unit)
                if inside is not None:
                    return _back(chain, shapes, inside, index)
    return None


def _back(chain: Chain, shapes: list[Shape], mask: Array, stop: int) -> Array:
    """Take a mask from behind child `stop − 1` to the beginning of a chain."""
    for index in reversed(range(stop)):
        mask = _through(chain.children[index].layer, shapes[index], mask)
    return mask


def _through(layer: Layer, shape: Shape, mask: Array) -> Array:
    """Take a mask from the output of a layer to its input."""
    for kind, rule in RULES.items():
        if isinstance(layer, kind):
            return rule(layer, shape, mask)
    if mask.shape == shape:
        return mask
    if mask.size == np.prod(shape):
        return mask.reshape(shape)
    return np.full(shape, mask.any())


def _chain(layer: Container, shape: Shape, mask: Array, branch: int = 0) -> Array:
    chain = layer.branches[branch]
    return _back(chain, chain.shapes(shape), mask, len(chain.children))


def _residual(layer: Residual, shape: Shape, mask: Array) -> Array:
    seen = _chain(layer, shape, mask).copy()
    if layer.shortcut == "identity":
        return seen | mask
    if layer.shortcut == "projection":
        mask = np.broadcast_to(mask.any(axis=0), (shape[0], *mask.shape[1:]))
    if len(shape) == 1:
        return seen | (mask[: shape[0]] if layer.shortcut == "pad" else mask.any())
    stride = -(-shape[1] // mask.shape[1])
    seen[:, ::stride, ::stride] |= mask[: shape[0]]
    return seen


def _parallel(layer: Parallel, shape: Shape, mask: Array) -> Array:
    seen, start = np.zeros(shape, bool), 0
    for index, branch in enumerate(layer.branches):
        stop = start + branch.shapes(shape)[-1][0]
        seen |= _chain(layer, shape, mask if layer.merge == "add" else mask[start:stop], index)
        start = stop
    return seen


def _windows(window: Window, shape: Shape, mask: Array) -> Array:
    """Return the pixels under the windows at the masked positions, channel by channel."""
    _, height, width = shape
    pad, stride, (high, wide) = window.pad, window.stride, mask.shape[1:]
    seen = np.zeros((len(mask), height + 2 * pad, width + 2 * pad), bool)
    taps = range(0, window.reach, window.dilation)
    for top in taps:
        for left in taps:
            seen[:, top : top + stride * high : stride, left : left + stride * wide : stride] |= mask
    return seen[:, pad : pad + height, pad : pad + width]


def _conv(layer: Conv, shape: Shape, mask: Array) -> Array:
    group = np.logical_or.reduce(mask.reshape(layer.groups, -1, *mask.shape[1:]), axis=1)
    return np.repeat(_windows(layer.window, shape, group), shape[0] // layer.groups, axis=0)


def _locally_connected(layer: LocallyConnected, shape: Shape, mask: Array) -> Array:
    return np.repeat(_windows(layer.window, shape, np.logical_or.reduce(mask)[np.newaxis]), shape[0], axis=0)


def _pool(layer: MaxPool | AveragePool, shape: Shape, mask: Array) -> Array:
    return _windows(layer.window, shape, mask)


def _global_average_pool(_layer: GlobalAveragePool, shape: Shape, mask: Array) -> Array:
    return np.broadcast_to(mask[:, np.newaxis, np.newaxis], shape)


def _lrn(layer: LRN, shape: Shape, mask: Array) -> Array:
    seen = mask.copy()
    for shift in range(1, min(layer.n // 2, shape[0] - 1) + 1):
        seen[:-shift] |= mask[shift:]
    for shift in range(1, min((layer.n - 1) // 2, shape[0] - 1) + 1):
        seen[shift:] |= mask[:-shift]
    return seen


def _all_channels(_layer: Softmax, shape: Shape, mask: Array) -> Array:
    return np.broadcast_to(mask.any(axis=0), shape)


def _features(layer: Features, _shape: Shape, mask: Array) -> Array:
    seen = [FEATURES[name] for name, wanted in zip(layer.chosen, mask.tolist(), strict=True) if wanted]
    return np.array([any(f.by_first for f in seen), any(f.by_second for f in seen)])


def _everything(_layer: Affine, shape: Shape, mask: Array) -> Array:
    return np.full(shape, mask.any())


RULES: Final[dict[type[Layer], Callable[[Any, Shape, Array], Array]]] = {
    Sequential: _chain,
    Residual: _residual,
    Parallel: _parallel,
    Conv: _conv,
    LocallyConnected: _locally_connected,
    MaxPool: _pool,
    AveragePool: _pool,
    GlobalAveragePool: _global_average_pool,
    LRN: _lrn,
    Softmax: _all_channels,
    Affine: _everything,
    Features: _features,
}
"""How each kind looks back. A kind without a rule that keeps the shape, or only the count, works value by value."""
