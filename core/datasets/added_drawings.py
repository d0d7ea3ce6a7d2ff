"""Drawings of the person's own that are learned from beside the data: a part of the recipe, as values."""

from __future__ import annotations

import base64
import binascii
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.arrays import Array, Shape
from core.datasets.base import Samples
from core.errors import SettingError

LOOKED_AT = 500
"""Training samples from which paper and ink are read."""


@dataclass(frozen=True, slots=True)
class AddedDrawing:
    """One drawing with its label.

    Parameters
    ----------
    label
        The index of the class.
    side
        Of the square picture, in pixels.
    pixels
        The picture, row by row, 0 for paper to 255 for ink: a byte each, in base 64.
    """

    label: int
    side: int
    pixels: str

    def __post_init__(self) -> None:
        try:
            found = len(base64.b64decode(self.pixels, validate=True))
        except (binascii.Error, ValueError):
            found = -1
        if self.label < 0 or self.side < 1 or found != self.side**2:
            expected = f"{self.side}×{self.side}"
            raise SettingError("drawing_misfit", received=found, expected=expected, label=self.label)

    @property
    def picture(self) -> Array:
        """The picture, ``(side, side)``, 0 to 1."""
        pixels = np.frombuffer(base64.b64decode(self.pixels), np.uint8)
        picture: Array = pixels.reshape(self.side, self.side).astype(np.float32) / 255
        return picture


def added_drawing(picture: Array, label: int) -> AddedDrawing:
    """Return a picture ``(side, side)``, 0 to 1, as a value."""
    pixels = np.rint(np.clip(picture, 0, 1) * 255).astype(np.uint8)
    return AddedDrawing(label, len(picture), base64.b64encode(pixels.tobytes()).decode())


def with_drawings(samples: Samples, drawings: Sequence[AddedDrawing], classes: int) -> Samples:
    """Return prepared training samples with drawings at their end.

    What does not fit, because other data was chosen since, is left out: it fits again when the data comes back.
    """
    shape = tuple(samples.x.shape[1:])
    fitting = [each for each in drawings if each.label < classes and each.side**2 == math.prod(shape)]
    if not fitting:
        return samples
    paper, ink = paper_and_ink(samples.x, fitting[0].side)
    pictures = np.stack([each.picture for each in fitting])
    x = prepared(pictures, paper, ink, shape)
    labels = np.array([each.label for each in fitting], samples.t.dtype)
    return Samples(np.concatenate([samples.x, x]), np.concatenate([samples.t, labels]))


def prepared(pictures: Array, paper: float, ink: float, shape: Shape) -> Array:
    """Return pictures ``(N, side, side)``, 0 to 1, with the prepared values of paper and ink, ``(N, *shape)``."""
    values = paper + pictures * (ink - paper)
    return values.astype(np.float32).reshape(len(pictures), *shape)


def paper_and_ink(x: Array, side: int) -> tuple[float, float]:
    """Return the prepared values of nothing and of full ink in square pictures of one channel.

    Paper is what lies around the digits, so a set with dark digits on light ground is understood as well.
    """
    images = x[:LOOKED_AT].reshape(-1, side, side)
    low, high = float(images.min()), float(images.max())
    rim = np.concatenate([images[:, (0, -1), :].ravel(), images[:, :, (0, -1)].ravel()])
    return (high, low) if float(np.median(rim)) > (low + high) / 2 else (low, high)
