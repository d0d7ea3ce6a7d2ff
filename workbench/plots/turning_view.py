"""Something in space that the mouse or the keys turn and zoom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.plots.surface import Camera
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme

FIRST_TURN, FIRST_TILT = 28.0, 38.0
TURN_PER_PIXEL: Final = 0.4
KEY_TURN: Final = 5.0
LEAST_TILT, MOST_TILT = 5.0, 90.0
NEAREST, FARTHEST = 4.0, 0.4
ZOOM: Final = 1.15
WHEEL_UNITS: Final = 120.0
COMPASS: Final = 34.0
"""Pixels of a direction of the compass that is seen at its full length."""


class TurningView(QWidget):
    """Looks at something in space from a side that can be chosen.

    Dragging or the arrow keys turn it; the wheel, plus and minus zoom; 0 looks from the first side.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._turn, self._tilt, self._zoom = FIRST_TURN, FIRST_TILT, 1.0
        self._pressed: QPointF | None = None

    @property
    def angles(self) -> tuple[float, float]:
        """Degrees around it and above the ground."""
        return self._turn, self._tilt

    def seen_from(self, pixels: float) -> Camera:
        """Return the present view from the middle of the widget; at first one unit of space has so many pixels."""
        return Camera(self._turn, self._tilt, self.width() / 2, self.height() / 2, self._zoom * pixels)

    def rotate(self, turn: float, tilt: float) -> None:
        """Turn it by degrees around the vertical and above the ground."""
        self._turn = (self._turn + turn) % 360
        self._tilt = min(MOST_TILT, max(LEAST_TILT, self._tilt + tilt))
        self.turned()

    def zoom(self, factor: float) -> None:
        """Come nearer by a factor."""
        self._zoom = min(NEAREST, max(FARTHEST, self._zoom * factor))
        self.turned()

    def turned(self) -> None:
        """Show what is seen from the present side."""
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            way = event.position() - self._pressed
            self._pressed = event.position()
            self.rotate(-way.x() * TURN_PER_PIXEL, way.y() * TURN_PER_PIXEL)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.unsetCursor()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(ZOOM ** (event.angleDelta().y() / WHEEL_UNITS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        if (way := ways.get(Qt.Key(event.key()))) is not None:
            self.rotate(way[0] * KEY_TURN, way[1] * KEY_TURN)
            return
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(ZOOM)
            case Qt.Key.Key_Minus:
                self.zoom(1 / ZOOM)
            case Qt.Key.Key_0:
                self._turn, self._tilt, self._zoom = FIRST_TURN, FIRST_TILT, 1.0
                self.turned()
            case _:
                super().keyPressEvent(event)

    def paint_compass(self, painter: QPainter, names: Sequence[str]) -> None:
        """Paint the three directions in the lower left corner; one that points at the eye has no room for its name."""
        theme = current_theme()
        camera = Camera(self._turn, self._tilt, 44.0, self.height() - 40.0, COMPASS)
        foot = QPointF(camera.x, camera.y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("dense", italic=True))
        for name, end in zip(names, np.eye(3), strict=True):
            line = QLineF(foot, QPointF(*camera.pixels(end)))
            painter.setPen(QPen(theme.color("axis"), 1.2))
            painter.drawLine(line)
            if line.length() > 8:
                painter.setPen(theme.color("text2"))
                spot = line.pointAt(1 + 10 / line.length())
                painter.drawText(QRectF(spot.x() - 10, spot.y() - 9, 20, 18), Qt.AlignmentFlag.AlignCenter, name)
