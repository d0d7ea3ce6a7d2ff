"""The settings of a window, small enough for a dock's head."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.kernels.window import Window
from workbench.widgets.buttons import IconButton
from workbench.widgets.labels import Label
from workbench.widgets.number_field import NumberField

FIELD_WIDTH: Final = 40
MOST: Final = 15


class WindowFields(QWidget):
    """Kernel, pad, stride and dilation; a button brings the network's own back once they differ.

    Attributes
    ----------
    changed
        With the `Window` that the person chose.
    """

    changed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._own = self._chosen = Window(1)
        self._labels = [Label(size="dense", tone="text2") for _ in range(4)]
        self.kernel, self.pad, self.stride, self.dilation = self.fields = tuple(
            NumberField(f"{name}.{part}") for part in ("kernel", "pad", "stride", "dilation")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.own = IconButton(f"{name}.own", "reset", side=24, icon_side=14)
        self.own.clicked.connect(self._take_own)
        row.addWidget(self.own)
        for label, field, least in zip(self._labels, self.fields, (1, 0, 1, 1), strict=True):
            field.setFixedWidth(FIELD_WIDTH)
            field.setFixedHeight(24)
            field.set_numbers(least, MOST, whole=True)
            field.changed.connect(self._take)
            row.addWidget(label)
            row.addWidget(field)

    def set_words(self, kernel: str, pad: str, stride: str, dilation: str, own: str) -> None:
        """Set the labels, which are the accessible names too, and what the button does."""
        for label, field, text in zip(self._labels, self.fields, (kernel, pad, stride, dilation), strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self.own.set_words(own)

    @property
    def chosen(self) -> Window:
        """The window that is chosen."""
        return self._chosen

    def follow(self, own: Window) -> None:
        """Take over another layer's window."""
        self._own = own
        self._show(own)

    def _show(self, window: Window) -> None:
        self._chosen = window
        for field, number in zip(self.fields, (window.kernel, window.pad, window.stride, window.dilation), strict=True):
            field.set_number(number)
        self.own.setEnabled(window != self._own)

    def _take(self, _number: float) -> None:
        kernel, pad, stride, dilation = (int(field.number) for field in self.fields)
        self._show(Window(kernel, stride, pad, dilation))
        self.changed.emit(self._chosen)

    def _take_own(self) -> None:
        self._show(self._own)
        self.changed.emit(self._own)
