"""The unit as the book draws it: inputs, weighted edges, the sum, the activation, the output, all with live numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.perceptron.functions import rows
from core.perceptron.spec import Activation, PerceptronSpec
from core.perceptron.unit import activate, weighted_sum
from workbench.perceptron.colours import mixed, point_colour, signed_colour
from workbench.perceptron.session import PerceptronSession
from workbench.perceptron.wording import decimals_for, number
from workbench.theme.fonts import font
from workbench.theme.theme import Theme, current_theme
from workbench.widgets.kept_text import KeptText
from workbench.widgets.painting import circle, focus_ring, has_keyboard_focus, rounded

HEIGHT: Final = 138
PILL_HEIGHT: Final = 28
WIDEST: Final = 9.0
FLAT: Final = Qt.PenCapStyle.FlatCap
CURVE_REACH: Final = 2.5
"""The curve of the activation is drawn from z = −2.5 to 2.5."""
NARROW: Final = 212.0
WIDE: Final = 284.0

LEAST_WIDTH: Final = 244
"""Narrower, the weights would stand on the sum."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts stand from left to right; in a narrow panel they are smaller and nearer.

    Parameters
    ----------
    pill
        Width of an input.
    sum, box, out
        Middle of the sum, the activation and the output.
    sum_radius, box_side, out_radius
        Their sizes.
    """

    pill: float
    sum: float
    sum_radius: float
    box: float
    box_side: float
    out: float
    out_radius: float


def places(width: float) -> Places:
    """Return the places in a drawing of that width."""
    room = min(1.0, max(0.0, (width - NARROW) / (WIDE - NARROW)))
    sum_radius, box_side, out_radius = 15 + 7 * room, 30 + 10 * room, 13 + 2 * room
    out = width - out_radius - 1
    box = out - out_radius - (5 + 10 * room) - box_side / 2
    return Places(42 + 8 * room, box - box_side / 2 - (30 + 6 * room) - sum_radius, sum_radius, box, box_side, out, out_radius)


class NeuronDiagram(QWidget):
    """A drawing of the unit for the lit row. Clicking an input, or the keys 1 and 2, switches it."""

    def __init__(self, session: PerceptronSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("perceptron.diagram")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._session = session
        self._kept: tuple[object, QPixmap] | None = None
        self._sum_text, self._weight_text = KeptText(font("caption"), self), KeptText(font("dense", 600), self)
        session.row_changed.connect(self.show_unit)
        current_theme().changed.connect(self._forget)

    def sizeHint(self) -> QSize:
        return QSize(284, HEIGHT)

    def show_unit(self) -> None:
        """Draw the present weights and row."""
        spec, x = self._session.spec, rows(2)[self._session.row]
        z = weighted_sum(spec.weights, x)
        y = activate(spec.activation, z)
        self.setAccessibleDescription(f"x₁ = {x[0]}, x₂ = {x[1]}, z = {number(z)}, y = {number(y)}")
        self.update()

    def input_area(self, index: int) -> QRectF:
        """Return where input 0 or 1, or with 2 the constant of the bias, stands."""
        middle = 22 + index * (HEIGHT - 44) / 2
        return QRectF(1, middle - PILL_HEIGHT / 2, places(self.width()).pill, PILL_HEIGHT)

    def switch(self, index: int) -> None:
        """Turn an input from 0 to 1 or back."""
        self._session.look_at(self._session.row ^ (2 if index == 0 else 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for index in (0, 1):
            if self.input_area(index).contains(event.position()):
                self.switch(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_1, Qt.Key.Key_2}:
            self.switch(event.key() - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, spec = current_theme(), self._session.spec
        x = rows(2)[self._session.row]
        z = weighted_sum(spec.weights, x)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still(theme))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at, middle = places(self.width()), HEIGHT / 2
        end = QPointF(at.sum - at.sum_radius, middle)
        for index, value in enumerate((*x, 1)):
            self._edge(painter, theme, index, end, active=bool(value))
        left, right = at.sum + at.sum_radius, at.box - at.box_side / 2
        written = number(z, decimals_for((*spec.weights, z)))
        self._sum_text.draw(painter, (left + right) / 2, middle - 11, written, theme.color("text2"), align=0.5)
        spot = _on_curve(_box(at), spec.activation, min(CURVE_REACH, max(-CURVE_REACH, z)))
        circle(painter, spot, 3.5, theme.color("accent"), theme.color("surface"))
        out = QRectF(at.out - at.out_radius, middle - at.out_radius, 2 * at.out_radius, 2 * at.out_radius)
        _output(painter, theme, out, spec, activate(spec.activation, z))
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))

    def _still(self, theme: Theme) -> QPixmap:
        """Return the picture of all that stays while weights change."""
        spec, x, ratio = self._session.spec, rows(2)[self._session.row], self.devicePixelRatioF()
        key = (self.width(), ratio, spec.activation, x)
        if self._kept is not None and self._kept[0] == key:
            return self._kept[1]
        pixmap = QPixmap((QSizeF(self.size()) * ratio).toSize())
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(theme.color("panel"))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at, middle = places(self.width()), HEIGHT / 2
        centre, box = QPointF(at.sum, middle), _box(at)
        painter.setPen(QPen(theme.color("axis"), 1.5))
        painter.drawLine(QPointF(centre.x() + at.sum_radius, middle), QPointF(box.left(), middle))
        painter.drawLine(QPointF(box.right(), middle), QPointF(at.out - at.out_radius, middle))
        for index, (name, value) in enumerate((("x₁", x[0]), ("x₂", x[1]), ("", 1))):
            _pill(painter, theme, self.input_area(index), name, value)
        circle(painter, centre, at.sum_radius, theme.color("surface"), theme.color("text"), width=1.2)
        painter.setFont(font("body", 500))
        painter.setPen(theme.color("text"))
        around = QRectF(centre.x() - at.sum_radius, middle - at.sum_radius, 2 * at.sum_radius, 2 * at.sum_radius)
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, "Σ")
        _activation(painter, theme, box, spec.activation)
        painter.end()
        self._kept = (key, pixmap)
        return pixmap

    def _forget(self) -> None:
        self._kept = None
        self.update()

    def _edge(self, painter: QPainter, theme: Theme, index: int, end: QPointF, *, active: bool) -> None:
        weight, ground = self._session.spec.weights[index], theme.color("panel")
        area = self.input_area(index)
        start = QPointF(area.right(), area.center().y())
        path, label_height = _wire(start.x(), start.y(), end.x(), end.y())
        size = min(abs(weight), 2.0) / 2
        colour = signed_colour(theme, (1 if weight > 0 else -1) * (0.35 + 0.6 * size)) if weight else theme.color("line2")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen_width = 1.5 + (WIDEST - 1.5) * size
        painter.setPen(QPen(colour if active else mixed(colour, ground, 0.35), pen_width, Qt.PenStyle.SolidLine, FLAT))
        painter.drawPath(path)
        words = number(weight, decimals_for(self._session.spec.weights))
        room = self._weight_text.width(words) + 6
        painter.fillRect(QRectF(start.x() + 8, label_height - 9, room, 18), ground)
        self._weight_text.draw(painter, start.x() + 11, label_height, words, theme.color("text"))


@lru_cache(maxsize=64)
def _wire(x1: float, y1: float, x2: float, y2: float) -> tuple[QPainterPath, float]:
    """Return the course of an edge, and how high its weight stands on it."""
    path = QPainterPath(QPointF(x1, y1))
    bend = (x2 - x1) * 0.55
    path.cubicTo(QPointF(x1 + bend, y1), QPointF(x2 - bend * 0.6, y2), QPointF(x2, y2))
    return path, path.pointAtPercent(0.26).y()


def _box(at: Places) -> QRectF:
    return QRectF(at.box - at.box_side / 2, (HEIGHT - at.box_side) / 2, at.box_side, at.box_side)


def _pill(painter: QPainter, theme: Theme, area: QRectF, name: str, value: int) -> None:
    if not name:
        area = QRectF(area.right() - area.height(), area.top(), area.height(), area.height())
    rounded(painter, area, area.height() / 2, theme.color("surface"), theme.color("axis"))
    painter.setPen(theme.color("text2"))
    painter.setFont(font("dense"))
    if not name:
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "1")
        return
    painter.drawText(area.adjusted(9, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)
    painter.setFont(font("dense", 600))
    painter.setPen(point_colour(theme, value))
    painter.drawText(area.adjusted(0, 0, -9, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(value))


def _on_curve(box: QRectF, activation: Activation, z: float) -> QPointF:
    """Return where in its box the curve of an activation is at z."""
    low, high = (-1.25, 1.25) if activation == "tanh" else (-0.35, 1.35)
    value = min(high, activate(activation, z))
    x = box.left() + 6 + (z + CURVE_REACH) / (2 * CURVE_REACH) * (box.width() - 12)
    return QPointF(x, box.bottom() - 4 - (value - low) / (high - low) * (box.height() - 8))


def _activation(painter: QPainter, theme: Theme, box: QRectF, activation: Activation) -> None:
    """Draw the curve over z."""
    rounded(painter, box, 5, theme.color("surface"), theme.color("text"), width=1.2)
    turns = (0.0, 1e-9, CURVE_REACH) if activation == "step" else [CURVE_REACH * part / 16 for part in range(-15, 17)]
    path = QPainterPath(_on_curve(box, activation, -CURVE_REACH))
    for z in turns:
        path.lineTo(_on_curve(box, activation, z))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("text"), 1.6))
    painter.drawPath(path)


def _output(painter: QPainter, theme: Theme, area: QRectF, spec: PerceptronSpec, y: float) -> None:
    whole = spec.activation == "step"
    side = y if spec.activation == "tanh" else 2 * min(y, 1.0) - 1
    fill = point_colour(theme, y) if whole else signed_colour(theme, side)
    circle(painter, area.center(), area.width() / 2, fill, theme.color("axis"))
    painter.setFont(font("dense" if whole else "caption", 600))
    painter.setPen(theme.ink_on(fill))
    words = number(y, 0) if whole else number(y, 2 if abs(y) < 9.995 else 0)
    painter.drawText(area.adjusted(-6, 0, 6, 0), Qt.AlignmentFlag.AlignCenter, words)
