"""What the network says as a surface over the plane; dragging turns it."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.probes.output_map import OutputMap
from workbench.plots.answers import signed_answers
from workbench.plots.surface import Camera, paint_cells
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.painting import focus_ring, has_keyboard_focus

CELLS: Final = 33
HEIGHT: Final = 0.5
SHADES: Final = 24
TURN_PER_PIXEL: Final = 0.4
KEY_TURN: Final = 5.0
LEAST_TILT, MOST_TILT = 5.0, 90.0
NEAREST, FARTHEST = 3.0, 0.5
ZOOM: Final = 1.15
WHEEL_UNITS: Final = 120.0


class SurfaceView(QWidget):
    """Heights: of two classes how sure the network is of the second, of more how sure it is of the likeliest, else the value.

    The mouse or the arrow keys turn it; the wheel, plus and minus zoom; 0 looks from the first side.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boundary.surface")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 160)
        self._map: OutputMap | None = None
        self._classes = 0
        self._limit = 1.0
        self._turn, self._tilt, self._zoom = 28.0, 38.0, 1.0
        self._pressed: QPointF | None = None
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(380, 380)

    @property
    def angles(self) -> tuple[float, float]:
        """Degrees around the surface and above the ground."""
        return self._turn, self._tilt

    def show_map(self, answers: OutputMap, classes: int, limit: float) -> None:
        """Show other answers, of so many classes, or 0 for values up to a limit."""
        self._map, self._classes, self._limit = answers, classes, limit
        self.update()

    def heights(self) -> Array:
        """Return the heights of the corners from −1 to 1, ``(CELLS, CELLS)``, rows along the second input."""
        if self._map is None:
            return np.zeros((CELLS, CELLS))
        rows = np.linspace(0, self._map.outputs.shape[0] - 1, CELLS).round().astype(int)
        said = self._map.outputs[np.ix_(rows, rows)]
        if self._classes == 2:
            heights: Array = signed_answers(said)
        elif self._classes:
            heights = 2 * said.max(axis=-1) - 1
        else:
            heights = np.clip(said[..., 0] / self._limit, -1.2, 1.2)
        return heights

    def _tones(self, heights: Array) -> tuple[Array, list[QColor]]:
        """Return the colour of each cell: signed, or that of the likeliest class."""
        theme = current_theme()
        if self._classes > 2 and self._map is not None:
            rows = np.linspace(0, self._map.outputs.shape[0] - 1, CELLS).round().astype(int)
            likeliest = self._map.outputs[np.ix_(rows, rows)].argmax(axis=-1)[:-1, :-1]
            return likeliest, [theme.run(k) for k in range(self._classes)]
        table = theme.lookup("signed")
        places = np.linspace(0, len(table) - 1, SHADES).round().astype(int)
        middle = (heights[:-1, :-1] + heights[1:, 1:]) / 2
        tones = np.clip((middle + 1) / 2 * (SHADES - 1), 0, SHADES - 1).round().astype(int)
        return tones, [QColor.fromRgb(*(int(c) for c in table[place])) for place in places]

    def rotate(self, turn: float, tilt: float) -> None:
        """Turn the surface by degrees around it and above it."""
        self._turn = (self._turn + turn) % 360
        self._tilt = min(MOST_TILT, max(LEAST_TILT, self._tilt + tilt))
        self.update()

    def zoom(self, factor: float) -> None:
        """Come nearer by a factor."""
        self._zoom = min(NEAREST, max(FARTHEST, self._zoom * factor))
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
                self._turn, self._tilt, self._zoom = 28.0, 38.0, 1.0
                self.update()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.color("plot"))
        if self._map is None:
            return
        heights = self.heights()
        across = np.linspace(-0.5, 0.5, CELLS)
        x, y = np.meshgrid(across, across)
        scale = self._zoom * min(self.width() / 1.45, self.height() / 1.25)
        camera = Camera(self._turn, self._tilt, self.width() / 2, self.height() / 2, scale)
        tones, colours = self._tones(heights)
        paint_cells(painter, np.stack([x, y, HEIGHT * heights / 2]), camera, tones, colours, theme=theme)
        self._paint_axes(painter)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))

    def _paint_axes(self, painter: QPainter) -> None:
        """Paint the directions of both inputs in the lower left corner."""
        theme = current_theme()
        camera = Camera(self._turn, self._tilt, 40.0, self.height() - 34.0, 28.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("caption", 500))
        for name, end in (("x₁", (1.0, 0.0, 0.0)), ("x₂", (0.0, 1.0, 0.0)), ("y", (0.0, 0.0, 1.0))):
            x, y = camera.pixels(np.array(end))
            painter.setPen(QPen(theme.color("axis"), 1.2))
            painter.drawLine(QPointF(camera.x, camera.y), QPointF(x, y))
            painter.setPen(theme.color("text2"))
            painter.drawText(QRectF(x - 10, y - 16, 20, 14), Qt.AlignmentFlag.AlignCenter, name)
