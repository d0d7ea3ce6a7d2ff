"""The weights at the present bias: every (w1, w2) coloured by how many rows it gets right, with the path of learning."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.perceptron.functions import Target, rows
from workbench.panels.perceptron_plane.geometry import View, square_in
from workbench.panels.perceptron_plane.lettering import crosses, paint_axes, paint_words_at
from workbench.perceptron.colours import rule_colour
from workbench.perceptron.session import PerceptronSession
from workbench.perceptron.wording import bits, decimals_for, number, point
from workbench.theme.fonts import font
from workbench.theme.theme import Theme, current_theme
from workbench.widgets.kept_text import KeptText
from workbench.widgets.painting import circle, focus_ring, has_keyboard_focus, rounded

REACHES: Final = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
CELL: Final = 2
"""Pixels per computed cell; the borders are drawn over them exactly."""
SHADES: Final = (0.02, 0.12, 0.24, 0.36, 0.5)
"""Where on the map of magnitudes 0, 1, 2, 3 and 4 right rows lie."""
LEGEND: Final = 22
NAME_PLACES: Final = (0.02, 0.12, 0.22, 0.78, 0.88, 0.98, 0.34, 0.66, 0.5)
"""Where along a line its name may stand."""


def rows_right(target: Target, b: float, w1: NDArray[np.float64], w2: NDArray[np.float64]) -> NDArray[np.int_]:
    """Return how many rows each pair of weights gets right at a bias, ``(len(w2), len(w1))``."""
    count = np.zeros((len(w2), len(w1)), dtype=np.int_)
    for (x1, x2), wanted in zip(rows(2), target, strict=True):
        z = x2 * w2[:, None] + x1 * w1[None, :] + b
        count += (z > 0) == bool(wanted)
    return count


class WeightsCanvas(QWidget):
    """The plane of w1 and w2. Click or drag to take weights; the arrow keys change them by 0.05, with Shift by 0.5."""

    def __init__(self, session: PerceptronSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("perceptron.weights")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._session = session
        self._pointer: QPointF | None = None
        self._held_reach: float | None = None
        self._legend = ""
        self._bubble = KeptText(font("dense", 500), self)
        self._image: tuple[object, QImage] | None = None
        session.learner.changed.connect(self.show_weights)
        current_theme().changed.connect(self._forget)

    def sizeHint(self) -> QSize:
        return QSize(460, 490)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 240)

    def set_words(self, legend: str) -> None:
        """Set what the colours mean."""
        self._legend = legend
        self.update()

    def show_weights(self) -> None:
        """Draw the present weights and the path so far."""
        spec = self._session.spec
        self.setAccessibleDescription(f"w = {point(spec.weights[:2])}, b = {number(spec.b)}")
        self.update()

    def _forget(self) -> None:
        self._image = None
        self.update()

    def reach(self) -> float:
        """Return up to which weight the plane goes: as far as the weights and the path do."""
        if self._held_reach is not None:
            return self._held_reach
        learner = self._session.learner
        passed = (self._session.spec.weights, *learner.progress.path[-400:], *learner.beside.path[-400:])
        needed = max(abs(w) for weights in passed for w in weights[:2])
        return next((reach for reach in REACHES if 1.2 * needed <= reach), REACHES[-1])

    def view(self) -> View:
        """Return the square that shows the weights."""
        size = QSize(self.width(), self.height() - LEGEND)
        return View(square_in(size), -self.reach(), self.reach())

    # -- taking weights -----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.view().area.contains(event.position()):
            self._held_reach = self.reach()
            self._session.begin_gesture()
            self._take(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held_reach is not None:
            self._take(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held_reach is not None:
            self._held_reach = self._pointer = None
            self._session.end_gesture()
            self.update()

    def _take(self, pixel: QPointF) -> None:
        view = self.view()
        self._pointer = pixel
        w1, w2 = (round(min(view.high, max(view.low, w)), 2) + 0.0 for w in view.inputs(pixel))
        self._session.set_weights((w1, w2, self._session.spec.b), self.tr("Choose weights"))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        step = 0.5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.05
        w1, w2, b = self._session.spec.weights
        moved = (round(w1 + way[0] * step, 6), round(w2 + way[1] * step, 6), b)
        self._session.set_weights(moved, self.tr("Choose weights"))

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self.draw(QPainter(self))

    def draw(self, painter: QPainter) -> None:
        """Paint what is seen, for the screen or a file."""
        theme, view = current_theme(), self.view()
        painter.fillRect(self.rect(), theme.color("panel"))
        reach = self.reach()
        paint_axes(painter, view, theme, [-reach, -reach / 2, 0.0, reach / 2, reach], ("w₁", "w₂"))
        painter.save()
        painter.setClipRect(view.area)
        painter.drawImage(view.area, self._counts(view, theme))
        self._borders(painter, view, theme)
        self._path(painter, view, theme)
        painter.restore()
        self._paint_legend(painter, view, theme)
        if self._pointer is not None:
            spec = self._session.spec
            words = f"w = {point(spec.weights[:2], decimals_for(spec.weights))}"
            paint_words_at(painter, view.area, self._pointer, words, theme, kept=self._bubble)
        if has_keyboard_focus(self):
            focus_ring(painter, view.area.adjusted(-2, -2, 2, 2), 2, theme.color("accent"))

    def _counts(self, view: View, theme: Theme) -> QImage:
        spec = self._session.spec
        cells = max(2, int(view.area.width()) // CELL)
        key = (spec.target, spec.b, view.high, cells)
        if self._image is None or self._image[0] != key:
            middles = view.low + (np.arange(cells) + 0.5) * (view.high - view.low) / cells
            count = rows_right(spec.target, spec.b, middles, middles[::-1])
            colours = [shade(theme, right).getRgb() for right in range(5)]
            shades = np.array(colours, dtype=np.uint8)
            pixels = np.ascontiguousarray(shades[count])
            image = QImage(pixels.data, cells, cells, 4 * cells, QImage.Format.Format_RGBA8888)
            # The copy lets the image outlive the array.
            self._image = (key, image.convertToFormat(QImage.Format.Format_RGB32).copy())
        return self._image[1]

    def _borders(self, painter: QPainter, view: View, theme: Theme) -> None:
        """Draw where z of a row is 0: there the row changes sides."""
        b, low, high = self._session.spec.b, view.low, view.high
        ends = {1: ((low, -b), (high, -b)), 2: ((-b, low), (-b, high)), 3: ((low, -b - low), (high, -b - high))}
        lines = {row: QLineF(view.at(start), view.at(end)) for row, (start, end) in ends.items()}
        face = QFontMetricsF(font("caption"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("caption"))
        painter.setPen(QPen(theme.color("text3"), 1))
        for line in lines.values():
            painter.drawLine(line)
        painter.setPen(theme.color("text"))
        here = view.at(self._session.spec.weights)
        for row, line in lines.items():
            words = f"z{bits(rows(2)[row])} = 0"
            box = name_box(line, QSizeF(face.horizontalAdvance(words), face.height()), view.area, (*lines.values(),), here)
            if box is not None:
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _path(self, painter: QPainter, view: View, theme: Theme) -> None:
        progress, spec = self._session.learner.progress, self._session.spec
        accent = theme.color("accent")
        beside = self._session.learner.beside
        if beside.samples:
            colour = rule_colour(theme, beside.rule)
            pen = QPen(colour, 1.5)
            pen.setDashPattern([4.0, 2.0])
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF([view.at(weights) for weights in beside.path]))
            circle(painter, view.at(self._session.learner.beside_weights), 5, colour, theme.color("surface"), width=1.5)
        if len(progress.path) > 1:
            painter.setPen(QPen(theme.color("text"), 1.5))
            painter.drawPolyline(QPolygonF([view.at(weights) for weights in progress.path]))
            for weights in progress.path[-60:]:
                circle(painter, view.at(weights), 2.5, theme.color("text"))
        if progress.cycle is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("warn"), 3))
            painter.drawPolyline(QPolygonF([view.at(weights) for weights in progress.cycle.weights]))
        if self._session.before is not None:
            circle(painter, view.at(self._session.before), 5, None, theme.color("text2"))
        circle(painter, view.at(spec.weights), 8, accent, theme.color("surface"), width=2.0)

    def _paint_legend(self, painter: QPainter, view: View, theme: Theme) -> None:
        face = font("caption")
        painter.setFont(face)
        painter.setPen(theme.color("text2"))
        words = f"b = {number(self._session.spec.b, decimals_for((self._session.spec.b,)))}   {self._legend}"
        y, x = view.area.bottom() + 28, view.area.left()
        painter.drawText(QRectF(x, y, self.width(), 16), Qt.AlignmentFlag.AlignVCenter, words)
        x += QFontMetricsF(face).horizontalAdvance(words) + 8
        for count in range(5):
            rounded(painter, QRectF(x, y + 2, 12, 12), 2, shade(theme, count), theme.color("axis"))
            painter.setPen(theme.color("text2"))
            painter.drawText(QRectF(x + 16, y, 12, 16), Qt.AlignmentFlag.AlignVCenter, str(count))
            x += 34


def name_box(line: QLineF, size: QSizeF, area: QRectF, lines: tuple[QLineF, ...], dot: QPointF) -> QRectF | None:
    """Return where the name of a line stands: beside it, within an area, on no line and not on a dot; None without room."""
    for share in NAME_PLACES:
        spot = line.pointAt(share)
        for way_x, way_y in ((1, -1), (-1, 1), (1, 1), (-1, -1)):
            centre = spot + QPointF(way_x * (size.width() / 2 + 6), way_y * (size.height() / 2 + 3))
            box = QRectF(centre - QPointF(size.width() / 2, size.height() / 2), size)
            room = box.adjusted(-2, -1, 2, 1)
            free = area.contains(room) and not room.adjusted(-10, -10, 10, 10).contains(dot)
            if free and not any(
                crosses((other.x1(), other.y1(), other.dx(), other.dy()), room.left(), room.top(), room.right(), room.bottom())
                for other in lines
            ):
                return box
    return None


def shade(theme: Theme, count: int) -> QColor:
    """Return the colour of a count of right rows."""
    red, green, blue = theme.lookup("magnitude")[round(SHADES[count] * 255)].tolist()
    return QColor.fromRgb(red, green, blue)
