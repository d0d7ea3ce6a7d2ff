"""Samples as pictures for people: values from 0, the ground, to 1, the ink or the light."""

from __future__ import annotations

import numpy as np

from core.arrays import Array, Shape
from core.datasets.added_drawings import LOOKED_AT
from core.datasets.recipe import Data
from core.probes.drawing import drawing_frame
from core.probes.kernels import image_behind
from core.probes.output_map import input_range
from core.training.frame import Frame


def picture_shape(frame: Frame) -> Shape:
    """Return ``(C, H, W)`` of a frame's samples, also where they are laid out as vectors; () where they are no images."""
    shape = frame.data.input_shape
    return shape if len(shape) == 3 else image_behind(frame.experiment, shape)


def frame_pictures(frame: Frame, x: Array) -> Array:
    """Return prepared samples as people know them: images, also those laid out as vectors, places on the plane, or rows."""
    if frame.data.input_shape == (2,):
        return place_pictures(frame.data, x)
    return sample_pictures(frame.data, x, picture_shape(frame))


def sample_pictures(data: Data, x: Array, image_shape: Shape) -> Array:
    """Return prepared samples as pictures.

    Parameters
    ----------
    x
        ``(N, *input_shape)``.
    image_shape
        ``(C, H, W)`` of a sample, also where the data is laid out as vectors; () for samples that are no images.

    Returns
    -------
    Array
        ``(N, H, W)`` for one channel and for samples that are no images, which become one row; ``(N, 3, H, W)`` in
        colour; float32, 0 to 1.
    """
    shape = image_shape or (1, 1, int(np.prod(x.shape[1:])))
    frame = drawing_frame(data, image_shape)
    seen = data.train.x[:LOOKED_AT]
    low, high = (frame.paper, frame.ink) if frame else (float(seen.min()), float(seen.max()))
    values = np.clip((x.reshape(len(x), *shape) - low) / ((high - low) or 1.0), 0, 1).astype(np.float32)
    pictures: Array = values if shape[0] == 3 else values[:, 0]
    return pictures


def place_pictures(data: Data, x: Array, side: int = 33) -> Array:
    """Return a small map of the plane for each sample of two inputs: itself in full ink among all others in pale.

    Parameters
    ----------
    x
        ``(N, 2)``.

    Returns
    -------
    Array
        ``(N, side, side)``, float32, 0 to 1, the second input growing upwards.
    """
    (left, right), (low, high) = input_range(data.train.x)

    def cells(points: Array) -> Array:
        shares = (points - (left, low)) / (right - left, high - low)
        found: Array = np.clip((shares * side).astype(np.intp), 1, side - 2)
        return found

    ground = np.zeros((side, side), np.float32)
    others = cells(data.train.x[:LOOKED_AT])
    ground[side - 1 - others[:, 1], others[:, 0]] = 0.22
    pictures = np.repeat(ground[np.newaxis], len(x), axis=0)
    own = cells(x)
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            pictures[np.arange(len(x)), side - 1 - own[:, 1] + down, own[:, 0] + across] = 1.0
    return pictures
