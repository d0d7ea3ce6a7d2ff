"""Many maps of one shape as a single picture, for drawing dozens of them at thirty frames a second."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from core.arrays import Array
from workbench.plots.picture import image_of
from workbench.theme.colormaps import Lookup


class Strip:
    """Maps one under the other in one picture.

    Parameters
    ----------
    maps
        ``(n, height, width)``
    limits
        The values of the first and the last colour; ``(n, 2)`` for a scale of each map's own.
    table
        The colours.
    """

    def __init__(self, maps: Array, limits: tuple[float, float] | Array, table: Lookup) -> None:
        count, self._high, self._wide = maps.shape
        if isinstance(limits, np.ndarray):
            low, high = (limits[:, end].reshape(-1, 1, 1) for end in (0, 1))
            maps = (maps - low) / np.where(high > low, high - low, 1)
            limits = (0.0, 1.0)
        self._image: QImage = image_of(maps.reshape(count * self._high, self._wide), limits, table)

    def draw(self, painter: QPainter, index: int, area: QRectF) -> None:
        """Draw one map into an area, each number as a square."""
        painter.drawImage(area, self._image, QRectF(0, index * self._high, self._wide, self._high))
