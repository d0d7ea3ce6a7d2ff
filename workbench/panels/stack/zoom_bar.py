"""Fit and zoom, in the corner over the stack."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.widgets.buttons import IconButton
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.numbers import percent

ZOOMS: Final = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0)


class ZoomBar(QWidget):
    """A button that fits the network into the view, and a list of sizes.

    Attributes
    ----------
    fit_wanted
        When the button was pressed.
    chosen
        With the zoom that was chosen, 1 for the size of the rest of the window.
    """

    fit_wanted = Signal()
    chosen = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stack.zoom_bar")
        self._fit = IconButton("stack.fit", "expand", side=26)
        self._fit.clicked.connect(self.fit_wanted)
        self._sizes = ComboBox("stack.zoom")
        for zoom in ZOOMS:
            self._sizes.addItem(percent(zoom, 0), zoom)
        self._sizes.activated.connect(lambda index: self.chosen.emit(float(self._sizes.itemData(index))))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._fit)
        row.addWidget(self._sizes)

    def retranslate(self) -> None:
        """Set the words anew."""
        self._fit.set_words(self.tr("Fit the network into the view"), QKeySequence("Ctrl+F"))
        self._sizes.setAccessibleName(self.tr("Zoom"))
        self._sizes.setToolTip(self.tr("Zoom (Ctrl and the wheel)"))

    def show_zoom(self, zoom: float) -> None:
        """Show a zoom, also one that is not in the list."""
        index = next((n for n, known in enumerate(ZOOMS) if abs(known - zoom) < 0.005), -1)
        self._sizes.setCurrentIndex(index)
        self._sizes.setPlaceholderText(percent(zoom, 0))
