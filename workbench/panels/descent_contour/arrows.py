"""Arrows for one step of a racer: what the gradient asks for, what momentum adds, what is really taken."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from core.arrays import Array
from core.descent.path import Path
from workbench.descent.parts import VELOCITY, scale_of, setting
from workbench.descent.plane import Plane
from workbench.theme.theme import Theme

HEAD: Final = 8.0
SHORTEST: Final = 3.0


def paint_step_arrows(painter: QPainter, plane: Plane, path: Path, theme: Theme, *, step: int, start: int) -> None:
    """Paint the arrows of the update to a step, at the place where it began; each as long as it counts."""
    if not 0 < step <= path.last_finite(path.steps, start):
        return
    begin = path.at[step - 1, :, start]
    colour = theme.run(path.racer.colour)
    rate = float(path.rate[step - 1])
    foot = plane.at(*begin)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _scales(painter, plane, foot, scale_of(path, step, start), colour)
    plain = begin - rate * path.seen[step - 1, :, start]
    _arrow(painter, QLineF(foot, plane.at(*plain)), theme.color("text2"), 1.4)
    slot = VELOCITY.get(path.racer.optimizer.kind)
    if slot == "v":
        kept = begin + setting(path, "momentum") * path.state["v"][step - 1, :, start]
        _arrow(painter, QLineF(foot, plane.at(*kept)), colour, 1.4, dashed=True)
    elif slot == "m":
        kept = begin - rate * path.state["m"][step, :, start]
        _arrow(painter, QLineF(foot, plane.at(*kept)), colour, 1.4, dashed=True)
    _arrow(painter, QLineF(foot, plane.at(*path.at[step, :, start])), colour, 2.6)


def _scales(painter: QPainter, plane: Plane, foot: QPointF, rates: Array | None, colour: QColor) -> None:
    """Paint how far a gradient of 1 would go along each coordinate, as a box."""
    if rates is None or not np.isfinite(rates).all():
        return
    wide, high = (min(float(r) * plane.scale, 160.0) for r in rates)
    fill = QColor(colour)
    fill.setAlphaF(0.12)
    painter.setBrush(fill)
    painter.setPen(QPen(colour, 1.0, Qt.PenStyle.DotLine))
    painter.drawRect(QRectF(foot.x() - wide, foot.y() - high, 2 * wide, 2 * high))


def _arrow(painter: QPainter, line: QLineF, colour: QColor, width: float, *, dashed: bool = False) -> None:
    length = line.length()
    if length < SHORTEST:
        return
    head = min(HEAD, length * 0.6)
    pen = QPen(colour, width)
    if dashed:
        pen.setDashPattern([4.0, 2.5])
    painter.setPen(pen)
    painter.drawLine(QLineF(line.p1(), line.pointAt(1 - 0.7 * head / length)))
    way = QPointF(line.dx() / length, line.dy() / length)
    across = QPointF(-way.y(), way.x()) * (head * 0.42)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([line.p2(), line.p2() - way * head + across, line.p2() - way * head - across]))
