"""Which part of a plane is seen: all of it, or a part that was enlarged and moved."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from core.arrays import Array

STEP: Final = 1.25
MOST: Final = 40.0
EDGE: Final = 0.05
"""What is left free around the outermost points, as a share of their spread."""


class PlaneZoom:
    """Places points in an area; both axes on one scale, so that distances mean the same.

    Attributes
    ----------
    factor
        1 where all points are seen.
    """

    def __init__(self) -> None:
        self.factor = 1.0
        self._shift = QPointF(0, 0)

    def show_all(self) -> None:
        """Show all points again."""
        self.factor, self._shift = 1.0, QPointF(0, 0)

    def by(self, factor: float, at: QPointF, area: QRectF) -> None:
        """Enlarge about a pixel."""
        before = self.factor
        self.factor = min(MOST, max(1.0, before * factor))
        away = at - area.center() - self._shift
        self.move(away - away * (self.factor / before), area)

    def move(self, way: QPointF, area: QRectF) -> None:
        """Move what is seen by pixels, as far as half of the area stays filled."""
        room = (self.factor - 1) / 2
        across, down = room * area.width(), room * area.height()
        moved = self._shift + way
        self._shift = QPointF(min(across, max(-across, moved.x())), min(down, max(-down, moved.y())))

    def places(self, points: Array, area: QRectF) -> Array:
        """Return the pixels of points of the plane, ``(N, 2)``; upwards is up."""
        low, high = points.min(axis=0), points.max(axis=0)
        span = np.maximum(high - low, 1e-12) * (1 + 2 * EDGE)
        scale = self.factor * min(area.width() / span[0], area.height() / span[1])
        middle = np.array([area.center().x() + self._shift.x(), area.center().y() + self._shift.y()])
        placed: Array = middle + (points - (low + high) / 2) * scale * np.array([1, -1])
        return placed
