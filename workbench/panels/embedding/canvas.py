"""Samples as the names of their classes on a plane; those that the network gets wrong stand out."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.panels.embedding.zoom import STEP, PlaneZoom
from workbench.plots.picture import draw_image, image_of
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.theme.tokens import RUNS
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

NEAR: Final = 12.0
THUMBNAIL: Final = 64
LEGEND: Final = 22
NUDGE: Final = 40.0
"""How many pixels an arrow key moves an enlarged plane."""


class EmbeddingCanvas(QWidget):
    """A scatter of labels with a legend; pointing shows a sample, a click looks into it.

    The wheel enlarges at the mouse, dragging moves, a double click shows all again. By keys: + and − enlarge, 0 shows all,
    Shift with an arrow moves, an arrow alone goes to the next sample.

    Attributes
    ----------
    picked
        With the index of the point that was clicked or chosen by keys.
    """

    picked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.points: Array = np.zeros((0, 2))
        self.classes: tuple[str, ...] = ()
        self.hovered = -1
        self.selected = -1
        self._t: Array = np.zeros(0, np.int64)
        self._said: Array = np.zeros(0, np.int64)
        self._pictures: Array = np.zeros((0, 1, 1))
        self._axes = ("", "")
        self._wrong = ""
        self._waiting = ""
        self.zoom = PlaneZoom()
        self._held: QPointF | None = None
        self._moved = False
        current_theme().changed.connect(self.update)

    def set_words(self, name: str, wrong: str) -> None:
        """Set the accessible name, and what the ring in the legend means."""
        self.setAccessibleName(name)
        self._wrong = wrong
        self.update()

    def show_samples(self, t: Array, pictures: Array, classes: tuple[str, ...]) -> None:
        """Take other samples: labels ``(N,)`` and pictures ``(N, H, W)`` or ``(N, 3, H, W)``, or none for no images."""
        self._t, self._pictures, self.classes = t, pictures, classes
        self.points, self.selected, self.hovered = np.zeros((0, 2)), -1, -1
        self.update()

    def show_points(self, points: Array, said: Array, axes: tuple[str, str]) -> None:
        """Show where the samples are, ``(N, 2)``, what the network says of each, and what the axes are."""
        self.points, self._said, self._axes = points, said, axes
        self.update()

    def clear(self, waiting: str = "") -> None:
        """Show no points, and why there are none yet."""
        self._waiting = waiting
        self.zoom.show_all()
        self.show_points(np.zeros((0, 2)), np.zeros(0, np.int64), ("", ""))

    def sizeHint(self) -> QSize:
        return QSize(480, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 140)

    def area(self) -> QRectF:
        """Return where the points are."""
        return QRectF(0, LEGEND, self.width(), self.height() - LEGEND - 18)

    def places(self) -> Array:
        """Return the pixels of all points, ``(N, 2)``."""
        return self.zoom.places(self.points, self.area()) if len(self.points) else np.zeros((0, 2))

    def point_at(self, position: QPointF) -> int:
        """Return the index of the nearest point to a pixel, −1 where none is near."""
        places = self.places()
        if not len(places):
            return -1
        distances = np.hypot(places[:, 0] - position.x(), places[:, 1] - position.y())
        nearest = int(distances.argmin())
        return nearest if distances[nearest] <= NEAR else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        area = self.area()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded(painter, area, 3, theme.color("plot"), theme.color("line"))
        self._paint_legend(painter)
        painter.setFont(font("caption"))
        painter.setPen(theme.color("text3"))
        below = QRectF(area.left(), area.bottom() + 2, area.width(), 15)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._axes[0])
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self._axes[1])
        places = self.places()
        painter.save()
        painter.setClipRect(area.adjusted(1, 1, -1, -1))
        if not len(places):
            painter.setPen(theme.color("text2"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._waiting)
        painter.setFont(font("caption", 600))
        for index, (x, y) in enumerate(places.tolist()):
            k = int(self._t[index])
            painter.setPen(_class_colour(k))
            painter.drawText(QRectF(x - 20, y - 8, 40, 16), Qt.AlignmentFlag.AlignCenter, self.classes[k][:2])
            if self._said[index] != k:
                rounded(painter, QRectF(x - 7.5, y - 7.5, 15, 15), 7.5, None, theme.color("error"), width=1.0)
        painter.restore()
        shown = self.hovered if self.hovered >= 0 else self.selected
        if 0 <= shown < len(places) and area.contains(QPointF(*places[shown].tolist())):
            self._paint_sample(painter, shown, places[shown])
        if has_keyboard_focus(self):
            focus_ring(painter, area, 3, theme.color("accent"))

    def _paint_legend(self, painter: QPainter) -> None:
        theme, x = current_theme(), 2.0
        painter.setFont(font("caption", 600))
        metrics = QFontMetricsF(painter.font())
        for k, name in enumerate(self.classes):
            wide = metrics.horizontalAdvance(name) + 14
            if x + wide > self.width() * 0.7:
                break
            painter.setPen(_class_colour(k))
            painter.drawText(QRectF(x, 0, wide, LEGEND - 4), Qt.AlignmentFlag.AlignVCenter, name)
            x += wide
        painter.setFont(font("caption"))
        painter.setPen(theme.color("text2"))
        words = QFontMetricsF(painter.font()).horizontalAdvance(self._wrong)
        left = self.width() - words - 24
        painter.drawText(QRectF(left + 20, 0, words + 4, LEGEND - 4), Qt.AlignmentFlag.AlignVCenter, self._wrong)
        rounded(painter, QRectF(left + 3, (LEGEND - 4) / 2 - 6, 12, 12), 6, None, theme.color("error"), width=1.0)

    def _paint_sample(self, painter: QPainter, index: int, place: Array) -> None:
        theme = current_theme()
        x, y = place.tolist()
        rounded(painter, QRectF(x - 9, y - 9, 18, 18), 9, None, theme.color("accent"), width=2.0)
        if not len(self._pictures):
            return
        left = x + 14 if x + 14 + THUMBNAIL < self.width() else x - 14 - THUMBNAIL
        top = min(max(y - THUMBNAIL / 2, LEGEND), self.height() - THUMBNAIL - 20)
        spot = QRectF(left, top, THUMBNAIL, THUMBNAIL)
        draw_image(painter, spot, image_of(self._pictures[index], (0.0, 1.0), theme.lookup("ink")))
        rounded(painter, spot.adjusted(-1, -1, 1, 1), 2, None, theme.color("accent"), width=1.0)

    def words_of(self, index: int) -> str:
        """Return what a sample is, and what the network takes it for."""
        t, said = int(self._t[index]), int(self._said[index])
        return f"“{self.classes[t]}”" if said == t else f"“{self.classes[t]}” → “{self.classes[said]}”"

    def _hover(self, index: int) -> None:
        if index != self.hovered:
            self.hovered = index
            self.setToolTip(self.words_of(index) if index >= 0 else "")
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None and self.zoom.factor > 1:
            way, self._held = event.position() - self._held, event.position()
            self._moved = True
            self.zoom.move(way, self.area())
            self.update()
        self._hover(self.point_at(event.position()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._enlarge(STEP ** (event.angleDelta().y() / 120), event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.zoom.show_all()
        self.update()

    def _enlarge(self, factor: float, at: QPointF) -> None:
        self.zoom.by(factor, at, self.area())
        self._hover(self.point_at(at) if self.area().contains(at) else -1)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def _pick(self, index: int) -> None:
        self.selected = index
        place = QPointF(*self.places()[index].tolist())
        if not self.area().contains(place):
            self.zoom.move(self.area().center() - place, self.area())
        self.setAccessibleDescription(self.words_of(index))
        self.update()
        self.picked.emit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held, self._moved = event.position(), False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.point_at(event.position())
        if self._held is not None and not self._moved and index >= 0:
            self._pick(index)
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        middle = self.area().center()
        if event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self._enlarge(STEP, middle)
            return
        if event.key() == Qt.Key.Key_Minus:
            self._enlarge(1 / STEP, middle)
            return
        if event.key() == Qt.Key.Key_0:
            self.zoom.show_all()
            self.update()
            return
        ways = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        way, places = ways.get(Qt.Key(event.key())), self.places()
        if way is None or not len(places):
            super().keyPressEvent(event)
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.zoom.move(QPointF(*way) * -NUDGE, self.area())
            self.update()
            return
        if self.selected < 0:
            self._pick(0)
            return
        steps = places - places[self.selected]
        along = steps @ np.array(way)
        cost = np.where(along > 0.5, np.hypot(*steps.T) + 2 * np.abs(steps @ np.array(way[::-1])), np.inf)
        if np.isfinite(cost.min()):
            self._pick(int(cost.argmin()))


def _class_colour(k: int) -> QColor:
    """Return a class's colour: that of a run, and beyond the last the other shade of the same hues."""
    return current_theme().run(k, validation=k // len(RUNS[0]) % 2 == 1)
