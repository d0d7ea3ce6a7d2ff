"""The settings of a window, of groups and of a batch, small enough for a dock's head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.kernels.window import Window
from workbench.widgets.buttons import IconButton
from workbench.widgets.labels import Label
from workbench.widgets.number_field import NumberField

FIELD_WIDTH: Final = 36
MOST: Final = 15
MOST_BATCH: Final = 8


class WindowFields(QWidget):
    """Kernel, pad, stride and dilation, groups and batch; a button brings the network's own back once they differ.

    What does not come out stands in red, with the reason in its tooltip.

    Attributes
    ----------
    changed
        After another choice.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, batch: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._own = self._chosen = Window(1)
        self._labels = [Label(size="dense", tone="text2") for _ in range(6)]
        self.kernel, self.pad, self.stride, self.dilation, self.groups, self.batch = self.fields = tuple(
            NumberField(f"{name}.{part}") for part in ("kernel", "pad", "stride", "dilation", "groups", "batch")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        self.own = IconButton(f"{name}.own", "reset", side=24, icon_side=14)
        self.own.clicked.connect(self._take_own)
        row.addWidget(self.own)
        for label, field, least in zip(self._labels, self.fields, (1, 0, 1, 1, 1, 1), strict=True):
            field.setFixedWidth(FIELD_WIDTH)
            field.setFixedHeight(24)
            field.set_numbers(least, MOST, whole=True)
            field.changed.connect(self._take)
            row.addWidget(label)
            row.addWidget(field)
        self.groups.set_number(1)
        self.batch.set_numbers(1, MOST_BATCH, whole=True)
        self.batch.set_number(1)
        for part in (self._labels[4], self.groups, self._labels[5], self.batch):
            part.setVisible(batch)

    def set_words(self, words: Sequence[str], own: str) -> None:
        """Set the labels, which are the accessible names too, and what the button does."""
        for label, field, text in zip(self._labels, self.fields, words, strict=True):
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
        for field, number in zip(self.fields, (window.kernel, window.pad, window.stride, window.dilation), strict=False):
            field.set_number(number)
        self.own.setEnabled(window != self._own or self.groups.number > 1)

    @property
    def group_count(self) -> int:
        """Among how many groups the channels are shared out."""
        return int(self.groups.number)

    @property
    def batch_size(self) -> int:
        """How many samples stand in the matrix."""
        return int(self.batch.number)

    def judge(self, *, window: str = "", uneven: str = "", groups: str = "") -> None:
        """Mark in red what does not come out, with the reason; nothing for what does."""
        for field, reason in ((self.kernel, window), (self.stride, uneven), (self.groups, groups)):
            field.reject(reason)

    def _take(self, _number: float) -> None:
        kernel, pad, stride, dilation = (int(field.number) for field in self.fields[:4])
        self._show(Window(kernel, stride, pad, dilation))
        self.changed.emit()

    def _take_own(self) -> None:
        self.groups.set_number(1)
        self._show(self._own)
        self.changed.emit()
