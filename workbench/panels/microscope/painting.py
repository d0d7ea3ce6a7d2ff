"""What the canvases of the microscope draw alike."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from core.arrays import Array
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme


def paint_title(painter: QPainter, area: QRectF, title: str, note: str = "", *, room: float = 0.0, below: bool = False) -> None:
    """Write a title over an area with a quiet note behind it, or below it where there is little room."""
    theme, bold, plain = current_theme(), font("dense", 600), font("caption")
    room = room or area.width()
    y = area.top() - (22 if below else 8)
    painter.setFont(bold)
    painter.setPen(theme.color("text"))
    painter.drawText(QPointF(area.left(), y), QFontMetricsF(bold).elidedText(title, Qt.TextElideMode.ElideRight, room))
    painter.setFont(plain)
    painter.setPen(theme.color("text3"))
    if below:
        painter.drawText(QPointF(area.left(), y + 14), note)
        return
    used = QFontMetricsF(bold).horizontalAdvance(title) + 6
    shown = QFontMetricsF(plain).elidedText(note, Qt.TextElideMode.ElideRight, max(0.0, room - used))
    painter.drawText(QPointF(area.left() + used, y), shown)


def paint_line(painter: QPainter, area: QRectF, pieces: list[tuple[str, str, int]]) -> None:
    """Write pieces of text one after another, each with the token of its colour and its weight; cut at the end."""
    x = area.left()
    for text, tone, weight in pieces:
        face = font("dense", weight)
        painter.setFont(face)
        painter.setPen(current_theme().color(tone))
        room = area.right() - x
        shown = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))
        painter.drawText(QRectF(x, area.top(), room + 2, area.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        x += QFontMetricsF(face).horizontalAdvance(text)


def most_of(values: Array) -> float:
    """Return the largest finite size; 1 where there is none."""
    most = float(np.abs(np.nan_to_num(values, posinf=0, neginf=0)).max(initial=0.0))
    return most or 1.0


def cell_under(area: QRectF, rows: int, columns: int, position: QPointF) -> tuple[int, int]:
    """Return row and column of a table at a pixel of it."""
    row = int((position.y() - area.top()) / area.height() * rows)
    column = int((position.x() - area.left()) / area.width() * columns)
    return min(rows - 1, max(0, row)), min(columns - 1, max(0, column))


def fitted(left: float, top: float, side: float, rows: int, columns: int) -> QRectF:
    """Return the area of a picture in a square, whole pixels a value where that costs little."""
    step = side / max(rows, columns)
    step = float(int(step)) if int(step) >= 0.9 * step else step
    return QRectF(left, top, step * columns, step * rows)
