"""Text that changes with every move of the mouse, without asking the whole window for another layout each time."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.theme.fonts import Size, font
from workbench.theme.theme import current_theme


class LiveText(QWidget):
    """Rich text in lines. It takes more room when it needs it, and keeps it: text that jumps cannot be read.

    Parameters
    ----------
    tone
        Token of the colour.
    ground
        Token of the colour behind it, painted so that nothing behind has to be.
    dense_below
        Narrower than this it is set in the dense size.
    """

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        size: Size = "body",
        tone: str = "text",
        ground: str = "panel",
        dense_below: int = 0,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._tone, self._ground = tone, ground
        self._size: Size = size
        self._dense_below = dense_below
        self._html = ""
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(font(size))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ceil(self._document.size().height()))
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def text(self) -> str:
        """Return what stands here, as rich text."""
        return self._html

    def set_text(self, html: str) -> None:
        """Show another rich text."""
        if html != self._html:
            self._html = html
            self._document.setHtml(html)
            self.setAccessibleName(self._document.toPlainText())
            self._fit(self.height())
            self.update()

    def _fit(self, least: int) -> None:
        self._document.setTextWidth(self.width())
        needed = max(least, ceil(self._document.size().height()))
        if needed != self.height():
            self.setFixedHeight(needed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._document.setDefaultFont(font("dense" if self.width() < self._dense_below else self._size))
            self._fit(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(event.rect(), theme.color(self._ground))
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, theme.color(self._tone))
        context.palette = palette
        self._document.documentLayout().draw(painter, context)
