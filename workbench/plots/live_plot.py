"""A plot of curves that grow while they are looked at."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
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

from workbench.plots import plot_drawing
from workbench.plots.curve import Band, Curve, Mark
from workbench.plots.plot_drawing import Layout
from workbench.plots.scales import Scale, covering
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import figure, percent
from workbench.widgets.painting import focus_ring, has_keyboard_focus

ZOOM: Final = 1.25
NEAR: Final = 7.0
"""Pixels from a mark within which the read-out says what it is."""

LEAST_SHARES: Final = 0.1
"""The least that an axis of shares spans: the first number of a run is no reason for ticks of thousandths."""

SETTLED: Final = 200
SETTLING: Final = 20
"""Of a share with more numbers than `SETTLED` the first twentieth is left out when y is fitted: it only rises there."""


class LivePlot(QWidget):
    """Curves over a common x, with values at the right end and a cross-hair.

    The wheel zooms x, dragging moves it, a double click shows all again; on the keyboard Left and Right move the
    cross-hair, plus and minus zoom, 0 shows all, Return looks at the place. Its accessible description holds the
    last values.

    Parameters
    ----------
    small
        True for one of many small plots: its title and its last value stand above it.

    Attributes
    ----------
    hovered
        With the x under the mouse, NaN when it left; give it to `set_crosshair` of plots that share x.
    picked
        With the x that was clicked.
    x_changed
        With the ends of x after zooming, NaN for all.
    """

    hovered = Signal(float)
    picked = Signal(float)
    x_changed = Signal(float, float)

    def __init__(
        self, name: str, parent: QWidget | None = None, *, log: bool = False, shares: bool = False, small: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.curves: tuple[Curve, ...] = ()
        self._shares, self._small = shares, small
        self._title = self._x_label = ""
        self._x_unit, self._x_end = 0.0, 1.0
        self._x_ticks = self._y_ticks = True
        self._zoomed: tuple[float, float] | None = None
        self._y = Scale(0.001, 1.0, log=True) if log else Scale(0.0, 1.0, percent=shares)
        self._fixed_y: tuple[float, float] | None = None
        self._marks: tuple[Mark, ...] = ()
        self._bands: tuple[Band, ...] = ()
        self._crosshair = self._present = math.nan
        self._own_hover = False
        self._pressed: tuple[float, Scale] | None = None
        self._dragged = False
        self._still: QPixmap | None = None
        self._still_key: object = None
        self._left, self._right = 0.0, 0.0
        self._left_key: object = None
        self._partners: tuple[LivePlot, ...] = ()
        current_theme().changed.connect(self._forget)

    def set_words(self, title: str, x_label: str = "") -> None:
        """Set the title inside the plot and the name of x."""
        self._title, self._x_label = title, x_label
        self.setAccessibleName(title)
        self._forget()

    def set_curves(self, curves: Sequence[Curve]) -> None:
        """Show other curves; the y axis follows in steps."""
        self.curves = tuple(curves)
        self._fit_y()
        self.update()

    def set_x(self, end: float, *, unit: float = 0.0) -> None:
        """Set how far x goes, and what its ticks are multiples of, such as the iterations of an epoch."""
        if (end, unit) != (self._x_end, self._x_unit):
            self._x_end, self._x_unit = end, unit
            self.update()

    def set_log(self, log: bool) -> None:
        """Choose a logarithmic y."""
        if log != self._y.log:
            self._y = Scale(0.001, 1.0, log=True) if log else Scale(0.0, 1.0, percent=self._shares)
            self._fit_y()
            self.update()

    def set_y(self, low: float, high: float) -> None:
        """Hold y between two ends."""
        self._fixed_y = (low, high)
        self._fit_y()
        self.update()

    def set_ticks(self, *, x: bool = True, y: bool = True) -> None:
        """Choose which axes have numbers; small multiples share them."""
        if (x, y) != (self._x_ticks, self._y_ticks):
            self._x_ticks, self._y_ticks = x, y
            self._forget()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Set vertical lines with flags."""
        self._marks = tuple(marks)
        self.update()

    def set_bands(self, bands: Sequence[Band]) -> None:
        """Set marked ranges of y."""
        self._bands = tuple(bands)
        self._forget()

    def set_present(self, x: float) -> None:
        """Mark the moment that the window shows, NaN for none."""
        self._present = x
        self._fit_y()
        self.update()

    def set_crosshair(self, x: float) -> None:
        """Show the cross-hair at x, NaN for none."""
        self._crosshair = x
        self.update()

    def show_x(self, low: float, high: float) -> None:
        """Show a part of x; NaN for all."""
        self._zoomed = None if math.isnan(low) else (low, high)
        self.update()

    def share_margins(self, *others: LivePlot) -> None:
        """Begin and end where others do, so that one x is at one place in all of them."""
        self._partners = others

    def write(self, value: float) -> str:
        """Return a value of y as it reads at the right end and in the read-out."""
        return percent(value) if self._shares else figure(value)

    def values_at(self, x: float) -> list[tuple[Curve, float]]:
        """Return each curve that is not faint with its last value at or before x."""
        found = []
        for curve in self.curves:
            index = int(np.searchsorted(curve.x, x, side="right")) - 1
            if not curve.faint and 0 <= index < len(curve.y) and x <= curve.x[-1]:
                found.append((curve, float(curve.y[index])))
        return found

    def _fit_y(self) -> None:
        if self._fixed_y is not None:
            self._y = Scale(*self._fixed_y, log=self._y.log, percent=self._shares)
            return
        low, high = math.inf, -math.inf
        looking_back = math.isfinite(self._present)
        bold = [c for c in self.curves if (looking_back or not c.faint) and len(c.y)] or list(self.curves)
        for curve in bold:
            settled = curve.y[len(curve.y) // SETTLING :] if self._shares and len(curve.y) > SETTLED else curve.y
            values = settled[np.isfinite(settled) & (settled > 0 if self._y.log else True)]
            if len(values):
                low, high = min(low, float(values.min())), max(high, float(values.max()))
        if self._shares and high - low < LEAST_SHARES:
            low, high = low - LEAST_SHARES / 2, high + LEAST_SHARES / 2
        ends = (0.0, 1.0) if self._shares else (None, None)
        self._y = covering(self._y, low, high, floor=ends[0], ceiling=ends[1])

    def plot_layout(self, width: float, height: float) -> Layout:
        """Return where things are on a plot of that size."""
        margins = [plot.wanted_margins() for plot in (self, *self._partners)]
        left, right = max(m[0] for m in margins), max(m[1] for m in margins)
        bottom = 20.0 if self._x_ticks else 4.0
        low, high = self._zoomed or (0.0, max(self._x_end, 1e-9))
        top = plot_drawing.SMALL_HEAD if self._small else 6
        area = QRectF(round(left), top, max(8.0, round(width - left - right - 10)), max(8.0, round(height - bottom - top)))
        return Layout(area, Scale(low, high), self._y)

    def wanted_margins(self) -> tuple[float, float]:
        """Return the room that the numbers need left and right of the curves."""
        key = (self._y, self.height(), self._y_ticks)
        metrics = QFontMetricsF(font("caption"))
        if key != self._left_key:
            ticks = self._y.ticks(max(2, self.height() // 34)) if self._y_ticks else []
            widest = max([metrics.horizontalAdvance(tick.label) for tick in ticks], default=-float(plot_drawing.TICK_GAP))
            self._left, self._left_key = widest + plot_drawing.TICK_GAP + 2, key
        ends = [] if self._small else plot_drawing.last_values(self.curves)
        right = max([metrics.horizontalAdvance(self.write(value)) for _, value in ends], default=0.0)
        if right > self._right or right < self._right - 24:
            self._right = math.ceil(right)
        return self._left, self._right

    def draw(self, painter: QPainter, layout: Layout, *, thin: bool = True) -> None:
        """Draw all but what follows the mouse; for pictures of it."""
        self._draw_still(painter, layout)
        self._draw_data(painter, layout, thin=thin)

    def _draw_still(self, painter: QPainter, layout: Layout) -> None:
        plot_drawing.draw_still(
            painter,
            current_theme(),
            layout,
            x_label=self._x_label,
            x_unit=self._x_unit,
            x_ticks=self._x_ticks,
            bands=self._bands,
        )

    def _draw_data(self, painter: QPainter, layout: Layout, *, thin: bool) -> None:
        theme = current_theme()
        plot_drawing.draw_curves(painter, theme, layout, self.curves, thin=thin)
        plot_drawing.draw_marks(painter, theme, layout, self._marks)
        if self._small:
            ends = plot_drawing.last_values(self.curves)
            only = (ends[0][0], self.write(ends[0][1])) if len(ends) == 1 else None
            plot_drawing.draw_small_head(painter, theme, layout, self._title, only)
            return
        plot_drawing.draw_title(painter, theme, layout, self._title)
        plot_drawing.draw_last_values(painter, theme, layout, self.curves, self.write)

    def _forget(self) -> None:
        self._still = None
        self.update()

    def _here(self) -> Layout:
        return self.plot_layout(self.width(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        layout = self._here()
        key = (layout.area.getRect(), layout.x, layout.y, self._x_unit, self.devicePixelRatioF())
        if self._still is None or key != self._still_key:
            ratio = self.devicePixelRatioF()
            self._still = QPixmap(self.size() * ratio)
            self._still.setDevicePixelRatio(ratio)
            self._still.fill(current_theme().color("panel"))
            still = QPainter(self._still)
            self._draw_still(still, layout)
            still.end()
            self._still_key = key
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        self._draw_data(painter, layout, thin=True)
        theme = current_theme()
        if math.isfinite(self._present):
            plot_drawing.draw_crosshair(painter, theme, layout, self._present, present=True)
        if math.isfinite(self._crosshair):
            plot_drawing.draw_crosshair(painter, theme, layout, self._crosshair)
            if self._own_hover:
                self._draw_readout(painter, layout)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))

    def _draw_readout(self, painter: QPainter, layout: Layout) -> None:
        def pixel(value: float) -> float:
            return float(layout.px(np.array([value]))[0])

        x = self._crosshair
        rows = [(curve, self.write(value)) for curve, value in self.values_at(x)]
        shown = f"{x:,.2f}" if self._x_end < 1000 and x != int(x) else f"{round(x):,}"
        head = f"{self._x_label} {shown}".strip()
        near = [mark for mark in self._marks if mark.label and abs(pixel(mark.x) - pixel(x)) < NEAR]
        head = " · ".join([head, *(mark.label for mark in near[-1:])])
        plot_drawing.draw_readout(painter, current_theme(), layout, x, head=head, rows=rows)

    def describe(self) -> str:
        """Return the last values in words, for those who do not see the curves."""
        return ", ".join(f"{curve.label} {self.write(value)}" for curve, value in plot_drawing.last_values(self.curves))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._still = None
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(360, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, 56)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setAccessibleDescription(self.describe())
        super().focusInEvent(event)

    # -- mouse and keyboard -------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        layout = self._here()
        x = layout.x_at(event.position().x())
        if self._pressed is not None:
            start, scale = self._pressed
            moved = (start - event.position().x()) / layout.area.width() * (scale.high - scale.low)
            if self._dragged or abs(start - event.position().x()) > 4:
                self._dragged = True
                self._show(scale.low + moved, scale.high + moved)
            return
        inside = layout.x.low <= x <= layout.x.high
        self._hover(x if inside else math.nan)

    def _hover(self, x: float) -> None:
        self._own_hover = math.isfinite(x)
        self.set_crosshair(x)
        self.hovered.emit(x)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(math.nan)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = (event.position().x(), self._here().x), False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._dragged:
            self.picked.emit(self._here().x_at(event.position().x()))
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self._show(0.0, self._x_end)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self._zoom(ZOOM ** (event.angleDelta().y() / -120), self._here().x_at(event.position().x()))
            event.accept()
        else:
            event.ignore()

    def _zoom(self, factor: float, around: float) -> None:
        scale = self._here().x
        self._show(around + (scale.low - around) * factor, around + (scale.high - around) * factor)

    def _show(self, low: float, high: float) -> None:
        span = max(high - low, self._x_end * 1e-4)
        if span >= self._x_end:
            self._zoomed = None
        else:
            low = min(max(0.0, low), self._x_end - span)
            self._zoomed = (low, low + span)
        ends = self._zoomed or (math.nan, math.nan)
        self.x_changed.emit(*ends)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        scale = self._here().x
        at = self._crosshair if math.isfinite(self._crosshair) else (scale.low + scale.high) / 2
        step = (scale.high - scale.low) / 50
        match event.key():
            case Qt.Key.Key_Left:
                self._hover(max(scale.low, at - step))
            case Qt.Key.Key_Right:
                self._hover(min(scale.high, at + step))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._zoom(1 / ZOOM, at)
            case Qt.Key.Key_Minus:
                self._zoom(ZOOM, at)
            case Qt.Key.Key_0:
                self._show(0.0, self._x_end)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.picked.emit(at)
            case _:
                super().keyPressEvent(event)
