"""The plane with what the network says on it, its points, and the tools that change them."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.datasets.recipe import Data
from core.probes.output_map import OutputMap
from workbench.playground.session import PlaygroundSession
from workbench.plots.answers import answer_pixels, point_colours, signed_answers
from workbench.plots.axes import Axes
from workbench.theme.theme import current_theme
from workbench.widgets.painting import focus_ring, has_keyboard_focus

RADIUS: Final = 3.0
MOST_POINTS: Final = 3000
DAB_MILLISECONDS: Final = 70
"""While the button is down, a dab of the brush comes so often."""

KEY_STEP: Final = 0.25
REACH: Final = 6.0
GRIP: Final = 9.0
"""A point can be taken hold of from so many pixels away."""

WIDE: Final = 2.0
"""Data that reaches less than the usual plane divided by this, or beyond it, is shown in a range of its own."""

Ranges = tuple[tuple[float, float], tuple[float, float]]


class BoundaryCanvas(QWidget):
    """The answers as colours, training points filled, test points as rings, wrong ones marked.

    With a tool in hand the mouse changes points: Shift paints the next class, Ctrl erases the nearest point. Without one
    a point can be dragged. The arrow keys move a pointer; Space touches with the tool, or takes hold of a point and lets go.

    Attributes
    ----------
    pointed
        With a place in the numbers that a person knows, or None when the pointer left.
    """

    pointed = Signal(object)

    def __init__(self, session: PlaygroundSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boundary.canvas")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 160)
        self._session = session
        self._data: Data | None = None
        self._map: OutputMap | None = None
        self._image: QImage | None = None
        self._hard = False
        self._tests = True
        self._pointer: tuple[float, float] | None = None
        self._stroke: Qt.KeyboardModifier | None = None
        self._within_grip: tuple[float, float] | None = None
        self._dabs = QTimer(self)
        self._dabs.setInterval(DAB_MILLISECONDS)
        self._dabs.timeout.connect(self._touch)
        self.ranges: Ranges = ((-REACH, REACH), (-REACH, REACH))
        session.changed.connect(self._tool_changed)
        current_theme().changed.connect(self._recolour)

    def sizeHint(self) -> QSize:
        return QSize(380, 380)

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_data(self, data: Data) -> None:
        """Show other points."""
        if data is self._data:
            return
        self._data = data
        ranges = plane_of(
            np.concatenate([part.x for part in (data.train, data.test, data.validation)]) * data.scale + data.offset
        )
        if ranges != self.ranges:
            self.ranges, self._map, self._image = ranges, None, None
        self.update()

    def show_map(self, answers: OutputMap) -> None:
        """Show what the network says."""
        self._map = answers
        self._recolour()

    @property
    def shown(self) -> OutputMap | None:
        """The answers that are shown."""
        return self._map

    def set_hard(self, hard: bool) -> None:
        """Show the likeliest class alone, or how sure the network is."""
        self._hard = hard
        self._recolour()

    def set_tests(self, tests: bool) -> None:
        """Show test points too, or not."""
        self._tests = tests
        self.update()

    @property
    def classes(self) -> int:
        """How many classes there are, 0 for values."""
        return len(self._data.classes) if self._data is not None else 0

    @property
    def limit(self) -> float:
        """The size of a value that gets the last colour."""
        return float(np.abs(self._data.train.t).max()) or 1.0 if self._data is not None and not self.classes else 1.0

    def _recolour(self) -> None:
        self._image = None
        if self._map is not None:
            pixels = answer_pixels(self._map.outputs, self.classes, self.limit, current_theme(), hard=self._hard)
            pixels = np.ascontiguousarray(pixels[::-1])
            height, width = pixels.shape[:2]
            image = QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888)
            self._image = image.convertToFormat(QImage.Format.Format_RGB32)
        self.update()

    def answer_at(self, at: tuple[float, float]) -> Array | None:
        """Return what the network says at a place, ``(K,)``, from the map; None outside it."""
        if self._map is None:
            return None
        rows, columns = self._map.outputs.shape[:2]
        (left, right), (low, high) = self.ranges
        across, up = (at[0] - left) / (right - left) * columns, (at[1] - low) / (high - low) * rows
        if not (0 <= across < columns and 0 <= up < rows):
            return None
        said: Array = self._map.outputs[int(up), int(across)]
        return said

    def wrong(self, x: Array, t: Array) -> Array:
        """Return which points ``(N, 2)`` of classes lie where the map says another one, ``(N,)``."""
        if self._map is None or not self.classes or not len(x):
            return np.zeros(len(x), bool)
        cells = []
        for axis, (low, high) in enumerate(self.ranges):
            side = self._map.outputs.shape[1 - axis]
            cells.append(np.clip(((x[:, axis] - low) / (high - low) * side).astype(int), 0, side - 1))
        answers = self._map.outputs[cells[1], cells[0]]
        guesses = (signed_answers(answers) > 0).astype(int) if self.classes == 2 else answers.argmax(axis=-1)
        wrong: Array = guesses != t
        return wrong

    # -- mouse and keyboard -------------------------------------------------------------------------------------

    def axes(self) -> Axes:
        """Return where the plane lies on the screen."""
        side = max(40.0, min(self.width() - 40.0, self.height() - 26.0))
        left = max(32.0, (self.width() - side) / 2)
        return Axes(QRectF(round(left), 4, round(side), round(side)), *self.ranges)

    def place_of(self, point: QPointF) -> tuple[float, float]:
        """Return the place under a pixel."""
        area = self.axes().area
        (left, right), (low, high) = self.ranges
        x = left + (point.x() - area.left()) / area.width() * (right - left)
        y = high - (point.y() - area.top()) / area.height() * (high - low)
        return x, y

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self.axes().area.contains(event.position()):
            return
        if self._session.tool == "look" and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take_hold(self.place_of(event.position()))
            return
        self._session.begin_stroke()
        self._pointer, self._stroke = self.place_of(event.position()), event.modifiers()
        self._touch()
        if self._session.tool in {"brush", "erase", "shake"}:
            self._dabs.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        inside = self.axes().area.contains(event.position())
        self._pointer = self.place_of(event.position()) if inside else None
        if self._session.holds and event.buttons() & Qt.MouseButton.LeftButton:
            self._pointer = self._inside(self.place_of(event.position()))
            self._session.move_held(self._pointer)
        self._feel()
        self.pointed.emit(self._pointer)
        self.update()

    def _take_hold(self, at: tuple[float, float]) -> None:
        self._session.take_hold(at, self._grip)
        self._feel()

    def _let_go(self) -> None:
        self._session.let_go()
        self._feel()

    @property
    def _grip(self) -> float:
        """How far from a point it can be taken hold of, in the numbers of the plane."""
        (left, right), _ = self.ranges
        return GRIP / self.axes().area.width() * (right - left)

    def _inside(self, at: tuple[float, float]) -> tuple[float, float]:
        (left, right), (low, high) = self.ranges
        return min(right, max(left, at[0])), min(high, max(low, at[1]))

    def _feel(self) -> None:
        """Show by the pointer's shape and a ring whether a point can be taken hold of here."""
        if self._session.tool != "look":
            return
        at = self._pointer
        self._within_grip = self._session.nearest(at, self._grip) if at is not None else None
        if self._session.holds:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            free = self._within_grip is None
            self.setCursor(Qt.CursorShape.ArrowCursor if free else Qt.CursorShape.OpenHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._let_go()
        self._dabs.stop()
        self._stroke = None

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = self._within_grip = None
        self.pointed.emit(None)
        self.update()

    def _touch(self) -> None:
        """Do what the tool does where the pointer is."""
        if self._pointer is None or self._stroke is None:
            return
        if self._stroke & Qt.KeyboardModifier.ControlModifier:
            self._session.erase_nearest(self._pointer)
        else:
            self._session.touch(self._pointer, other=bool(self._stroke & Qt.KeyboardModifier.ShiftModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        way = ways.get(Qt.Key(event.key()))
        if way is not None:
            (left, right), (low, high) = self.ranges
            x, y = self._pointer or ((left + right) / 2, (low + high) / 2)
            self._pointer = self._inside((x + way[0] * KEY_STEP, y + way[1] * KEY_STEP))
            if self._session.holds:
                self._session.move_held(self._pointer)
            self._feel()
            self.pointed.emit(self._pointer)
            self.update()
        elif event.key() == Qt.Key.Key_Space and self._session.tool == "look":
            if self._session.holds:
                self._let_go()
            elif self._pointer is not None:
                self._take_hold(self._pointer)
            self.update()
        elif event.key() == Qt.Key.Key_Space:
            self._session.begin_stroke()
            self._stroke = event.modifiers()
            self._touch()
            self._stroke = None
        else:
            super().keyPressEvent(event)

    def _tool_changed(self) -> None:
        looks = self._session.tool == "look"
        self.setCursor(Qt.CursorShape.ArrowCursor if looks else Qt.CursorShape.CrossCursor)
        self.update()

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, axes = current_theme(), QPainter(self), self.axes()
        painter.fillRect(axes.area, theme.color("plot"))
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not self._hard)
            painter.drawImage(axes.area, self._image)
        axes.paint_ticks(painter)
        painter.setPen(QPen(theme.color("axis"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(axes.area)
        painter.setClipRect(axes.area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._data is not None:
            self._paint_points(painter, axes, self._data)
        if self._pointer is not None and self._session.tool != "look":
            self._paint_brush(painter, axes, self._pointer)
        elif self._within_grip is not None:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(axes.at(*self._within_grip), RADIUS + 3, RADIUS + 3)
        if has_keyboard_focus(self):
            painter.setClipping(False)
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))

    def _paint_points(self, painter: QPainter, axes: Axes, data: Data) -> None:
        theme = current_theme()
        parts = [(data.train, False), (data.validation, True), (data.test, True)]
        for part, held_out in parts:
            if held_out and not self._tests:
                continue
            x = part.x[:MOST_POINTS] * data.scale + data.offset
            t = part.t[:MOST_POINTS].reshape(min(MOST_POINTS, len(part)), -1)[:, 0]
            colours = point_colours(t, self.classes, self.limit, theme)
            wrong = self.wrong(x, t).tolist()
            for (a, b), colour, is_wrong in zip(x.tolist(), colours, wrong, strict=True):
                spot = axes.at(a, b)
                painter.setPen(QPen(colour if held_out else theme.color("surface"), 1.5 if held_out else 1))
                painter.setBrush(theme.color("surface") if held_out else colour)
                painter.drawEllipse(spot, RADIUS - 0.5 * held_out, RADIUS - 0.5 * held_out)
                if is_wrong and held_out:
                    painter.setPen(QPen(theme.color("error"), 1.2))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawEllipse(spot, RADIUS + 2, RADIUS + 2)

    def _paint_brush(self, painter: QPainter, axes: Axes, at: tuple[float, float]) -> None:
        theme, session = current_theme(), self._session
        spot = axes.at(*at)
        reach = float(session.brush.radius) if session.tool != "point" else 0.0
        wide = reach / (self.ranges[0][1] - self.ranges[0][0]) * axes.area.width()
        high = reach / (self.ranges[1][1] - self.ranges[1][0]) * axes.area.height()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("text"), 1.2, Qt.PenStyle.DashLine))
        painter.drawEllipse(spot, max(4.0, wide), max(4.0, high))
        if session.tool in {"brush", "point"}:
            painter.setBrush(point_colours(np.array([session.label]), max(2, session.classes), 1.0, theme)[0])
            painter.setPen(QPen(theme.color("surface"), 1))
            painter.drawEllipse(spot, RADIUS, RADIUS)


def plane_of(x: Array) -> Ranges:
    """Return what part of the plane to show for points ``(N, 2)``: −6 to 6 where they fill it fairly, else where they lie."""
    if not len(x):
        return (-REACH, REACH), (-REACH, REACH)
    largest = float(np.abs(x).max())
    if REACH / WIDE / 2 < largest <= REACH:
        return (-REACH, REACH), (-REACH, REACH)
    low, high = x.min(axis=0).astype(float), x.max(axis=0).astype(float)
    if REACH < largest <= REACH * 1.6:
        reach = float(np.ceil(largest))
        return (-reach, reach), (-reach, reach)
    room = 0.06 * np.where(high > low, high - low, 1.0)
    (left, bottom), (right, top) = (low - room).tolist(), (high + room).tolist()
    return (left, right), (bottom, top)
