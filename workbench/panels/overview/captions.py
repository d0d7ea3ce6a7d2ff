"""Words over the pictures of one map."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme


def paint_title(painter: QPainter, left: float, title: str, room: float) -> None:
    """Write what stands below, cut to the room there is."""
    bold = font("dense", 600)
    painter.setFont(bold)
    painter.setPen(current_theme().color("text"))
    painter.drawText(QPointF(left, 18), QFontMetricsF(bold).elidedText(title, Qt.TextElideMode.ElideRight, room))


def paint_note(painter: QPainter, left: float, note: str, room: float) -> None:
    """Write a quiet note under a title."""
    plain = font("caption")
    painter.setFont(plain)
    painter.setPen(current_theme().color("text3"))
    painter.drawText(QPointF(left, 32), QFontMetricsF(plain).elidedText(note, Qt.TextElideMode.ElideRight, room))
