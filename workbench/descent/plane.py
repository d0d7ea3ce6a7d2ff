"""A part of the plane of x and y on a rectangle of pixels, with one scale for both, so that right angles stay right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from core.arrays import Array
from core.descent.spec import LARGEST, View

FARTHEST: Final = 20_000.0
"""Pixels; what lies farther outside is drawn as if it lay there, because painters count in small numbers."""


@dataclass(frozen=True, slots=True)
class Plane:
    """Where places of the plane are on a rectangle.

    Parameters
    ----------
    area
        In pixels.
    view
        Left, right, bottom, top; in the shape of the area.
    """

    area: QRectF
    view: View

    @classmethod
    def around(cls, area: QRectF, view: View) -> Plane:
        """Return a plane that shows all of a view, and more of it where the area has another shape."""
        left, right, bottom, top = view
        scale = min(area.width() / (right - left), area.height() / (top - bottom))
        wide, high = area.width() / scale / 2, area.height() / scale / 2
        x, y = (left + right) / 2, (bottom + top) / 2
        return cls(area, (x - wide, x + wide, y - high, y + high))

    @property
    def scale(self) -> float:
        """Pixels per unit."""
        return self.area.width() / (self.view[1] - self.view[0])

    def at(self, x: float, y: float) -> QPointF:
        """Return the pixel of a place."""
        return QPointF(*(float(v) for v in self.pixels(np.array([x, y]))))

    def pixels(self, at: Array) -> Array:
        """Return the pixels of places ``(2, …)``."""
        left, _, _, top = self.view
        x = self.area.left() + (at[0] - left) * self.scale
        y = self.area.top() + (top - at[1]) * self.scale
        pixels: Array = np.clip(np.stack([x, y]), -FARTHEST, FARTHEST)
        return pixels

    def place(self, pixel: QPointF) -> tuple[float, float]:
        """Return the place under a pixel, as fine as pixels tell, within what a start may be."""
        left, _, _, top = self.view
        decimals = max(0, int(np.ceil(np.log10(self.scale))))
        x, y = left + (pixel.x() - self.area.left()) / self.scale, top - (pixel.y() - self.area.top()) / self.scale
        limit = LARGEST
        return round(min(limit, max(-limit, x)), decimals) + 0.0, round(min(limit, max(-limit, y)), decimals) + 0.0

    def zoomed(self, factor: float, around: QPointF) -> View:
        """Return the view after everything came nearer to a pixel by a factor."""
        left, right, bottom, top = self.view
        x = left + (around.x() - self.area.left()) / self.scale
        y = top - (around.y() - self.area.top()) / self.scale
        return (x + (left - x) * factor, x + (right - x) * factor, y + (bottom - y) * factor, y + (top - y) * factor)

    def shifted(self, by: QPointF) -> View:
        """Return the view after the ground was drawn along by pixels."""
        left, right, bottom, top = self.view
        dx, dy = by.x() / self.scale, by.y() / self.scale
        return (left - dx, right - dx, bottom + dy, top + dy)


def fits(view: View) -> bool:
    """Say whether a view can be shown: neither beyond all starts nor too small for the figures of the computer."""
    left, right, bottom, top = view
    return (
        max(map(abs, view)) <= LARGEST and right - left > 1e-6 * max(1, abs(left)) and top - bottom > 1e-6 * max(1, abs(bottom))
    )
