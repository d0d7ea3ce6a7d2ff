"""Columns of the comparison: the sample, and each explanation with what it can and cannot say."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from core.arrays import Array
from workbench.plots.heat_map import HeatMap
from workbench.plots.image_grid import EDGE, ImageGrid
from workbench.widgets.labels import ElidedLabel, Label

TITLE, NUMBER, TRAINED, RANDOM, CAUTION, REST = range(6)
"""Rows of the comparison."""

GAP = 12
LEAST_SIDE = 56
WORDS = 128
"""Room for the titles above the pictures and the cautions under them."""


class AttributionColumn:
    """One explanation: title, number, its picture, that of random weights, caution."""

    def __init__(self, name: str, *, signed: bool) -> None:
        self.title = ElidedLabel(size="dense", weight=600)
        self.number = ElidedLabel(size="caption", tone="text3")
        self.number.setObjectName(f"{name}.number")
        self.heat, self.random = (HeatMap(f"{name}.{part}", "signed" if signed else "magnitude") for part in ("heat", "random"))
        self.caution = Label(size="caption", tone="text2", wrap=True)
        self.caution.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.caution.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for picture in (self.heat, self.random):
            picture.set_numbers(False)
            picture.set_at_top(True)

    def set_words(self, title: str, caution: str, random: str) -> None:
        """Set title and caution; `random` says whose the second picture is."""
        self.title.set_text(title)
        self.caution.setText(caution)
        self.caution.setToolTip(caution)
        self.heat.setAccessibleName(title)
        self.random.setAccessibleName(f"{title}, {random}")

    def show_heat(self, heat: Array | None, *, random: bool = False) -> None:
        """Show the answer for the trained network or for random weights; None for no answer."""
        picture = self.random if random else self.heat
        picture.setVisible(heat is not None)
        if heat is not None:
            picture.set_values(heat)


class SampleColumn:
    """What is explained, and what the network says of it."""

    def __init__(self, name: str) -> None:
        self.title = ElidedLabel(size="dense", weight=600)
        self.number = ElidedLabel(size="caption", tone="text3")
        self.number.setObjectName(f"{name}.number")
        self.picture = ImageGrid(f"{name}.picture", "ink", least=LEAST_SIDE, most=240)
        self.pixels = 1
        self.random = Label(size="dense", tone="text2", wrap=True)
        self.random.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.random.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_words(self, title: str, random: str) -> None:
        """Set the title, and what stands beside the second row."""
        self.title.set_text(title)
        self.picture.setAccessibleName(title)
        self.random.setText(random)

    def show_picture(self, pictures: Array) -> None:
        """Show one picture, ``(1, H, W)`` or ``(1, 3, H, W)``, 0 to 1."""
        self.picture.set_images(pictures, limits=(0.0, 1.0))
        self.pixels = pictures.shape[-1]


class Comparison(QWidget):
    """The columns beside each other, their rows in line, their pictures as large as there is room."""

    def __init__(self, sample: SampleColumn, columns: list[AttributionColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sample, self._columns = sample, columns
        self._rows = 1
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        for row, part in enumerate((sample.title, sample.number, sample.picture, sample.random)):
            grid.addWidget(part, row, 0)
        for place, column in enumerate(columns, start=1):
            for row, part in enumerate((column.title, column.number, column.heat, column.random, column.caution)):
                grid.addWidget(part, row, place)
        for place in range(len(columns) + 1):
            grid.setColumnStretch(place, 1)
        grid.setRowStretch(REST, 1)
        self.show_random(shown=False)

    def show_random(self, *, shown: bool) -> None:
        """Make room for the row of random weights, or take it away."""
        self._rows = 2 if shown else 1
        self._sample.random.setVisible(shown)
        if not shown:
            for column in self._columns:
                column.show_heat(None, random=True)
        self._fit()

    def show_sample(self, pictures: Array) -> None:
        """Show another sample, ``(1, H, W)`` or ``(1, 3, H, W)``, 0 to 1."""
        self._sample.show_picture(pictures)
        self._fit()

    def _fit(self) -> None:
        across = (self.width() - 24 - GAP * len(self._columns)) // (len(self._columns) + 1)
        down = (self.height() - WORDS) // self._rows
        side = max(LEAST_SIDE, min(across, down)) - 2 * EDGE
        pixels = self._sample.pixels
        side = side // pixels * pixels if side >= 2 * pixels else side  # the same whole pixels a value in every picture
        for part in (self._sample.picture, *(p for c in self._columns for p in (c.heat, c.random))):
            part.setFixedHeight(side + 2 * EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
