"""One row of the form: the name of a weight, its slider, its typed value."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.perceptron.spec import LARGEST
from workbench.theme.theme import current_theme
from workbench.widgets.labels import Label
from workbench.widgets.number_field import NumberField
from workbench.widgets.slider import Slider

REACH: Final = 2.0
STEP: Final = 0.05
HUNDREDTHS: Final = round(2 * REACH * 100)


class WeightRow(QWidget):
    """A number between −2 and 2 by slider, or any by typing.

    Attributes
    ----------
    changed
        With the number, while the slider moves or after it was typed.
    taken_hold, let_go
        When a drag of the slider begins and ends.
    """

    changed = Signal(float)
    taken_hold = Signal()
    let_go = Signal()

    def __init__(self, name: str, symbol: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # It paints its ground, so that a slider that moves does not have the whole window painted under it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        current_theme().changed.connect(self.update)
        self._decimals = 2
        self._label = Label(symbol, size="body", tone="text2")
        self._label.setFixedWidth(24)
        self.slider = Slider(f"{name}.slider")
        self.slider.set_numbers(-REACH, REACH)
        # Whole hundredths: what the slider gives is what is shown.
        self.slider.setRange(0, HUNDREDTHS)
        self.slider.setSingleStep(round(STEP * 100))
        self.slider.setPageStep(round(STEP * 1000))
        self.field = NumberField(f"{name}.field")
        self.field.set_numbers(-LARGEST, LARGEST, step=STEP, decimals=self._decimals)
        self.slider.changed.connect(self.changed)
        self.slider.sliderPressed.connect(self.taken_hold)
        self.slider.sliderReleased.connect(self.let_go)
        self.field.changed.connect(self.changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._label)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.field)

    def set_words(self, words: str) -> None:
        """Set the accessible names."""
        self.slider.setAccessibleName(words)
        self.field.setAccessibleName(words)

    def show_number(self, value: float, decimals: int) -> None:
        """Show a number without telling it."""
        if decimals != self._decimals:
            self._decimals = decimals
            self.field.set_numbers(-LARGEST, LARGEST, step=STEP, decimals=decimals)
        if value != self.slider.number:
            self.slider.set_number(value)
        if value != self.field.number:
            self.field.set_number(value)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), current_theme().color("panel"))
