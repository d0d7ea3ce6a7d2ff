"""What stands above a column: its name, how many neurons it has, and buttons for one more or less."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.buttons import IconButton
from workbench.widgets.numbers import grouped

WIDTH: Final = 104
HEIGHT: Final = 46


class ColumnHead(QWidget):
    """The head of one column; the inputs and the outputs have no buttons, because the data decides how many there are.

    Attributes
    ----------
    wanted
        With −1 or 1: so many neurons more.
    """

    wanted = Signal(int)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFixedSize(WIDTH, HEIGHT)
        self._title, self._count = "", 0
        self.fewer = IconButton(f"{name}.fewer", "minus", side=24, icon_side=12)
        self.more = IconButton(f"{name}.more", "plus", side=24, icon_side=12)
        self.fewer.clicked.connect(lambda: self.wanted.emit(-1))
        self.more.clicked.connect(lambda: self.wanted.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, HEIGHT - 26, 10, 2)
        row.addWidget(self.fewer)
        row.addStretch(1)
        row.addWidget(self.more)

    def show_column(self, title: str, count: int, *, editable: bool) -> None:
        """Show name and number of neurons."""
        self._title, self._count = title, count
        self.fewer.setVisible(editable)
        self.more.setVisible(editable)
        self.fewer.setEnabled(count > 1)
        self.setAccessibleName(f"{title} {count}")
        self.update()

    def set_words(self, fewer: str, more: str) -> None:
        """Set what the buttons say."""
        self.fewer.set_words(fewer)
        self.more.set_words(more)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        area = QRectF(self.rect())
        painter.setPen(theme.color("text"))
        painter.setFont(font("dense", 600))
        painter.drawText(area.adjusted(0, 2, 0, 0), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self._title)
        painter.setPen(theme.color("text2"))
        painter.setFont(font("dense", 500))
        below = QRectF(0, HEIGHT - 26, WIDTH, 24)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, grouped(self._count))
