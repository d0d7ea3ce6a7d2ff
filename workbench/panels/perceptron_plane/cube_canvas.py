"""The cube of three inputs: turn it, and click a corner to change its target."""

from __future__ import annotations

from math import hypot
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.perceptron.functions import rows
from core.perceptron.spec import ThreeInputSpec
from core.perceptron.unit import weighted_sum
from workbench.panels.perceptron_plane.cube_geometry import EDGES, Look, cut, middle_of
from workbench.perceptron.colours import point_colour
from workbench.perceptron.session import PerceptronSession
from workbench.perceptron.wording import bits
from workbench.theme.fonts import font
from workbench.theme.theme import Theme, current_theme
from workbench.widgets.painting import circle, focus_ring, has_keyboard_focus, rounded

CORNER: Final = 9.0
TURN_PER_PIXEL: Final = 0.5
KEY_TURN: Final = 5.0
MOST_TILT: Final = 85.0
AXIS_END: Final = 1.32
NAME_GROUND: Final = 0.8
"""How much the ground behind a corner's numbers hides."""
NAMES: Final = ("x₁", "x₂", "x₃")


class CubeCanvas(QWidget):
    """Eight corners and the plane between them.

    Dragging turns the cube, as do the arrow keys. A click on a corner changes its target; 1 to 8 light a corner and
    Space changes the lit one.

    Attributes
    ----------
    flipped
        With the row whose target the person changed.
    """

    flipped = Signal(int)

    def __init__(self, session: PerceptronSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("perceptron.cube")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._session = session
        self._turn, self._tilt = 68.0, 20.0
        self._lit = 7
        self._pressed: QPointF | None = None
        self._moved = False
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(440, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 200)

    @property
    def angles(self) -> tuple[float, float]:
        """From where the cube is seen: degrees around it and above it."""
        return self._turn, self._tilt

    def look(self) -> Look:
        """Return the present view of the cube."""
        scale = min(self.width() - 90, self.height() - 40) / 1.75
        return Look(self._turn, self._tilt, QPointF(self.width() / 2, self.height() / 2), scale)

    def rotate(self, turn: float, tilt: float) -> None:
        """Turn the cube by degrees around it and above it."""
        self._turn = (self._turn + turn) % 360
        self._tilt = min(MOST_TILT, max(-MOST_TILT, self._tilt + tilt))
        self.update()

    def _corner_at(self, pixel: QPointF) -> int:
        look = self.look()
        near = [row for row, x in enumerate(rows(3)) if QLineF(look.at(x), pixel).length() <= CORNER + 5]
        return max(near, key=lambda row: look.nearness(rows(3)[row]), default=-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position() - self._pressed
        if self._moved or hypot(way.x(), way.y()) > 3:
            self._moved = True
            self._pressed = event.position()
            self.rotate(-way.x() * TURN_PER_PIXEL, way.y() * TURN_PER_PIXEL)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._corner_at(event.position())
        if self._pressed is not None and not self._moved and row >= 0:
            self._lit = row
            self.flipped.emit(row)
        self._pressed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        ways = {Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        if (way := ways.get(Qt.Key(key))) is not None:
            self.rotate(way[0] * KEY_TURN, way[1] * KEY_TURN)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_8:
            self._lit = key - Qt.Key.Key_1
            self.update()
        elif key == Qt.Key.Key_Space:
            self.flipped.emit(self._lit)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.draw(QPainter(self))

    def draw(self, painter: QPainter) -> None:
        """Paint what is seen, for the screen or a file."""
        theme, look = current_theme(), self.look()
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cube = self._session.spec.cube
        sums = [weighted_sum(cube.weights, x) for x in rows(3)]
        facing = sum(w * t for w, t in zip(cube.weights[:3], look.towards, strict=True)) > 0
        order = sorted(range(8), key=lambda row: look.nearness(rows(3)[row]))
        self._edges(painter, theme, look, hidden=order[0])
        # The plane lies between the corners of its two sides: first those behind it, then itself, then the others.
        for row in order:
            if (sums[row] > 0) != facing:
                self._corner(painter, theme, row, cube, sums[row])
        self._plane(painter, theme, look, cube)
        for row in order:
            if (sums[row] > 0) == facing:
                self._corner(painter, theme, row, cube, sums[row])
        for row in order:
            self._name(painter, theme, row, cube, sums[row])
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))

    def _edges(self, painter: QPainter, theme: Theme, look: Look, *, hidden: int) -> None:
        for first, second in EDGES:
            pen = QPen(theme.color("line2" if hidden in {first, second} else "axis"), 1.2)
            if hidden in {first, second}:
                pen.setDashPattern([3.0, 4.0])
            painter.setPen(pen)
            painter.drawLine(QLineF(look.at(rows(3)[first]), look.at(rows(3)[second])))
        painter.setFont(font("dense", italic=True))
        painter.setPen(theme.color("text2"))
        for name, end in zip(NAMES, ((AXIS_END, 0, 0), (0, AXIS_END, 0), (0, 0, AXIS_END)), strict=True):
            spot = look.at(end)
            painter.drawText(QRectF(spot.x() - 14, spot.y() - 9, 28, 18), Qt.AlignmentFlag.AlignCenter, name)

    def _plane(self, painter: QPainter, theme: Theme, look: Look, cube: ThreeInputSpec) -> None:
        polygon = cut(cube.weights)
        if len(polygon) < 3:
            return
        accent = theme.color("accent")
        fill = QColor(accent)
        fill.setAlphaF(0.22)
        painter.setBrush(fill)
        painter.setPen(QPen(accent, 1.5))
        painter.drawPolygon(QPolygonF([look.at(point) for point in polygon]))
        middle = middle_of(polygon)
        length = hypot(*cube.weights[:3])
        tip = tuple(m + 0.45 * w / length for m, w in zip(middle, cube.weights[:3], strict=True))
        arrow = QLineF(look.at(middle), look.at(tip))
        painter.setPen(QPen(accent, 2.5))
        painter.drawLine(arrow)
        if arrow.length() > 12:
            unit = QPointF(arrow.dx() / arrow.length(), arrow.dy() / arrow.length())
            across = QPointF(-unit.y(), unit.x())
            painter.setBrush(accent)
            painter.setPen(Qt.PenStyle.NoPen)
            head = [arrow.p2() + unit * 6, arrow.p2() - unit * 6 + across * 5, arrow.p2() - unit * 6 - across * 5]
            painter.drawPolygon(QPolygonF(head))

    def _corner(self, painter: QPainter, theme: Theme, row: int, cube: ThreeInputSpec, z: float) -> None:
        x, wanted = rows(3)[row], cube.target[row]
        centre, is_right = self.look().at(x), (z > 0) == bool(wanted)
        if row == self._lit and self.hasFocus():
            ring = CORNER + (6 if is_right else 9)
            circle(painter, centre, ring, None, theme.color("accent"), width=1.5)
        if not is_right:
            circle(painter, centre, CORNER + 4, theme.color("surface"), theme.color("error"), width=2.0)
        circle(painter, centre, CORNER + 1.5, theme.color("surface"))
        circle(painter, centre, CORNER, point_colour(theme, wanted))

    def _name(self, painter: QPainter, theme: Theme, row: int, cube: ThreeInputSpec, z: float) -> None:
        """Write a corner's numbers beside it, readable where edges and the plane pass behind them."""
        x, is_right = rows(3)[row], (z > 0) == bool(cube.target[row])
        centre = self.look().at(x)
        words = bits(x) if is_right else f"{bits(x)} ✗"
        painter.setFont(font("caption"))
        width = painter.fontMetrics().horizontalAdvance(words) + 6
        top = centre.y() + (-21 if centre.y() < self.height() / 2 else 5)
        left = centre.x() - 9 - width if centre.x() < self.width() / 2 else centre.x() + 9
        box = QRectF(left, top, width, 16)
        ground = QColor(theme.color("panel"))
        ground.setAlphaF(NAME_GROUND)
        rounded(painter, box, 4, ground)
        painter.setPen(theme.color("text2" if is_right else "error"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
