"""The strip above the transport while parameters are shown that the run never had: it says so, and leads back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.training.frame import Frame
from workbench.theme.theme import current_theme
from workbench.widgets.buttons import Button
from workbench.widgets.labels import Chip, ElidedLabel
from workbench.workspace import Workspace

HEIGHT: Final = 36


class AsideNote(QWidget):
    """Hidden unless a temporary frame is shown."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aside")
        self.setFixedHeight(HEIGHT)
        self._chip = Chip(tone="warn")
        self._words = ElidedLabel(size="dense")
        self._words.setObjectName("aside.words")
        self._back = Button("aside.back")
        self._back.clicked.connect(workspace.follow)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self._chip)
        row.addWidget(self._words, 1)
        row.addWidget(self._back)
        workspace.frame_changed.connect(self._show)
        current_theme().changed.connect(self.update)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set all words anew."""
        self._chip.set_text(self.tr("Temporary"))
        self._words.set_text(
            self.tr(
                "Every panel shows the network with other parameters, from a place on its loss surface. The run is untouched."
            )
        )
        self._back.setText(self.tr("Back to the run"))
        self._back.setAccessibleName(self._back.text())

    def _show(self, frame: Frame) -> None:
        self.setVisible(frame.aside)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.color("warn_wash"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("warn"))
