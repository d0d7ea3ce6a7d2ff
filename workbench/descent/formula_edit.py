"""A field for a typed formula that marks the character at which it stops making sense."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSignalBlocker, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QWidget

from core.errors import ExpressionError
from core.expressions import parse_expression
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.translation.core_text import error_text


class FormulaEdit(QLineEdit):
    """A formula, judged at every key.

    Attributes
    ----------
    typed
        With a formula that makes sense, while it is typed.
    judged
        With what is wrong, or "".
    """

    typed = Signal(str)
    judged = Signal(str)

    def __init__(self, name: str, variables: tuple[str, ...] = ("x", "y"), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFont(font("code"))
        self.setMaxLength(1000)
        self._variables = variables
        self._mistake: ExpressionError | None = None
        self.setProperty("invalid", False)
        self.textEdited.connect(self._edited)

    def set_formula(self, text: str) -> None:
        """Show a formula without telling it; what the person is typing stays while it means the same."""
        if text != self.text():
            with QSignalBlocker(self):
                self.setText(text)
                self.setCursorPosition(0)
        self._judge(None)

    def _edited(self, text: str) -> None:
        try:
            parse_expression(text, self._variables)
        except ExpressionError as error:
            self._judge(error)
        else:
            self._judge(None)
            self.typed.emit(text)

    def _judge(self, mistake: ExpressionError | None) -> None:
        before, self._mistake = self._mistake, mistake
        words = error_text(mistake) if mistake is not None else ""
        self.setAccessibleDescription(words)
        if (before is None) != (mistake is None):
            self.setProperty("invalid", mistake is not None)
            self.style().unpolish(self)
            self.style().polish(self)
        self.judged.emit(words)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.editingFinished.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._mistake is None:
            return
        metrics = QFontMetricsF(self.font())
        text = self.text()
        # The cursor says how far the text is scrolled.
        zero = self.cursorRect().center().x() - metrics.horizontalAdvance(text[: self.cursorPosition()])
        begin = zero + metrics.horizontalAdvance(text[: self._mistake.start])
        end = max(begin + 6, zero + metrics.horizontalAdvance(text[: self._mistake.end]))
        y = self.height() / 2 + metrics.height() / 2 - 1
        count = max(2, int((end - begin) / 3))
        wave = QPolygonF([QPointF(begin + i * (end - begin) / count, y + (2 if i % 2 else 0)) for i in range(count + 1)])
        painter = QPainter(self)
        painter.setClipRect(self.rect().adjusted(3, 0, -3, 0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_theme().color("error"), 1.4))
        painter.drawPolyline(wave)
