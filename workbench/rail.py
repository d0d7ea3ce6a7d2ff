"""The rail at the left: one button for each lab, Settings at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from workbench.dragging import DRAGGED
from workbench.theme.fonts import font
from workbench.theme.icons import paint_icon
from workbench.theme.theme import current_theme
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

WIDTH: Final = 80
BUTTON: Final = QSize(78, 52)
ICON: Final = 20
LABEL_ROOM: Final = 72
SMALLEST: Final = 9
REST: Final = 500
"""Milliseconds after which a drag that rests on a button opens its lab."""


class RailButton(QAbstractButton):
    """An icon over a word; the open lab has a bar in the accent."""

    def __init__(self, name: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"rail.{name}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(BUTTON)
        self._icon = icon
        self.setAcceptDrops(True)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST)
        self._resting.timeout.connect(self.click)
        current_theme().changed.connect(self.update)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Open the lab once a drag rests here, so that what is dragged can be dropped there."""
        if any(known in DRAGGED for known in event.mimeData().formats()):
            self._resting.start()
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._resting.stop()

    def dropEvent(self, event: QDropEvent) -> None:
        self._resting.stop()
        event.ignore()

    def set_words(self, words: str, keys: str = "") -> None:
        """Set label, accessible name and tooltip."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({keys})" if keys else words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(2, 0, self.width() - 4, self.height())
        chosen = self.isChecked()
        if chosen or self.underMouse():
            rounded(painter, area, 6, theme.color("panel" if chosen else "hover"))
        if chosen:
            rounded(painter, QRectF(0, 12, 3, self.height() - 24), 1.5, theme.color("accent"))
        spot = QRectF((self.width() - ICON) / 2, 7, ICON, ICON)
        paint_icon(painter, self._icon, spot, theme.color("accent" if chosen else "text2"))
        face = font("caption", 600 if chosen else 400)
        while QFontMetricsF(face).horizontalAdvance(self.text()) > LABEL_ROOM and face.pixelSize() > SMALLEST:
            face.setPixelSize(face.pixelSize() - 1)
        painter.setFont(face)
        painter.setPen(theme.color("text" if chosen else "text2"))
        shown = QFontMetricsF(face).elidedText(self.text(), Qt.TextElideMode.ElideRight, LABEL_ROOM + 4)
        painter.drawText(QRectF(0, 30, self.width(), 16), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, shown)
        if has_keyboard_focus(self):
            focus_ring(painter, area, 6, theme.color("accent"))


class Rail(QWidget):
    """The labs from top to bottom.

    Attributes
    ----------
    chosen
        With the name of the lab that the person chose.
    """

    chosen = Signal(str)

    def __init__(self, labs: Sequence[str], foot: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(WIDTH)
        self.buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 2, 1, 4)
        column.setSpacing(2)
        for name in (*labs, "", *foot):
            if not name:
                column.addStretch(1)
                continue
            button = RailButton(name, name)
            button.clicked.connect(lambda _on, n=name: self.chosen.emit(n))
            self._group.addButton(button)
            self.buttons[name] = button
            column.addWidget(button)

    def show_chosen(self, name: str) -> None:
        """Mark the open lab."""
        self.buttons[name].setChecked(True)
