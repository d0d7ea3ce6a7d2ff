"""What stays the same under something that changes thirty times a second: painted once, kept as a picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget


class Backdrop:
    """Keeps a picture of the unchanging part of a widget, in the screen's own resolution."""

    def __init__(self) -> None:
        self._picture: QPixmap | None = None

    def forget(self) -> None:
        """Have it painted anew next time."""
        self._picture = None

    def draw(self, painter: QPainter, widget: QWidget, paint: Callable[[QPainter], None]) -> None:
        """Draw the kept picture at the widget's origin; `paint` makes it where there is none of this size."""
        ratio = widget.devicePixelRatioF()
        wanted = widget.size() * ratio
        if self._picture is None or self._picture.size() != wanted:
            self._picture = QPixmap(wanted)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            inner = QPainter(self._picture)
            paint(inner)
            inner.end()
        painter.drawPixmap(QPointF(0, 0), self._picture)
