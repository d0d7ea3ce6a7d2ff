"""Which parts of an input matter for one score, in six ways. Each sees something else; none is the whole truth.

All take a network of `core.probes.asked_network`, samples as a batch of one, and the index of an output.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from core.arrays import Array, Shape
from core.errors import SpecError
from core.kernels.window import Window
from core.network import Network
from core.probes.unfolding import visit_counts

BATCH: Final = 64
"""How many changed copies of a sample are computed at once."""


def scores_of(network: Network, x: Array) -> Array:
    """Return the scores of a batch, ``(N, K)``."""
    return np.concatenate([network.forward(x[at : at + BATCH]) for at in range(0, len(x), BATCH)])


def gradients(network: Network, x: Array, k: int) -> Array:
    """Return the gradient of score `k` of each sample by the sample itself, ``(N, *input_shape)``."""
    parts = []
    for at in range(0, len(x), BATCH):
        scores = network.forward(x[at : at + BATCH], training=True)
        dout = np.zeros_like(scores)
        dout[:, k] = 1
        parts.append(network.backward(dout))
    return np.concatenate(parts)


def saliency(network: Network, x: Array, k: int) -> Array:
    """Return how strongly the score answers to a small change of each input, ``|∂score/∂x|`` (arXiv 1312.6034).

    With a guided network this is guided backpropagation (arXiv 1412.6806): sharper, and less about this very score.
    """
    strength: Array = np.abs(gradients(network, x, k)[0])
    return strength


def smooth_grad(
    network: Network, x: Array, k: int, rng: np.random.Generator, *, samples: int = 32, spread: float = 0.15
) -> Array:
    """Return the mean of the gradients at noisy copies (arXiv 1706.03825), ``input_shape``.

    Parameters
    ----------
    spread
        The noise's standard deviation as a share of the sample's range.
    """
    scale = spread * float(x.max() - x.min())
    noisy = x + scale * rng.standard_normal((samples, *x.shape[1:]), dtype=np.float32).astype(x.dtype)
    mean: Array = gradients(network, noisy, k).mean(axis=0)
    return mean


def integrated_gradients(network: Network, x: Array, k: int, *, baseline: float = 0.0, steps: int = 128) -> Array:
    """Return each input's share in the difference of the score to that of an even ground (arXiv 1703.01365).

    ``(x − x₀)·∫ ∂score/∂x dα`` along the straight way from x₀ to x, by the midpoint rule. The shares add up to
    ``score(x) − score(x₀)``.
    """
    ground = np.full_like(x, baseline)
    alpha = ((np.arange(steps) + 0.5) / steps).astype(x.dtype).reshape(-1, *(1,) * (x.ndim - 1))
    share: Array = (x - ground)[0] * gradients(network, ground + alpha * (x - ground), k).mean(axis=0)
    return share


def grad_cam(network: Network, x: Array, k: int, layer_id: str) -> Array:
    """Return where a layer of the top level finds what speaks for a score (arXiv 1610.02391), ``(H, W)``, 0 and above.

    Each map is weighted by the mean gradient of the score by it; what is negative in the sum is left out.

    Raises
    ------
    SpecError
        If there is no such layer at the top level, or what it gives is no image.
    """
    children = network.chain.children
    at = next((i for i, child in enumerate(children) if child.id == layer_id), -1)
    maps = y = x
    for index, child in enumerate(children):
        y = child.layer.forward(y, True)
        if index == at:
            maps = y
    if at < 0 or maps.ndim != 4:
        raise SpecError("no_such_layer", layer=layer_id)
    dout = np.zeros_like(y)
    dout[:, k] = 1
    for child in reversed(children[at + 1 :]):
        dout = child.layer.backward(dout)
    heat: Array = np.maximum(np.einsum("chw,c->hw", maps[0], dout[0].mean(axis=(1, 2))), 0)
    return heat


def occlusion(
    network: Network, x: Array, k: int, *, size: int, stride: int = 1, ground: float = 0.0, image_shape: Shape = ()
) -> Array:
    """Return by how much the score falls when a square around each pixel is covered (arXiv 1311.2901), ``(H, W)``.

    Where squares overlap, the mean over those that cover the pixel.

    Parameters
    ----------
    size
        The square's side.
    stride
        How far it moves each time.
    ground
        The value it is painted with.
    image_shape
        ``(C, H, W)`` of a sample that is laid out as a vector.
    """
    images = x.reshape(-1, *image_shape) if image_shape else x
    height, width = images.shape[-2:]
    window = Window(size, stride)
    high, wide = window.positions(height), window.positions(width)
    covered = np.repeat(images, high * wide, axis=0)
    for index in range(high * wide):
        top, left = index // wide * stride, index % wide * stride
        covered[index, :, top : top + size, left : left + size] = ground
    falls = float(scores_of(network, x)[0, k]) - scores_of(network, covered.reshape(-1, *x.shape[1:]))[:, k]
    total = np.zeros((height, width), x.dtype)
    for index, fall in enumerate(falls):
        top, left = index // wide * stride, index % wide * stride
        total[top : top + size, left : left + size] += fall
    mean: Array = total / np.maximum(visit_counts(height, width, window), 1)
    return mean
