"""The signs by which racers are told apart beside their colours."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from workbench.theme.tokens import MARKERS

_CORNERS: Final[dict[str, tuple[tuple[float, float], ...]]] = {
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    "diamond": ((0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)),
    "triangle": ((0.0, -1.15), (1.1, 0.85), (-1.1, 0.85)),
}


def marker_path(index: int, radius: float) -> QPainterPath:
    """Return the shape of a racer's sign around the origin."""
    path = QPainterPath()
    kind = MARKERS[index % len(MARKERS)]
    if kind == "circle":
        path.addEllipse(QPointF(0, 0), radius, radius)
    else:
        path.addPolygon(QPolygonF([QPointF(x * radius, y * radius) for x, y in _CORNERS[kind]]))
        path.closeSubpath()
    return path


def draw_marker(
    painter: QPainter, at: QPointF, index: int, radius: float, *, colour: QColor, border: QColor | None = None
) -> None:
    """Draw a racer's sign, with a border that sets it apart from its own path."""
    painter.setBrush(colour)
    painter.setPen(QPen(border, 1.5) if border is not None else QPen(colour, 0))
    painter.drawPath(marker_path(index, radius).translated(at))
