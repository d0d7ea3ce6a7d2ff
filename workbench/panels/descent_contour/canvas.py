"""The plane as a control: starts to drag, add and remove, ground to draw along and zoom."""

from __future__ import annotations

from dataclasses import replace
from math import hypot
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.descent.spec import LARGEST, MOST_STARTS, DescentSpec, View
from core.surfaces.base import Point
from workbench.descent.plane import Plane, fits
from workbench.descent.session import DescentSession
from workbench.descent.trails import Trails, paint_heads
from workbench.descent.wording import place, racer_name
from workbench.panels.descent_contour.arrows import paint_step_arrows
from workbench.panels.descent_contour.backdrop import (
    Ground,
    paint_axes,
    paint_field,
    paint_ground,
    paint_minima,
    survey,
)
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import figure
from workbench.widgets.painting import circle, focus_ring, has_keyboard_focus, rounded

LEFT: Final = 40.0
BOTTOM: Final = 24.0
MARGIN: Final = 8.0
START: Final = 7.0
REACH: Final = 12.0
CLICK: Final = 4.0
ZOOM: Final = 1.2
KEY_PIXELS: Final = 4.0
WHEEL_UNITS: Final = 120.0


class ContourCanvas(QWidget):
    """The race seen from above.

    A click adds a start, dragging one moves it, Delete removes the chosen one; dragging the ground moves the view, the
    wheel zooms. On the keyboard N chooses the next start, arrows move it (with Shift far), Insert adds one, plus and minus
    zoom, Ctrl with arrows moves the view, 0 shows all, Space plays.
    """

    def __init__(self, session: DescentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descent.contour")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._session = session
        self._field = -1
        self._arrows = False
        self._held: int | None = None
        self._pressed: tuple[QPointF, Plane] | None = None
        self._drawn = False
        self._pointer: QPointF | None = None
        self._ground: Ground | None = None
        self._ground_key: object = None
        self._still: QPixmap | None = None
        self._future: QPixmap | None = None
        self._trails = Trails()
        self._words = {"start": "{0}", "lost": "{0} {1}"}
        current_theme().changed.connect(self.show_theme)

    def sizeHint(self) -> QSize:
        return QSize(560, 370)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 140)

    def set_words(self, start: str, lost: str) -> None:
        """Set the templates beside a start, with its place, and for a path that is lost, with name and step."""
        self._words = {"start": start, "lost": lost}
        self.update()

    # -- what is shown ------------------------------------------------------------------------------------------

    @property
    def spec(self) -> DescentSpec:
        """The race of the document."""
        return self._session.spec

    def plane(self) -> Plane:
        """Return the plane as it lies on the widget."""
        area = QRectF(LEFT, MARGIN, max(20.0, self.width() - LEFT - MARGIN), max(20.0, self.height() - BOTTOM - MARGIN))
        return Plane.around(area, self.spec.view)

    def set_field(self, sign: int) -> None:
        """Show the gradient field: −1 for down, 1 for up, 0 for none."""
        if sign != self._field:
            self._field = sign
            self._still = None
            self.update()

    def set_arrows(self, shown: bool) -> None:
        """Choose whether the parts of the last step are shown as arrows."""
        self._arrows = shown
        self.update()

    @property
    def chosen(self) -> int:
        """The start that keys move, and whose numbers are shown."""
        return min(self._session.start, len(self.spec.starts) - 1)

    def show_race(self) -> None:
        """Show other paths or another view."""
        self._set_paths(self.plane())
        self._future = None
        key = (self.spec.text, self.spec.view, self.spec.home, self.size())
        if key != self._ground_key:
            self._still = None
        self.setAccessibleDescription(self._describe())
        self.update()

    def _set_paths(self, plane: Plane) -> None:
        self._trails.set_paths(self._session.race.paths, lambda at, _heights: plane.pixels(at))

    def show_theme(self) -> None:
        """Draw everything in the present colours."""
        self._still = self._future = None
        self._trails.forget()
        self.update()

    def _describe(self) -> str:
        race, step = self._session.race, self._session.player.step
        return ", ".join(
            f"{racer_name(path.racer)} {place(path.at[min(step, path.steps), :, 0])}" for path in race.paths if path.racer.shown
        )

    # -- mouse --------------------------------------------------------------------------------------------------

    def start_at(self, pixel: QPointF) -> int | None:
        """Return the start under the pointer."""
        plane = self.plane()
        near = [(_distance(plane.at(*start), pixel), number) for number, start in enumerate(self.spec.starts)]
        nearest = min(near)
        return nearest[1] if nearest[0] <= REACH else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.start_at(event.position())
        if event.button() == Qt.MouseButton.RightButton and found is not None:
            self._remove(found)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed, self._drawn = (event.position(), self.plane()), False
        if found is not None:
            self._held = found
            self._session.choose_start(found)
            self._session.begin_gesture()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._pressed is None:
            over = self.start_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.CrossCursor)
            plane = self.plane()
            inside = plane.area.contains(event.position())
            self._session.point_at(plane.place(event.position()) if inside else None)
            self.update()
            return
        began, plane = self._pressed
        if self._held is not None:
            self._move(self._held, plane.place(event.position()))
        elif self._drawn or _distance(began, event.position()) > CLICK:
            if not self._drawn:
                self._drawn = True
                self._session.begin_gesture()
            self._show(plane.shifted(event.position() - began))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        plane = self._pressed[1]
        self._pressed = None
        if self._held is not None or self._drawn:
            self._held = None
            self._session.end_gesture()
        elif plane.area.contains(event.position()):
            self._add(plane.place(event.position()))
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self._session.point_at(None)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() / WHEEL_UNITS
        if turned:
            self._show(self.plane().zoomed(ZOOM**-turned, event.position()))

    # -- edits --------------------------------------------------------------------------------------------------

    def _move(self, number: int, to: Point) -> None:
        starts = tuple(to if n == number else start for n, start in enumerate(self.spec.starts))
        self._session.edit(replace(self.spec, starts=starts), self.tr("Move a start"))

    def _add(self, to: Point) -> None:
        if len(self.spec.starts) < MOST_STARTS:
            self._session.edit(replace(self.spec, starts=(*self.spec.starts, to)), self.tr("Add a start"))
            self._session.choose_start(len(self.spec.starts) - 1)

    def _remove(self, number: int) -> None:
        starts = tuple(start for n, start in enumerate(self.spec.starts) if n != number)
        if starts:
            self._session.edit(replace(self.spec, starts=starts), self.tr("Remove a start"))

    def _show(self, view: View) -> None:
        if fits(view):
            self._session.edit(replace(self.spec, view=view), self.tr("Move the view"))

    # -- keyboard -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        plane, player = self.plane(), self._session.player
        if (way := ways.get(Qt.Key(event.key()))) is not None:
            by = QPointF(*way) * (KEY_PIXELS * (8 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1))
            if not event.isAutoRepeat():
                self._session.begin_gesture()
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._show(plane.shifted(by * -4))
            else:
                x, y = plane.place(plane.at(*self.spec.starts[self.chosen]) + by)
                self._move(self.chosen, (min(LARGEST, max(-LARGEST, x)), min(LARGEST, max(-LARGEST, y))))
            return
        match event.key():
            case Qt.Key.Key_Space:
                player.toggle()
            case Qt.Key.Key_N:
                self._session.choose_start((self.chosen + 1) % len(self.spec.starts))
            case Qt.Key.Key_Insert:
                x, y = self.spec.starts[self.chosen]
                self._add(plane.place(plane.at(x, y) + QPointF(40, 0)))
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._remove(self.chosen)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._show(plane.zoomed(1 / ZOOM, plane.area.center()))
            case Qt.Key.Key_Minus:
                self._show(plane.zoomed(ZOOM, plane.area.center()))
            case Qt.Key.Key_0:
                self._show(self.spec.home)
            case Qt.Key.Key_Escape if self._session.in_gesture:
                self._held = self._pressed = None
                self._session.cancel_gesture(self.tr("Move a start"))
            case _:
                super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat() and self._pressed is None and self._session.in_gesture:
            self._session.end_gesture()
        super().keyReleaseEvent(event)

    # -- painting -----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._still = None
        self.show_race()

    def _pixmap(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        return made

    def _paint_still(self, plane: Plane) -> QPixmap:
        made = self._pixmap()
        painter = QPainter(made)
        self._paint_ground(painter, plane)
        painter.end()
        return made

    def _paint_ground(self, painter: QPainter, plane: Plane) -> None:
        theme, objective = current_theme(), self._session.race.objective
        key = (self.spec.text, self.spec.view, self.spec.home, self.size())
        if key != self._ground_key or self._ground is None:
            self._ground, self._ground_key = survey(objective, plane), key
        painter.fillRect(self.rect(), theme.color("panel"))
        paint_ground(painter, self._ground, theme)
        if self._field:
            paint_field(painter, self._ground, objective, self._field, theme)
        paint_minima(painter, plane, objective.minima, theme)
        paint_axes(painter, plane, theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_race(painter, self._session.player.position)
        self._paint_height(painter, self.plane())
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, current_theme().color("accent"))

    def paint_race(self, painter: QPainter, position: float) -> None:
        """Paint a moment of the race from layers of pixels, quickly; for the screen and for films."""
        theme, plane = current_theme(), self.plane()
        if self._still is None:
            self._still = self._paint_still(plane)
            self._set_paths(plane)
            self._future = None
        if self._future is None:
            self._future = self._pixmap()
            layer = QPainter(self._future)
            layer.setClipRect(plane.area)
            self._trails.paint_future(layer, theme)
            layer.end()
        painter.drawPixmap(0, 0, self._still)
        painter.drawPixmap(0, 0, self._future)
        past = self._trails.past(int(position + 1e-9), self.size(), self.devicePixelRatioF(), plane.area, theme)
        painter.drawPixmap(0, 0, past)
        painter.save()
        painter.setClipRect(plane.area)
        self._paint_moment(painter, plane, self._trails, position)
        painter.restore()

    def draw(self, painter: QPainter, position: float) -> None:
        """Draw a moment of the race as lines and text, for drawings."""
        theme, plane = current_theme(), self.plane()
        trails = Trails()
        trails.set_paths(self._session.race.paths, lambda at, _heights: plane.pixels(at))
        self._paint_ground(painter, plane)
        painter.save()
        painter.setClipRect(plane.area)
        trails.paint_future(painter, theme)
        trails.paint_past(painter, int(position), theme)
        self._paint_moment(painter, plane, trails, position)
        painter.restore()

    def _paint_moment(self, painter: QPainter, plane: Plane, trails: Trails, position: float) -> None:
        """Paint what lies above the paths at a moment."""
        theme, step = current_theme(), int(position + 1e-9)
        if self._arrows and step:
            for path in self._session.race.paths:
                if path.racer.shown:
                    for start in range(path.at.shape[2]):
                        paint_step_arrows(painter, plane, path, theme, step=min(step, path.steps), start=start)
        paint_heads(painter, trails, position, plane.area, theme)
        self._paint_starts(painter, plane)
        self._paint_lost(painter, plane, step)

    def _paint_starts(self, painter: QPainter, plane: Plane) -> None:
        theme = current_theme()
        painter.setFont(font("caption", 600))
        only = len(self.spec.starts) == 1
        for number, start in enumerate(self.spec.starts):
            at = plane.at(*start)
            chosen = number == self.chosen
            circle(
                painter, at, START + (1 if number == self._held else 0), theme.color("surface"), theme.color("text"), width=2.0
            )
            if chosen and not only:
                ring = theme.color("accent" if self.hasFocus() or number == self._held else "text2")
                circle(painter, at, START + 3.5, theme.color("surface"), ring, width=1.5)
                circle(painter, at, START, theme.color("surface"), theme.color("text"), width=2.0)
            if only or number == self._held:
                words = self._words["start"].format(place(start))
                width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 6
                x = at.x() + 10 if at.x() + 12 + width < plane.area.right() else at.x() - 10 - width
                box = QRectF(x, max(plane.area.top(), at.y() - 21), width, 16)
                ground = theme.color("plot")
                ground.setAlphaF(0.7)
                painter.fillRect(box, ground)
                painter.setPen(theme.color("text"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_lost(self, painter: QPainter, plane: Plane, step: int) -> None:
        """Say of every path that is lost by now who it was, and when."""
        theme = current_theme()
        y = plane.area.bottom() - 28
        for path in self._session.race.paths:
            gone = [int(d) for d in path.diverged if 0 <= d <= step]
            if gone and path.racer.shown:
                words = self._words["lost"].format(racer_name(path.racer), min(gone))
                face = font("caption", 600)
                width = QFontMetricsF(face).horizontalAdvance(words) + 28
                box = QRectF(plane.area.center().x() - width / 2, y, width, 20)
                rounded(painter, box, 4, theme.color("error_wash"), theme.color("error"))
                painter.fillRect(QRectF(box.left() + 7, box.center().y() - 4, 8, 8), theme.run(path.racer.colour))
                painter.setFont(face)
                painter.setPen(theme.color("error"))
                painter.drawText(box.adjusted(20, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, words)
                y -= 24

    def _paint_height(self, painter: QPainter, plane: Plane) -> None:
        """Say place and height under the pointer."""
        if self._pointer is None or self._pressed is not None or not plane.area.contains(self._pointer):
            return
        theme = current_theme()
        x, y = plane.place(self._pointer)
        words = f"{place((x, y))}   f = {figure(float(self._session.race.objective.expression.value(x, y)))}"
        painter.setFont(font("caption"))
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 10
        box = QRectF(plane.area.right() - width - 4, plane.area.top() + 4, width, 18)
        ground = theme.color("plot")
        ground.setAlphaF(0.85)
        rounded(painter, box, 3, ground)
        painter.setPen(theme.color("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _distance(a: QPointF, b: QPointF) -> float:
    return hypot(a.x() - b.x(), a.y() - b.y())
