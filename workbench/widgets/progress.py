"""Long work in a dock's head: a thin bar with what, how far, the time left, and a way out."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workbench.theme.theme import current_theme
from workbench.widgets.buttons import IconButton
from workbench.widgets.labels import ElidedLabel
from workbench.widgets.numbers import duration
from workbench.widgets.painting import rounded


class ThinBar(QWidget):
    """How far, as a line of 3 px."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.update)

    def set_share(self, share: float) -> None:
        """Show a share from 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleDescription(f"{round(100 * self._share)} %")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 1.5, theme.color("track"))
        rounded(painter, QRectF(0, 0, self._share * self.width(), self.height()), 1.5, theme.color("accent"))


class Progress(QWidget):
    """What is being done, how far it is, and a button that ends it.

    Attributes
    ----------
    cancelled
        When the button was pressed.
    """

    cancelled = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._label = ElidedLabel(size="caption", tone="text2")
        self._bar = ThinBar()
        self._left = ElidedLabel(size="caption", tone="text3")
        self._cancel = IconButton(f"{name}.cancel", "cross", side=24, icon_side=12)
        self._cancel.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._label, 2)
        layout.addWidget(self._bar, 2)
        layout.addWidget(self._left, 1)
        layout.addWidget(self._cancel)
        self.hide()

    def show_progress(self, what: str, share: float, seconds_left: float = float("nan")) -> None:
        """Show how far the work is."""
        self._label.set_text(what)
        self._bar.set_share(share)
        self._left.set_text(self.tr("{0} left").format(duration(seconds_left)) if math.isfinite(seconds_left) else "")
        self._cancel.set_words(self.tr("Cancel"))
        self.show()
