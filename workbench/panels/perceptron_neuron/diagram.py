"""The unit as the book draws it: inputs, weighted edges, the sum, the activation, the output, all with live numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.perceptron.functions import rows
from core.perceptron.spec import PerceptronSpec
from core.perceptron.unit import activate, weighted_sum
from workbench.perceptron.colours import point_colour, signed_colour
from workbench.perceptron.session import PerceptronSession
from workbench.perceptron.wording import decimals_for, number
from workbench.theme.fonts import font
from workbench.theme.theme import Theme, current_theme
from workbench.widgets.painting import circle, focus_ring, has_keyboard_focus, rounded

HEIGHT: Final = 138
PILL_HEIGHT: Final = 28
WIDEST: Final = 9.0
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
        session.row_changed.connect(self.show_unit)
        current_theme().changed.connect(self.update)

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
        y = activate(spec.activation, z)
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("panel"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at, middle = places(self.width()), HEIGHT / 2
        centre, out = QPointF(at.sum, middle), QPointF(at.out, middle)
        box = QRectF(at.box - at.box_side / 2, middle - at.box_side / 2, at.box_side, at.box_side)
        painter.setPen(QPen(theme.color("axis"), 1.5))
        painter.drawLine(QPointF(centre.x() + at.sum_radius, middle), QPointF(box.left(), middle))
        painter.drawLine(QPointF(box.right(), middle), QPointF(out.x() - at.out_radius, middle))
        for index, value in enumerate((*x, 1)):
            self._edge(painter, index, QPointF(centre.x() - at.sum_radius, middle), active=bool(value))
        for index, (name, value) in enumerate((("x₁", x[0]), ("x₂", x[1]), ("", 1))):
            _pill(painter, theme, self.input_area(index), name, value)
        circle(painter, centre, at.sum_radius, theme.color("surface"), theme.color("text"), width=1.2)
        painter.setFont(font("body", 500))
        painter.setPen(theme.color("text"))
        around = QRectF(centre.x() - at.sum_radius, middle - at.sum_radius, 2 * at.sum_radius, 2 * at.sum_radius)
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, "Σ")
        painter.setFont(font("caption"))
        painter.setPen(theme.color("text2"))
        wire = box.left() - centre.x() - at.sum_radius
        above = QRectF(centre.x() + at.sum_radius - 16, middle - 19, wire + 32, 16)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, number(z, decimals_for((*spec.weights, z))))
        _activation(painter, theme, box, spec, z)
        _output(
            painter, theme, QRectF(out.x() - at.out_radius, middle - at.out_radius, 2 * at.out_radius, 2 * at.out_radius), spec, y
        )
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))

    def _edge(self, painter: QPainter, index: int, end: QPointF, *, active: bool) -> None:
        theme, weight = current_theme(), self._session.spec.weights[index]
        area = self.input_area(index)
        start = QPointF(area.right(), area.center().y())
        path = QPainterPath(start)
        bend = (end.x() - start.x()) * 0.55
        path.cubicTo(QPointF(start.x() + bend, start.y()), QPointF(end.x() - bend * 0.6, end.y()), end)
        size = min(abs(weight), 2.0) / 2
        colour = signed_colour(theme, (1 if weight > 0 else -1) * (0.35 + 0.6 * size)) if weight else theme.color("line2")
        colour.setAlphaF(1.0 if active else 0.35)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.5 + (WIDEST - 1.5) * size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawPath(path)
        words = number(weight, decimals_for(self._session.spec.weights))
        face = font("dense", 600)
        spot = path.pointAtPercent(0.26)
        room = QFontMetricsF(face).horizontalAdvance(words) + 6
        label = QRectF(start.x() + 8, spot.y() - 9, room, 18)
        painter.fillRect(label, theme.color("panel"))
        painter.setFont(face)
        painter.setPen(theme.color("text"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)


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


def _activation(painter: QPainter, theme: Theme, box: QRectF, spec: PerceptronSpec, z: float) -> None:
    """Draw the curve from z = −2.5 to 2.5 and where on it the unit is."""
    rounded(painter, box, 5, theme.color("surface"), theme.color("text"), width=1.2)
    low, high = (-1.25, 1.25) if spec.activation == "tanh" else (-0.35, 1.35)
    reach = 2.5

    def place(at: float) -> QPointF:
        value = min(high, activate(spec.activation, at))
        x = box.left() + 6 + (at + reach) / (2 * reach) * (box.width() - 12)
        return QPointF(x, box.bottom() - 4 - (value - low) / (high - low) * (box.height() - 8))

    path = QPainterPath(place(-reach))
    if spec.activation == "step":
        path.lineTo(place(0.0))
        path.lineTo(place(1e-9))
        path.lineTo(place(reach))
    else:
        for part in range(1, 33):
            path.lineTo(place(-reach + 2 * reach * part / 32))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("text"), 1.6))
    painter.drawPath(path)
    circle(painter, place(min(reach, max(-reach, z))), 3.5, theme.color("accent"), theme.color("surface"))


def _output(painter: QPainter, theme: Theme, area: QRectF, spec: PerceptronSpec, y: float) -> None:
    whole = spec.activation == "step"
    side = y if spec.activation == "tanh" else 2 * min(y, 1.0) - 1
    fill = point_colour(theme, y) if whole else signed_colour(theme, side)
    circle(painter, area.center(), area.width() / 2, fill, theme.color("axis"))
    painter.setFont(font("dense" if whole else "caption", 600))
    painter.setPen(theme.ink_on(fill))
    words = number(y, 0) if whole else number(y, 2 if abs(y) < 9.995 else 0)
    painter.drawText(area.adjusted(-6, 0, 6, 0), Qt.AlignmentFlag.AlignCenter, words)
