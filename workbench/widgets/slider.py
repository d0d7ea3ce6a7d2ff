"""A slider over numbers: linear or logarithmic, with a thin groove that fills from zero."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from workbench.theme.theme import current_theme
from workbench.widgets.painting import circle, has_keyboard_focus, rounded

GROOVE = 3
HANDLE = 14
FINE = 1000


class Slider(QAbstractSlider):
    """Chooses a number by position.

    Arrow keys move by a step, Page Up and Page Down by ten, Home and End to the ends. The mouse wheel does nothing,
    because a form that scrolls must not change what it shows.

    Attributes
    ----------
    changed
        With the number, while the handle moves.
    settled
        With the number, when the handle is let go or a key was pressed.
    """

    changed = Signal(float)
    settled = Signal(float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._low, self._high = 0.0, 1.0
        self._log = self._whole = False
        self._number = 0.0
        self._quiet = False
        self.set_numbers(0.0, 1.0)
        self.valueChanged.connect(self._moved)
        current_theme().changed.connect(self.update)

    def set_numbers(self, low: float, high: float, *, log: bool = False, whole: bool = False) -> None:
        """Set the ends. With `log` and a low end of 0, the first position is 0 and a millionth of the high end follows."""
        self._low, self._high, self._log, self._whole = low, high, log, whole
        steps = round(high - low) if whole and not log and high - low <= FINE else FINE
        self._quiet = True
        self.setRange(0, max(1, steps))
        self.setSingleStep(1 if steps <= 100 else steps // 100)
        self.setPageStep(max(1, steps // 10))
        self._quiet = False
        self.set_number(self._number)

    @property
    def number(self) -> float:
        """The number chosen."""
        return self._number

    def set_number(self, number: float) -> None:
        """Show a number without telling it; beyond the ends the handle stays at the end."""
        self._number = number
        self._quiet = True
        self.setValue(round(self._share(number) * self.maximum()))
        self._quiet = False
        self.update()

    def _share(self, number: float) -> float:
        if self._log:
            low = self._log_low
            if number < low:
                return 0.0
            span = math.log(self._high / low)
            return min(1.0, math.log(number / low) / span)
        return min(1.0, max(0.0, (number - self._low) / ((self._high - self._low) or 1)))

    @property
    def _log_low(self) -> float:
        return self._low if self._low > 0 else self._high * 1e-6

    def _number_at(self, share: float) -> float:
        if self._log:
            if share <= 0:
                return self._low
            number = float(f"{self._log_low * (self._high / self._log_low) ** share:.2g}")
        else:
            span = self._high - self._low
            decimals = max(0, 2 - math.floor(math.log10(span))) if span > 0 else 0
            number = round(self._low + share * span, decimals)
        number = float(round(number)) if self._whole else number
        return min(self._high, max(self._low, number))

    def _moved(self, position: int) -> None:
        if not self._quiet:
            number = self._number_at(position / self.maximum())
            if number != self._number:
                self._number = number
                self.changed.emit(number)
                if not self.isSliderDown():
                    self.settled.emit(number)

    def _track(self) -> QRectF:
        return QRectF(HANDLE / 2, (self.height() - GROOVE) / 2, self.width() - HANDLE, GROOVE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._drag(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderDown(False)
            self.settled.emit(self._number)

    def _drag(self, event: QMouseEvent) -> None:
        track = self._track()
        share = (event.position().x() - track.left()) / max(1.0, track.width())
        self.setValue(round(min(1.0, max(0.0, share)) * self.maximum()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(96, 26)

    def minimumSizeHint(self) -> QSize:
        return QSize(36, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        track = self._track()
        accent = theme.color("accent" if self.isEnabled() else "line2")
        groove = QRectF(0, track.top(), self.width(), GROOVE)
        rounded(painter, groove, 1.5, theme.color("track"))
        x = track.left() + self.value() / self.maximum() * track.width()
        zero = 0.0
        if not self._log and self._low < 0 < self._high:
            zero = track.left() + self._share(0.0) * track.width()
            painter.fillRect(QRectF(round(zero) - 0.5, track.top() - 3, 1, GROOVE + 6), theme.color("axis"))
        rounded(painter, QRectF(min(zero, x), track.top(), abs(x - zero), GROOVE), 1.5, accent)
        centre = QPointF(x, self.height() / 2)
        if has_keyboard_focus(self):
            circle(painter, centre, HANDLE / 2 + 3, theme.color("wash"))
        circle(painter, centre, HANDLE / 2, theme.color("surface"), accent, width=2.0)
