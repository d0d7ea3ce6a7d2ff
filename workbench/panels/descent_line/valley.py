"""How wrong the numerical derivative is for every h: truncation on one side, rounding on the other."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.descent.line import LineSpec, derivative_errors
from workbench.plots.polyline import pieces, polygon
from workbench.plots.scale_axes import paint_axes
from workbench.plots.scales import Scale
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.theme.tokens import DASH_VALIDATION
from workbench.widgets.numbers import figure
from workbench.widgets.painting import circle, focus_ring, has_keyboard_focus

LOWEST_H, HIGHEST_H = 1e-15, 1e-1
SAMPLES: Final = 169
SMALLEST: Final = 1e-17
"""An error of exactly 0 is drawn here, at the bottom."""

OTHER: Final = 0.65
"""How strongly the kind of difference is drawn that is not taken."""

LEFT, RIGHT, TOP, BOTTOM = 46.0, 8.0, 22.0, 24.0


class ValleyPlot(QWidget):
    """Error against h, both logarithmic; a click or the arrow keys choose h.

    Attributes
    ----------
    picked
        With the h that the person chose.
    """

    picked = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descent.valley")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._line = LineSpec()
        self._errors: dict[str, Array] = {}
        self._words = ("", "", "")
        self._kinds = {"central": "", "forward": ""}
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(220, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 100)

    def set_words(self, title: str, rounding: str, truncation: str, kinds: dict[str, str]) -> None:
        """Set the title, the names of the two sides and of the two kinds of difference."""
        self._kinds = kinds
        self._words = (title, rounding, truncation)
        self.setAccessibleName(title)
        self.update()

    def show_line(self, line: LineSpec) -> None:
        """Show the errors at another place, or another h."""
        self._line = line
        h = self.grid()
        self._errors = {kind: derivative_errors(line.expression, line.x, h, kind) for kind in ("central", "forward")}
        self.setAccessibleDescription(f"h {figure(line.h)}")
        self.update()

    @staticmethod
    def grid() -> Array:
        """Return the h of the curves."""
        return np.logspace(np.log10(LOWEST_H), np.log10(HIGHEST_H), SAMPLES)

    def _area(self) -> QRectF:
        return QRectF(LEFT, TOP, max(20.0, self.width() - LEFT - RIGHT), max(20.0, self.height() - TOP - BOTTOM))

    def _scales(self) -> tuple[Scale, Scale]:
        values = np.concatenate([*self._errors.values()]) if self._errors else np.array([1.0])
        values = values[np.isfinite(values) & (values > 0)]
        low, high = (float(values.min()), float(values.max())) if values.size else (1e-12, 1.0)
        low = max(SMALLEST, 10.0 ** np.floor(np.log10(low)))
        return Scale(LOWEST_H, HIGHEST_H, log=True), Scale(low, max(10.0 ** np.ceil(np.log10(high)), 10 * low), log=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pick(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._pick(event.position())

    def _pick(self, pixel: QPointF) -> None:
        area = self._area()
        share = min(1.0, max(0.0, (pixel.x() - area.left()) / area.width()))
        self.picked.emit(float(f"{self._scales()[0].value(share):.2g}"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Left: 0.1, Qt.Key.Key_Right: 10.0}.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.picked.emit(float(f"{min(HIGHEST_H, max(LOWEST_H, self._line.h * way)):.2g}"))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, area = current_theme(), QPainter(self), self._area()
        across, up = self._scales()
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.fillRect(area, theme.color("plot"))
        paint_axes(painter, area, across, up, theme)
        title, rounding, truncation = self._words
        painter.setFont(font("dense", 600))
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(LEFT, 2, area.width(), 18), Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(font("caption"))
        painter.setPen(theme.color("text2"))
        inside = area.adjusted(6, 4, -6, -4)
        for row, (kind, name) in enumerate(self._kinds.items()):
            painter.setPen(theme.run(0 if kind == "central" else 1))
            spot = inside.adjusted(0, 15 * row, 0, 0)
            painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, name)
        painter.setPen(theme.color("text2"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, f"← {rounding}")
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, f"{truncation} →")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(area)
        columns = area.left() + across.share(self.grid()) * area.width()
        for kind, errors in self._errors.items():
            own = kind == self._line.difference
            colour = QColor(theme.run(0 if kind == "central" else 1))
            colour.setAlphaF(1.0 if own else OTHER)
            pen = QPen(colour, 1.4 if own else 1.0)
            if kind == "forward":
                pen.setDashPattern([float(d) for d in DASH_VALIDATION])
            painter.setPen(pen)
            shown = np.where(np.isfinite(errors), np.maximum(errors, up.low), np.nan)
            for px, py in pieces(columns, area.bottom() - up.share(shown) * area.height()):
                painter.drawPolyline(polygon(px, py))
        here = derivative_errors(self._line.expression, self._line.x, np.array([self._line.h]), self._line.difference)[0]
        if np.isfinite(here):
            share = up.share(np.array([max(float(here), up.low)]))[0]
            at = area.left() + float(across.share(np.array(self._line.h))) * area.width()
            circle(
                painter, QPointF(at, area.bottom() - float(share) * area.height()), 5, theme.color("accent"), theme.color("plot")
            )
        painter.setClipping(False)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))
