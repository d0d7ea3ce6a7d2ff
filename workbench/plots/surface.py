"""Surfaces in space without perspective: how points are seen from a side, and a net painted from back to front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Any

import numpy as np
import shiboken6
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from core.arrays import Array
from workbench.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Camera:
    """From where the net is seen, without perspective.

    Parameters
    ----------
    turn, tilt
        Degrees around the vertical and above the ground.
    x, y
        The pixel of the middle.
    scale
        Pixels per unit of space.
    """

    turn: float
    tilt: float
    x: float
    y: float
    scale: float

    def pixels(self, points: Array) -> Array:
        """Return the pixels of points ``(3, …)``, ``(2, …)``."""
        turn, tilt = radians(self.turn), radians(self.tilt)
        right = points[0] * cos(turn) + points[1] * sin(turn)
        away = -points[0] * sin(turn) + points[1] * cos(turn)
        up = points[2] * cos(tilt) + away * sin(tilt)
        return np.stack([self.x + right * self.scale, self.y - up * self.scale])

    def nearness(self, points: Array) -> Array:
        """Return how near to the eye points are."""
        turn, tilt = radians(self.turn), radians(self.tilt)
        away = -points[0] * sin(turn) + points[1] * cos(turn)
        near: Array = points[2] * sin(tilt) - away * cos(tilt)
        return near


def paint_cells(
    painter: QPainter, points: Array, camera: Camera, tones: Array, colours: Sequence[QColor], *, theme: Theme, wire: bool = False
) -> None:
    """Paint the cells of a net, those farthest from the eye first.

    Parameters
    ----------
    points
        The corners in space, ``(3, n, m)``; cells at a corner that is not finite are left out.
    tones
        For each cell ``(n − 1, m − 1)`` which of the colours it gets.
    wire
        True for lines alone in those colours.
    """
    pixels = camera.pixels(points)
    corners = np.stack([pixels[:, :-1, :-1], pixels[:, :-1, 1:], pixels[:, 1:, 1:], pixels[:, 1:, :-1]])
    cells = np.moveaxis(corners, 1, -1).reshape(4, -1, 2).transpose(1, 0, 2)
    near = camera.nearness(points)
    depth = (near[:-1, :-1] + near[:-1, 1:] + near[1:, 1:] + near[1:, :-1]).ravel()
    finite = np.isfinite(depth)
    order = np.argsort(np.where(finite, depth, np.inf))[: int(finite.sum())]
    line = theme.color("plot")
    line.setAlphaF(0.55)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, wire)
    brushes = [QBrush(theme.color("plot"))] * len(colours) if wire else [QBrush(colour) for colour in colours]
    pens = [QPen(colour, 1.0) for colour in colours]
    if not wire:
        painter.setPen(QPen(line, 1.0))
    cell = QPolygonF([QPointF()] * 4)
    memory: Any = shiboken6.VoidPtr
    room = np.frombuffer(memory(cell.data(), 64, True), np.float64).reshape(4, 2)
    last = -1
    for index, tone in zip(order.tolist(), tones.ravel()[order].tolist(), strict=True):
        if tone != last:
            painter.setBrush(brushes[tone])
            if wire:
                painter.setPen(pens[tone])
            last = tone
        room[:] = cells[index]
        painter.drawPolygon(cell)  # drawConvexPolygon would first look for a fitting overload, which takes longer than painting
