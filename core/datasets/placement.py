"""How a digit is put into its frame: made to fit a box, then its centre of mass moved to the frame's centre.

MNIST was made this way (LeCun et al. 1998: 20×20 pixels inside 28×28). Generated digits and a person's drawings
have to be placed alike, or a network that learned from the one cannot read the other.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from core.arrays import Array
from core.errors import DataError

BOXES: Final = {28: 20, 16: 16, 8: 8}
"""For each usual frame the box inside that its digits fill; the 8×8 and 16×16 sets fill their frames."""

_FAINT = 0.05


def box_of(size: int) -> int:
    """Return the box for a frame of that many pixels: of a usual size, else in MNIST's proportion."""
    return BOXES.get(size, max(1, round(size * 20 / 28)))


def place_in_frame(image: Array, box: int = 20, size: int = 28) -> Array:
    """Bring a drawing into the form of the digits that a network learned from.

    Crops to the ink, scales the longest side to the box by averaging areas, makes the darkest ink 1, and moves the
    centre of mass to the middle of the frame as far as the ink stays inside.

    Parameters
    ----------
    image
        (H, W), 0 for paper to any positive number for full ink.
    box, size
        Sides of the box and of the frame in pixels.

    Returns
    -------
    Array
        (size, size), float32, 0 to 1.

    Raises
    ------
    DataError
        If nothing is drawn.
    """
    placed: Array = centre_by_mass(fit_to_box(crop_to_ink(image), box)[None], size)[0]
    return placed


def crop_to_ink(image: Array) -> Array:
    """Return the part of a drawing (H, W) that has ink.

    Raises
    ------
    DataError
        If nothing is drawn.
    """
    ink = np.asarray(image, dtype=np.float64)
    peak = float(ink.max(initial=0.0))
    if not peak > 0:
        raise DataError("empty_drawing")
    rows, columns = np.nonzero(ink > _FAINT * peak)
    return ink[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]


def fit_to_box(ink: Array, box: int) -> Array:
    """Scale a cropped drawing so that its longest side is `box`, by averaging areas; float32, its darkest ink is 1."""
    scale = box / max(ink.shape)
    height, width = (max(1, round(side * scale)) for side in ink.shape)
    fitted = _area_average(ink.shape[0], height) @ ink @ _area_average(ink.shape[1], width).T
    return np.asarray(fitted / fitted.max(), dtype=np.float32)


def centre_of_mass(images: Array) -> tuple[Array, Array]:
    """Return row and column of the centre of mass of images (N, H, W), ``(N,)`` each."""
    _, height, width = images.shape
    mass = np.maximum(images.sum(axis=(1, 2)), 1e-12)
    rows = images.sum(axis=2) @ np.arange(height, dtype=images.dtype) / mass
    return rows, images.sum(axis=1) @ np.arange(width, dtype=images.dtype) / mass


def centre_by_mass(images: Array, size: int) -> Array:
    """Put images (N, H, W) into frames (N, size, size) with the centre of mass in the middle.

    The shift is in whole pixels, and never so far that pixels would leave the frame.
    """
    count, height, width = images.shape
    centre_y, centre_x = centre_of_mass(images)
    middle = (size - 1) / 2
    top = np.clip(np.rint(middle - centre_y).astype(int), 0, size - height)
    left = np.clip(np.rint(middle - centre_x).astype(int), 0, size - width)
    frames = np.zeros((count, size, size), dtype=images.dtype)
    for frame, image, y, x in zip(frames, images, top.tolist(), left.tolist(), strict=True):
        frame[y : y + height, x : x + width] = image
    return frames


def _area_average(before: int, after: int) -> Array:
    """Return the matrix (after, before) that averages over equal stretches; enlarges by repeating."""
    edges = np.linspace(0, before, after + 1)
    cells = np.arange(before)
    overlap = np.minimum(edges[1:, None], cells + 1) - np.maximum(edges[:-1, None], cells)
    weights = np.clip(overlap, 0, None)
    matrix: Array = weights / weights.sum(axis=1, keepdims=True)
    return matrix
