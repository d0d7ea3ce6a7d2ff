"""Arrays as pictures: each number one pixel, coloured by a map."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from core.arrays import Array
from workbench.theme.colormaps import Lookup, Sort, colourise


def limits_of(values: Array, sort: Sort) -> tuple[float, float]:
    """Return the values of the first and the last colour: symmetric for signed values, from 0 or the least otherwise."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return (-1.0, 1.0) if sort == "signed" else (0.0, 1.0)
    if sort == "signed":
        most = float(np.abs(finite).max()) or 1.0
        return -most, most
    low, high = float(finite.min()), float(finite.max())
    low = min(low, 0.0) if low < 0.2 * high else low
    return low, high if high > low else low + 1.0


def image_of(values: Array, limits: tuple[float, float], table: Lookup) -> QImage:
    """Return a picture of numbers, ``(height, width)``, or of colours, ``(3, height, width)`` from 0 to 1."""
    if values.ndim == 3:
        scaled = (np.asarray(values, np.float32) - limits[0]) * (255 / ((limits[1] - limits[0]) or 1))
        pixels = np.full((*values.shape[1:], 4), 255, np.uint8)
        pixels[..., :3] = np.clip(np.nan_to_num(scaled), 0, 255).transpose(1, 2, 0)
    else:
        pixels = colourise(values, *limits, table)
    return image_of_pixels(pixels)


def image_of_pixels(pixels: NDArray[np.uint8]) -> QImage:
    """Return a picture of RGBA bytes, ``(height, width, 4)``."""
    height, width = pixels.shape[:2]
    return _image(pixels.tobytes(), width, height)


def images_of(stack: Array, limits: tuple[float, float], table: Lookup) -> list[QImage]:
    """Return a picture of each of many arrays of one shape, ``(n, height, width)`` or ``(n, 3, height, width)``."""
    if stack.ndim == 4:
        return [image_of(one, limits, table) for one in stack]
    pixels = colourise(stack, *limits, table)
    _, height, width, _ = pixels.shape
    return [_image(one.tobytes(), width, height) for one in pixels]


def _image(pixels: bytes, width: int, height: int) -> QImage:
    """Return RGBA bytes as a picture that owns them, in the format that is drawn five times faster than RGBA."""
    image = QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def draw_image(painter: QPainter, area: QRectF, image: QImage, *, smooth: bool = False) -> None:
    """Draw a picture into an area, each of its pixels as a square unless `smooth`."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    painter.drawImage(area, image)
