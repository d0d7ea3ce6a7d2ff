"""The attributions of one prediction beside each other, of the network as it is and of one that learned nothing.

An explanation that looks the same for random weights says nothing of what was learned (Adebayo et al., arXiv
1810.03292). So each can be asked of a network with other initial weights, and the two compared by rank.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np

from core.arrays import Array, Shape
from core.datasets.added_drawings import LOOKED_AT
from core.datasets.recipe import Data
from core.network import Network
from core.probes.asked_network import network_of, randomised
from core.probes.attribution import grad_cam, integrated_gradients, occlusion, saliency, scores_of, smooth_grad
from core.probes.drawing import drawing_frame
from core.training.frame import Frame

Method = Literal["saliency", "guided", "smooth_grad", "integrated_gradients", "grad_cam", "occlusion"]
METHODS: Final[tuple[Method, ...]] = get_args(Method)
SIGNED: Final[frozenset[Method]] = frozenset({"integrated_gradients", "occlusion"})

LEAST_MAP: Final = 2
"""Rows and columns that a layer's maps need at least to say where something is."""


@dataclass(frozen=True)
class Attribution:
    """What one method says of one prediction.

    Parameters
    ----------
    heat
        ``(H, W)``; in the size of the picture, or of the maps for Grad-CAM. None where the method cannot be asked.
    signed
        Whether below 0 means that a pixel speaks against the class.
    total, difference
        For integrated gradients: the sum of all shares, and the difference of the scores that it should be.
    layer
        For Grad-CAM: the layer whose maps are weighed.
    """

    method: Method
    heat: Array | None
    signed: bool = False
    total: float = 0.0
    difference: float = 0.0
    layer: str = ""


def attribute(
    frame: Frame, x: Array, k: int, method: Method, image_shape: Shape, *, rng: np.random.Generator, untrained: bool = False
) -> Attribution:
    """Ask one method why score `k` of a batch of one is as it is.

    Parameters
    ----------
    image_shape
        ``(C, H, W)`` of a sample, also where the data is laid out as vectors.
    rng
        For the noise of SmoothGrad.
    untrained
        True for a network with other initial weights.
    """
    guided = method == "guided"
    network = randomised(frame, guided=guided) if untrained else network_of(frame, guided=guided)
    ground, signed = ground_of(frame.data, image_shape), method in SIGNED
    layer, total, difference = "", 0.0, 0.0
    heat: Array | None
    if method == "smooth_grad":
        heat = np.abs(smooth_grad(network, x, k, rng))
    elif method == "integrated_gradients":
        heat = integrated_gradients(network, x, k, baseline=ground)
        total = float(heat.sum(dtype=np.float64))
        scores = scores_of(network, np.concatenate([x, np.full_like(x, ground)]))[:, k]
        difference = float(scores[0] - scores[1])
    elif method == "grad_cam":
        layer = last_maps(network)
        heat = grad_cam(network, x, k, layer) if layer else None
    elif method == "occlusion":
        size = max(1, round(min(image_shape[1:]) / 6))
        heat = occlusion(network, x, k, size=size, stride=max(1, size // 2), ground=ground, image_shape=image_shape)
    else:
        heat = saliency(network, x, k)
    return Attribution(method, heat if heat is None else _plane(heat, image_shape), signed, total, difference, layer)


def ground_of(data: Data, image_shape: Shape) -> float:
    """Return the prepared value of nothing: the paper of drawings, else the mean of the data."""
    drawing = drawing_frame(data, image_shape)
    return drawing.paper if drawing is not None else float(data.train.x[:LOOKED_AT].mean(dtype=np.float64))


def last_maps(network: Network) -> str:
    """Return the last layer of the top level that still gives maps with a where, "" if there is none."""
    found = ""
    shapes = network.chain.shapes(network.input_shape)
    for child, shape in zip(network.chain.children, shapes[1:], strict=True):
        if len(shape) == 3 and min(shape[1:]) >= LEAST_MAP:
            found = child.id
    return found


def similarity(one: Array, other: Array) -> float:
    """Return Spearman's rank correlation of the strengths of two attributions, −1 to 1; NaN where one is even."""
    ranks = [_ranks(np.abs(heat).ravel()) for heat in (one, other)]
    deviations = [r - r.mean() for r in ranks]
    size = float(np.sqrt((deviations[0] ** 2).sum() * (deviations[1] ** 2).sum()))
    return float(deviations[0] @ deviations[1]) / size if size > 0 else float("nan")


def _ranks(values: Array) -> Array:
    """Return the rank of each value; equal values share the mean of theirs."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    means = counts.cumsum() - (counts - 1) / 2
    ranks: Array = means[inverse]
    return ranks


def _plane(heat: Array, image_shape: Shape) -> Array:
    """Return an attribution as one plane: the sum over the channels."""
    if heat.ndim == 2:
        return heat
    plane: Array = heat.reshape(image_shape).sum(axis=0)
    return plane
