"""The curve with its tangent and the steps down; the place is dragged along it."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.descent.line import LARGEST, LineSpec, numerical_derivative, walk
from workbench.descent.session import DescentSession
from workbench.plots.polyline import pieces, polygon
from workbench.plots.scale_axes import paint_axes
from workbench.plots.scales import Scale
from workbench.theme.theme import Theme, current_theme
from workbench.widgets.painting import circle, focus_ring, has_keyboard_focus

LEFT, RIGHT, TOP, BOTTOM = 46.0, 8.0, 8.0, 24.0
SAMPLES: Final = 400
MARGIN: Final = 0.12
FARTHEST: Final = 20_000.0
ZOOM: Final = 1.2
HANDLE: Final = 7.0
SEEN_APART: Final = 3.0
"""Pixels from which on the two places of the difference are told apart."""


class CurveCanvas(QWidget):
    """The curve of one dimension. Drag the place, or move it with the arrow keys; the wheel, plus and minus zoom."""

    def __init__(self, session: DescentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descent.line")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._session = session
        self._held = False
        self._curve: tuple[str, tuple[float, float], Array, Array] | None = None
        self._walk: tuple[LineSpec, Array] | None = None
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(360, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 110)

    @property
    def line(self) -> LineSpec:
        """The curve of the document."""
        return self._session.spec.line

    def area(self) -> QRectF:
        """Return where the curve is drawn."""
        return QRectF(LEFT, TOP, max(20.0, self.width() - LEFT - RIGHT), max(20.0, self.height() - TOP - BOTTOM))

    def samples(self) -> tuple[Array, Array]:
        """Return x and f over the view."""
        line = self.line
        if self._curve is None or self._curve[:2] != (line.formula, line.view):
            x = np.linspace(*line.view, SAMPLES)
            self._curve = (line.formula, line.view, x, line.expression.value(x))
        return self._curve[2], self._curve[3]

    def places(self) -> Array:
        """Return x after each step."""
        if self._walk is None or self._walk[0] != self.line:
            self._walk = (self.line, walk(self.line))
        return self._walk[1]

    def scales(self) -> tuple[Scale, Scale]:
        """Return the axes: x of the view, y of the curve in it."""
        finite = self.samples()[1][np.isfinite(self.samples()[1])]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
        room = (high - low) * MARGIN or 1.0
        return Scale(*self.line.view), Scale(low - room, high + room)

    def at(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Return the pixels of points."""
        across, up = self.scales()
        area = self.area()
        px = area.left() + across.share(x) * area.width()
        py = area.bottom() - up.share(y) * area.height()
        return np.clip(px, -FARTHEST, FARTHEST), np.clip(py, -FARTHEST, FARTHEST)

    def point(self, x: float) -> QPointF:
        """Return the pixel of the curve over x."""
        px, py = self.at(np.array([x]), self.line.expression.value(np.array([x])))
        return QPointF(float(px[0]), float(py[0]))

    # -- mouse and keyboard -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = True
            self._session.begin_gesture()
            self._drag(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._drag(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._held = False
            self._session.end_gesture()

    def _drag(self, pixel: QPointF) -> None:
        left, right = self.line.view
        area = self.area()
        share = min(1.0, max(0.0, (pixel.x() - area.left()) / area.width()))
        decimals = max(0, 2 - int(np.floor(np.log10(right - left))))
        self._move(round(left + share * (right - left), decimals))

    def _move(self, x: float) -> None:
        x = min(LARGEST, max(-LARGEST, x))
        self._session.edit(replace(self._session.spec, line=replace(self.line, x=x)), self.tr("Move the place"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        area = self.area()
        left, right = self.line.view
        around = left + (event.position().x() - area.left()) / area.width() * (right - left)
        self._zoom(ZOOM ** (-event.angleDelta().y() / 120), around)

    def _zoom(self, factor: float, around: float) -> None:
        left, right = (around + (end - around) * factor for end in self.line.view)
        if max(abs(left), abs(right)) <= LARGEST and right - left > 1e-6 * max(1.0, abs(around)):
            line = replace(self.line, view=(left, right))
            self._session.edit(replace(self._session.spec, line=line), self.tr("Move the view"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not way:
            if event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
                self._zoom(1 / ZOOM, self.line.x)
            elif event.key() == Qt.Key.Key_Minus:
                self._zoom(ZOOM, self.line.x)
            else:
                super().keyPressEvent(event)
            return
        left, right = self.line.view
        share = 0.05 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.005
        if not event.isAutoRepeat() and not self._session.in_gesture:
            self._session.begin_gesture()
        self._move(round(self.line.x + way * share * (right - left), 6))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat() and not self._held and self._session.in_gesture:
            self._session.end_gesture()
        super().keyReleaseEvent(event)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, area = current_theme(), QPainter(self), self.area()
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.fillRect(area, theme.color("plot"))
        paint_axes(painter, area, *self.scales(), theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipRect(area)
        x, y = self.samples()
        painter.setPen(QPen(theme.color("text2"), 1.6))
        for some_x, some_y in pieces(*self.at(x, y)):
            painter.drawPolyline(polygon(some_x, some_y))
        self._paint_steps(painter, theme)
        self._paint_tangent(painter, theme)
        painter.restore()
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))

    def _paint_steps(self, painter: QPainter, theme: Theme) -> None:
        """Paint each step as a jump along the curve: across to the new x, then to the curve there."""
        places = self.places()
        px, py = self.at(places, self.line.expression.value(places))
        known = np.isfinite(px) & np.isfinite(py)
        count = len(known) if known.all() else int(np.argmin(known))
        px, py = px[:count], py[:count]
        colour = theme.run(0)
        pale = QColor(colour)
        pale.setAlphaF(0.75)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(pale, 1.2))
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in zip(px.tolist(), py.tolist(), strict=True)]))
        for x, y in zip(px[1:].tolist(), py[1:].tolist(), strict=True):
            circle(painter, QPointF(x, y), 3.2, colour)

    def _paint_tangent(self, painter: QPainter, theme: Theme) -> None:
        """Paint the line with the numerical slope, and the two places it was taken from where they can be told apart."""
        line, expression = self.line, self.line.expression
        slope = float(numerical_derivative(expression, line.x, np.array(line.h), line.difference))
        height = float(expression.value(np.array([line.x]))[0])
        accent = theme.color("accent")
        if not isfinite(height):
            return
        if isfinite(slope):
            ends = np.array(line.view)
            px, py = self.at(ends, height + slope * (ends - line.x))
            painter.setPen(QPen(accent, 1.6))
            painter.drawLine(QLineF(px[0], py[0], px[1], py[1]))
        here = self.point(line.x)
        first = line.x - line.h if line.difference == "central" else line.x
        for x in (first, line.x + line.h):
            beside = self.point(x)
            if isfinite(beside.y()) and abs(beside.x() - here.x()) >= SEEN_APART:
                circle(painter, beside, 4, theme.color("plot"), accent, width=1.5)
        circle(painter, here, HANDLE + (1 if self._held else 0), theme.color("surface"), theme.color("text"), width=2.0)
