"""A field for a typed number: it says what is wrong with what was typed instead of snapping back."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.theme.fonts import font
from workbench.widgets.numbers import parse_number, plain_number

NOTCH: Final = 120
"""How far Qt says a wheel turns by one notch, in eighths of a degree."""


class NumberField(QLineEdit):
    """A number, typed. ``1e-3``, ``1/255`` and ``2**5`` are understood.

    Up and Down change it by a step, with Shift by ten, and so does the mouse wheel once the field was clicked. Return or
    leaving the field takes the number; Escape brings the last good one back. What cannot be taken stays, in red, with the
    reason in `message` and in the tooltip.

    Attributes
    ----------
    changed
        With a number that was taken.
    judged
        With the reason why what stands there cannot be taken, or "".
    """

    changed = Signal(float)
    judged = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFont(font("body"))
        self.setFixedWidth(64)
        self.setProperty("invalid", False)
        self._low, self._high = float("-inf"), float("inf")
        self._whole = False
        self._step = 0.0
        self._decimals: int | None = None
        self._number = 0.0
        self._turned = 0
        self.message = ""
        self.about = ""
        self.editingFinished.connect(self._take)
        self.textEdited.connect(self._typed)

    def set_numbers(
        self,
        low: float = float("-inf"),
        high: float = float("inf"),
        *,
        whole: bool = False,
        step: float = 0.0,
        decimals: int | None = None,
    ) -> None:
        """Set what may be typed. Without a step, arrow keys change the last figure that is shown."""
        self._low, self._high, self._whole, self._step, self._decimals = low, high, whole, step, decimals
        self.set_number(self._number)

    @property
    def number(self) -> float:
        """The last number that was taken."""
        return self._number

    def set_number(self, number: float) -> None:
        """Show a number without telling it."""
        self._number = number
        text = plain_number(number, self._decimals)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        self._judge("")

    def set_about(self, about: str) -> None:
        """Set the tooltip that shows while nothing is wrong."""
        self.about = about
        if not self.message:
            self.setToolTip(about)

    def reject(self, reason: str) -> None:
        """Show that what stands here was refused elsewhere."""
        self._judge(reason)

    def _reason(self, number: float | None) -> str:
        if number is None:
            return self.tr("Type a number, such as 0.5 or 1e-3.")
        if self._whole and number != int(number):
            return self.tr("Type a whole number.")
        if number < self._low:
            return self.tr("The least is {0}.").format(plain_number(self._low))
        if number > self._high:
            return self.tr("The most is {0}.").format(plain_number(self._high))
        return ""

    def _typed(self) -> None:
        self._judge(self._reason(parse_number(self.text())))

    def _take(self) -> None:
        if self.text() == plain_number(self._number, self._decimals):
            return  # what is shown may be rounded; leaving the field must not round the number
        number = parse_number(self.text())
        reason = self._reason(number)
        self._judge(reason)
        if number is not None and not reason:
            old = self._number
            self.set_number(number)
            if number != old:
                self.changed.emit(number)

    def _judge(self, reason: str) -> None:
        if reason == self.message:
            return
        self.message = reason
        self.setToolTip(reason or self.about)
        self.setAccessibleDescription(reason)
        self.setProperty("invalid", bool(reason))
        self.style().unpolish(self)
        self.style().polish(self)
        self.judged.emit(reason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.selectAll()  # a number is one word, with its point and its sign

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if direction:
            times = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._step_by(direction * times)
        elif event.key() == Qt.Key.Key_Escape and (self.message or self.isModified()):
            self.set_number(self._number)
            self.setText(plain_number(self._number, self._decimals))
            self.setModified(False)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():  # a form that scrolls must not change what it shows
            event.ignore()
            return
        self._turned += event.angleDelta().y()
        notches, self._turned = int(self._turned / NOTCH), int(math.fmod(self._turned, NOTCH))
        if notches:
            self._step_by(notches * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1))
        event.accept()

    def _step_by(self, steps: int) -> None:
        step = self._step or self._last_figure()
        number = min(self._high, max(self._low, round(self._number + steps * step, 12)))
        if number != self._number:
            self.set_number(number)
            self.changed.emit(number)

    def _last_figure(self) -> float:
        if self._whole:
            return 1.0
        text = f"{self._number:.6g}"
        mantissa, _, exponent = text.partition("e")
        decimals = len(mantissa.partition(".")[2])
        return float(10.0 ** (int(exponent or 0) - decimals)) if decimals or exponent else 1.0

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()
