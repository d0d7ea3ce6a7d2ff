"""Python source code to read and to edit: coloured, with some of its lines lit."""

from __future__ import annotations

import keyword
import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme

_TOKEN: Final = re.compile(
    r"""(?P<comment>\#.*) | (?P<block>\"{3}) | (?P<string>f?\"(?:[^"\\]|\\.)*\" | f?'(?:[^'\\]|\\.)*')
      | (?P<number>\b\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?\b)
      | (?P<named>(?<=\bclass\s)\w+ | (?<=\bdef\s)\w+) | (?P<word>[^\W\d]\w*)""",
    re.VERBOSE,
)
_TOKENS: Final = {
    "comment": "text2",
    "string": "ok",
    "block": "ok",
    "number": "warn",
    "named": "family_container",
    "word": "accent",
}
"""The colour of each sort of word; of plain words only keywords are coloured."""
LINES_AROUND: Final = 6
"""So many lines above one that is brought into sight can be seen, too."""
OUTSIDE, INSIDE = 0, 1
"""Whether a line ends within a text in three quotes."""


class PythonColours(QSyntaxHighlighter):
    """Colours keywords, texts, numbers, comments, and the names of what is defined."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}
        self._choose()
        current_theme().changed.connect(self._theme_changed)

    def _choose(self) -> None:
        for sort, token in _TOKENS.items():
            shape = QTextCharFormat()
            shape.setForeground(current_theme().color(token))
            self._formats[sort] = shape

    def _theme_changed(self) -> None:
        self._choose()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        at = 0
        if self.previousBlockState() == INSIDE:
            at = self._quoted(text, 0, 0)
        else:
            self.setCurrentBlockState(OUTSIDE)
        while at < len(text):
            found = _TOKEN.search(text, at)
            if found is None:
                return
            sort = found.lastgroup or ""
            if sort == "block":
                at = self._quoted(text, found.start(), found.end())
                continue
            if sort != "word" or keyword.iskeyword(found.group()):
                self.setFormat(found.start(), found.end() - found.start(), self._formats[sort])
            at = found.end()

    def _quoted(self, text: str, start: int, search: int) -> int:
        """Colour a text in three quotes from `start`; return where it ends in this line."""
        end = text.find('"""', search)
        self.setCurrentBlockState(INSIDE if end < 0 else OUTSIDE)
        stop = len(text) if end < 0 else end + 3
        self.setFormat(start, stop - start, self._formats["block"])
        return stop


class CodeView(QPlainTextEdit):
    """Shows source code; a new text keeps what is the same in its place, so that the eye does not lose it.

    Attributes
    ----------
    line_pressed
        With the line that was clicked, from 0.
    typed
        After a person has changed the text.
    taken
        When the person is done with it: with Ctrl+Enter, or when the focus leaves.
    """

    line_pressed = Signal(int)
    typed = Signal()
    taken = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFont(font("code"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self._colours = PythonColours(self.document())
        self._lit: tuple[tuple[int, int, str], ...] = ()
        self._fault: tuple[int, int] | None = None
        self._shows = False
        self.textChanged.connect(self._changed)
        current_theme().changed.connect(self._light)

    def show_code(self, text: str) -> None:
        """Show another text: only the lines that differ are exchanged, and the cursor stays in its line."""
        line, column = self.textCursor().blockNumber(), self.textCursor().positionInBlock()
        scrolled = self.verticalScrollBar().value()
        self._shows = True
        changed = self._exchange(text)
        self._shows = False
        self.document().clearUndoRedoStacks()
        if changed and self.hasFocus():
            block = self.document().findBlockByNumber(min(line, self.document().blockCount() - 1))
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + min(column, block.length() - 1))
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(scrolled)

    def _exchange(self, text: str) -> bool:
        """Put another text in the place of this one; return whether it is another."""
        old, new = self.toPlainText().split("\n"), text.split("\n")
        head = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        most = min(len(old), len(new)) - head
        pairs = zip(reversed(old), reversed(new), strict=False)
        tail = next((n for n, (a, b) in enumerate(pairs) if a != b or n == most), most)
        if head == len(old) == len(new):
            return False
        if head == 0 or tail == 0:
            self.setPlainText(text)
            return True
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.document().findBlockByNumber(head - 1).position() + len(old[head - 1]))
        last = self.document().findBlockByNumber(len(old) - tail)
        cursor.setPosition(last.position(), QTextCursor.MoveMode.KeepAnchor)
        middle = "".join(f"\n{line}" for line in new[head : len(new) - tail])
        cursor.insertText(f"{middle}\n")
        return True

    def _changed(self) -> None:
        if not self._shows:
            self._lit = ()
            self._fault = None
            self._light()
            self.typed.emit()

    def replace(self, start: int, end: int, words: str) -> None:
        """Write something in the place of some characters, as if it were typed."""
        cursor = self._stroke(start, end)
        cursor.insertText(words)

    def mark(self, fault: tuple[int, int] | None) -> None:
        """Underline what cannot be read, between two positions, and bring it into sight; None takes the mark away."""
        if fault == self._fault:
            return
        self._fault = fault
        self._light()
        if fault is not None and not self._sees(self._stroke(fault[0], fault[0])):
            self.look_at(max(0, self.document().findBlock(fault[0]).blockNumber() - LINES_AROUND))

    def _stroke(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _sees(self, cursor: QTextCursor) -> bool:
        return self.viewport().rect().contains(self.cursorRect(cursor))

    def light(self, lines: Sequence[tuple[int, int, str]], look_at: int = -1) -> None:
        """Put a colour, given as a token, behind ranges of lines, and bring one line into sight."""
        self._lit = tuple(lines)
        self._light()
        if look_at >= 0:
            cursor = QTextCursor(self.document().findBlockByNumber(look_at))
            in_sight = self._sees(cursor)
            if not self.hasFocus():
                self.setTextCursor(cursor)
            if not in_sight:
                self.look_at(max(0, look_at - LINES_AROUND))

    def look_at(self, line: int) -> None:
        """Bring a line to the top."""
        self.verticalScrollBar().setValue(line)

    @property
    def lit_lines(self) -> set[int]:
        """The lines with a colour behind them."""
        return {line for first, last, _ in self._lit for line in range(first, last + 1)}

    def _light(self) -> None:
        marks = []
        for first, last, token in self._lit:
            shape = QTextCharFormat()
            shape.setBackground(current_theme().color(token))
            shape.setProperty(int(QTextFormat.Property.FullWidthSelection), True)
            for line in range(first, last + 1):
                mark = QTextEdit.ExtraSelection()
                mark.format = shape
                mark.cursor = QTextCursor(self.document().findBlockByNumber(line))
                marks.append(mark)
        if self._fault is not None:
            shape = QTextCharFormat()
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            shape.setUnderlineColor(current_theme().color("error"))
            shape.setBackground(current_theme().color("error_wash"))
            mark = QTextEdit.ExtraSelection()
            mark.format = shape
            mark.cursor = self._stroke(*self._fault)
            marks.append(mark)
        self.setExtraSelections(marks)

    # -- typing -------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Where nothing was typed here, Ctrl+Z belongs to the document.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            if undo or (event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.taken.emit()
        else:
            line = self.textCursor().block().text()[: self.textCursor().positionInBlock()]
            self.textCursor().insertText("\n" + " " * (len(line) - len(line.lstrip(" "))))
            self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.taken.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.line_pressed.emit(self.cursorForPosition(event.position().toPoint()).blockNumber())
