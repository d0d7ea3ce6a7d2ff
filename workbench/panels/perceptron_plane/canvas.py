"""The plane as a control: drag the line, its handle, the vector's tip; or do the same with the keyboard."""

from __future__ import annotations

from dataclasses import replace
from math import hypot
from typing import Final

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.perceptron.functions import rows
from core.perceptron.spec import Weights
from workbench.panels.perceptron_plane.corners import POINT, CornerPictures
from workbench.panels.perceptron_plane.drawing import TICKS, Beside, Scene, paint_plane
from workbench.panels.perceptron_plane.geometry import (
    CENTRE,
    LINE_REACH,
    REACH,
    SMALLEST,
    Grip,
    Handles,
    Part,
    Vector,
    View,
    at_edge,
    follow,
    foot,
    handles,
    scaled,
    square_in,
    tip_of,
    turned,
    visible_line,
    way_to_lost_line,
)
from workbench.panels.perceptron_plane.lettering import bubble_box, paint_axes, paint_words_at
from workbench.perceptron.session import PerceptronSession
from workbench.perceptron.wording import decimals_for, equation, number, point
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.kept_text import KeptText
from workbench.widgets.painting import focus_ring, has_keyboard_focus

LOST_REACH: Final = 14.0
"""How near, in pixels, the pointer takes the handle of a line outside the plane."""

_SHAPES: Final = {
    "line": Qt.CursorShape.SizeAllCursor,
    "turn": Qt.CursorShape.PointingHandCursor,
    "tip": Qt.CursorShape.OpenHandCursor,
    "": Qt.CursorShape.ArrowCursor,
}


