"""What a network says over the plane, as colours: signed for two classes or a value, mixed for more."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor

from core.arrays import Array
from workbench.theme.colormaps import colourise
from workbench.theme.theme import Theme

PALE = 0.75
MIXED = 0.55
"""The ground is paler than the points on it."""


def answer_pixels(outputs: Array, classes: int, limit: float, theme: Theme, *, hard: bool = False) -> Array:
    """Return RGBA bytes for answers ``(…, K)``.

    Parameters
    ----------
    classes
        How many; 0 for values.
    limit
        The size of a value that gets the last colour.
    hard
        True for the likeliest class, or the sign of a value, alone.
    """
    if classes > 2:
        shares = np.eye(classes)[outputs.argmax(axis=-1)] if hard else outputs
        ground = rgb(theme.color("plot"))
        ends = np.stack([rgb(theme.run(k)) for k in range(classes)])
        mixed = np.empty((*outputs.shape[:-1], 4), np.uint8)
        mixed[..., :3] = ground + MIXED * (shares @ (ends - ground))
        mixed[..., 3] = 255
        return mixed
    signed = signed_answers(outputs) if classes else outputs[..., 0] / limit
    return colourise((np.sign(signed) if hard else signed) * PALE, -1.0, 1.0, theme.lookup("signed"))


def point_colours(values: Array, classes: int, limit: float, theme: Theme) -> list[QColor]:
    """Return the colour of each sample by its class, or by its value."""
    if classes > 2:
        return [theme.run(int(k)) for k in values]
    signed = 2.0 * values - 1 if classes else values / limit
    pixels = colourise(signed, -1.0, 1.0, theme.lookup("signed"))
    return [QColor(*(int(c) for c in pixel)) for pixel in pixels]


def signed_answers(outputs: Array) -> Array:
    """Return −1 for surely the first of two classes to +1 for surely the second."""
    second: Array = outputs[..., -1]
    return 2 * second - 1


def rgb(colour: QColor) -> Array:
    """Return red, green and blue from 0 to 255."""
    return np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)
