"""A short word over the stack on why something is not done; it goes with the next act."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QLabel, QWidget

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme

LEAST: int = 240


class Remark(QLabel):
    """A label on a dashed ground that keeps inside its parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setObjectName("stack.remark")
        self.setFont(font("dense"))
        self.setWordWrap(True)
        self.hide()

    def say(self, words: str, over: QRectF) -> None:
        """Show words over an area of the parent."""
        theme, room = current_theme(), self._around.rect()
        self.setStyleSheet(
            f"background: {theme.css('hover')}; color: {theme.css('text')};"
            f"border: 1px dashed {theme.css('axis')}; border-radius: 4px; padding: 2px 8px;"
        )
        self.setText(words)
        self.setAccessibleName(words)
        wide = round(min(max(over.width(), LEAST), room.width() - 8))
        high = self.heightForWidth(wide)
        left = min(max(4, round(over.center().x() - wide / 2)), room.width() - wide - 4)
        top = min(round(over.center().y() - high / 2), room.height() - high)
        self.setGeometry(QRect(left, top, wide, high))
        self.show()
        self.raise_()