class PlaneCanvas(QWidget):
    """The inputs from −0.5 to 1.5, what the unit says there, and the line to take hold of.

    The arrow keys shift the line along its normal (Up, Down) and turn it (Left, Right), plus and minus scale w; with
    Shift in large steps. 1 to 4 light a corner.
    """

    def __init__(self, session: PerceptronSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("perceptron.plane")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._session = session
        self._grip: Grip | None = None
        self._pointer = QPointF()
        self._hovered = ""
        self._by_keyboard = False
        self._corners = CornerPictures()
        self._names = KeptText(font("dense", 600), self)
        self._bubble = KeptText(font("dense", 500), self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        session.row_changed.connect(self.show_line)
        session.learner.changed.connect(self.show_line)
        session.gesture_changed.connect(self.update)
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(460, 470)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 220)

    def view(self) -> View:
        """Return the square that shows the plane, on whole pixels."""
        return View(square_in(self.size()))

    def scene(self) -> Scene:
        """Return what is to be seen now."""
        spec = self._session.spec
        found = follow(self._grip, spec.weights) if self._grip else handles(spec.weights, self.view())
        held = self._grip.part if self._grip else self._hovered
        scene = Scene(spec, found, self._session.row, self._session.before, held, self._beside())
        if hypot(spec.w1, spec.w2) == 0:
            return replace(scene, handles=None, notice=self.tr("w = (0, 0): no line, z = b everywhere"))
        lost = way_to_lost_line(spec.weights)
        if lost is not None:
            return replace(scene, handles=None, lost=lost, notice=self.tr("The line is beyond this edge"))
        return scene

    def _beside(self) -> Beside | None:
        learner = self._session.learner
        rule = learner.beside.rule
        if not learner.beside.samples:
            return None
        name = self.tr("gradient descent") if rule == "descent" else self.tr("perceptron rule")
        return Beside(learner.beside_weights, rule, name)

    def show_line(self) -> None:
        """Draw the present line; the axes stay as they are."""
        self.setAccessibleDescription(equation(self._session.spec.weights))
        self.update(self.view().area.toRect())

    # -- taking hold --------------------------------------------------------------------------------------------

    def part_at(self, pixel: QPointF) -> Part | None:
        """Return what the pointer would take hold of."""
        view, weights = self.view(), self._session.spec.weights
        found = handles(weights, view)
        ends = visible_line(weights)
        if found is None or ends is None:
            lost = way_to_lost_line(weights)
            return "line" if lost is not None and _distance(view.at(at_edge(lost)), pixel) <= LOST_REACH else None
        places: list[tuple[Part, Vector]] = [("tip", tip_of(found, weights)), ("line", found.move)]
        if found.turn is not None:
            places.insert(1, ("turn", found.turn))
        for part, place in places:
            if _distance(view.at(place), pixel) <= REACH:
                return part
        line = QLineF(view.at(ends[0]), view.at(ends[1]))
        return "line" if _distance_to_line(line, pixel) <= LINE_REACH else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or part is None:
            super().mousePressEvent(event)
            return
        view, weights = self.view(), self._session.spec.weights
        pressed = view.inputs(event.position())
        on_line = foot(pressed, weights)
        found = handles(weights, view)
        self._session.begin_gesture()
        if found is None:
            # A line outside comes to the pointer at its first move.
            self._grip = Grip(part, on_line, weights, Handles(on_line, None, on_line, 1.0))
        else:
            self._grip = Grip(part, pressed, weights, replace(found, move=on_line) if part == "line" else found)
        self._pointer = event.position()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._grip is None:
            self._hover(event.position())
            return
        coarse = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        weights = self._grip.weights_at(self.view().inputs(event.position()), coarse=coarse)
        was_lost = visible_line(self._session.spec.weights) is None
        self._session.set_weights(weights, self._text(self._grip.part))
        if was_lost:
            self._take_hold_again()
        self.update(self.view().area.toRect())

    def _take_hold_again(self) -> None:
        """Give a line that came into sight during the drag handles that are in sight, too."""
        weights, here = self._session.spec.weights, self.view().inputs(self._pointer)
        found = handles(weights, self.view())
        if found is not None:
            self._grip = Grip("line", here, weights, replace(found, move=foot(here, weights)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and event.button() == Qt.MouseButton.LeftButton:
            self._grip = None
            self._session.end_gesture()
            self._hover(event.position())

    def _hover(self, pixel: QPointF) -> None:
        view = self.view()
        for row, x in enumerate(rows(2)):
            if _distance(view.at(x), pixel) <= POINT + 6:
                self._session.look_at(row)
        hovered = self.part_at(pixel) or ""
        if hovered != self._hovered:
            self._hovered = hovered
            self.setCursor(_SHAPES[hovered])
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        if self._hovered:
            self._hovered = ""
            self.update()

    def _text(self, part: Part) -> str:
        match part:
            case "line":
                return self.tr("Move the line")
            case "turn":
                return self.tr("Turn the line")
            case "tip":
                return self.tr("Scale the weights")

    # -- by keyboard --------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, large = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        weights = self._session.spec.weights
        ways = {Qt.Key.Key_Up: 1, Qt.Key.Key_Left: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1}
        way = ways.get(Qt.Key(key), -1)
        match key:
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                moved = round(weights[2] - way * (0.1 if large else 0.01), 6)
                self._by_key(event, "line", (weights[0], weights[1], moved))
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._by_key(event, "turn", turned(weights, self._pivot(weights), way * (15 if large else 1)))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal | Qt.Key.Key_Minus:
                factor = (2.0 if large else 1.05) ** way
                if hypot(weights[0], weights[1]) * factor >= SMALLEST:
                    self._by_key(event, "tip", scaled(weights, factor))
            case Qt.Key.Key_1 | Qt.Key.Key_2 | Qt.Key.Key_3 | Qt.Key.Key_4:
                self._session.look_at(key - Qt.Key.Key_1)
            case Qt.Key.Key_Escape if self._grip is not None:
                text = self._text(self._grip.part)
                self._grip = None
                self._session.cancel_gesture(text)
            case _:
                super().keyPressEvent(event)

    def _by_key(self, event: QKeyEvent, part: Part, weights: Weights) -> None:
        """Change the weights; a key that is held down is one gesture, like a drag."""
        if not event.isAutoRepeat() or not self._by_keyboard:
            self._session.begin_gesture()
            self._by_keyboard = True
        self._session.set_weights(weights, self._text(part))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat() and self._by_keyboard:
            self._let_go()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._let_go()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._let_go()
        super().hideEvent(event)

    def _let_go(self) -> None:
        """End a gesture whose key or button will not be seen going up."""
        if self._grip is not None or self._by_keyboard:
            self._grip = None
            self._by_keyboard = False
            self._session.end_gesture()

    def _pivot(self, weights: Weights) -> Vector:
        """Turn around the point of the line that is nearest to the middle, also when the line is outside."""
        return foot(CENTRE, weights) if hypot(weights[0], weights[1]) else CENTRE

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self.draw(QPainter(self), event.rect())

    def draw(self, painter: QPainter, touched: QRect | None = None) -> None:
        """Paint what is seen, or the touched part of it, for the screen or a file."""
        self._names.as_letters = self._bubble.as_letters = touched is None
        self._corners.as_shapes = touched is None
        theme, touched = current_theme(), touched or self.rect()
        view, scene = self.view(), self.scene()
        words = ""
        if self._grip is not None and scene.before is not None:
            words = _what_changed(self._grip.part, scene.before, scene.spec.weights)
            scene = replace(scene, bubble=bubble_box(view.area, self._pointer, words, kept=self._bubble))
        self._corners.ratio = self.devicePixelRatioF()
        if not view.area.toRect().contains(touched):
            painter.fillRect(touched, theme.color("panel"))
            paint_axes(painter, view, theme, TICKS, ("x₁", "x₂"))
        paint_plane(painter, view, scene, theme, self._corners, kept=self._names)
        if words:
            paint_words_at(painter, view.area, self._pointer, words, theme, kept=self._bubble)
        if has_keyboard_focus(self):
            focus_ring(painter, view.area.adjusted(-2, -2, 2, 2), 2, theme.color("accent"))


def _what_changed(part: Part, before: Weights, now: Weights) -> str:
    decimals = decimals_for((*before, *now))
    match part:
        case "line":
            return f"b {number(before[2], decimals)} → {number(now[2], decimals)}"
        case "turn":
            return f"w {point(before[:2], decimals)} → {point(now[:2], decimals)}"
        case "tip":
            return f"|w| {number(hypot(*before[:2]))} → {number(hypot(*now[:2]))}"


def _distance(a: QPointF, b: QPointF) -> float:
    return hypot(a.x() - b.x(), a.y() - b.y())


def _distance_to_line(line: QLineF, pixel: QPointF) -> float:
    length = line.length()
    dx, dy = pixel.x() - line.x1(), pixel.y() - line.y1()
    along = max(0.0, min(length, (dx * line.dx() + dy * line.dy()) / length))
    return _distance(line.pointAt(along / length), pixel)
