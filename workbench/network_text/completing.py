"""The list that opens while a network is typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit

from core.text.completion import Completion, completions
from workbench.network_text.offsets import offset_of, position_of
from workbench.theme.fonts import font
from workbench.translation.core_text import translate_core

MOST_ROWS: Final = 9
WIDEST: Final = 460
"""Pixels."""


class Completing(QObject):
    """Offers layers, settings and values at the cursor. Enter or Tab takes one, Escape closes the list."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._found = Completion(0, ())
        self._model = QStandardItemModel(self)
        self._list = QCompleter(self._model, self)
        self._list.setWidget(editor)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(MOST_ROWS)
        self._popup = QListView()
        self._popup.setObjectName(f"{editor.objectName()}.completion")
        self._popup.setFont(font("dense"))
        self._popup.setProperty("completion", True)
        self._popup.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setPopup(self._popup)
        self._popup.installEventFilter(self)
        self._list.activated[QModelIndex].connect(self._take)  # type: ignore[index]

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._popup.isVisible()

    @property
    def offered(self) -> list[str]:
        """What the list shows."""
        return [word.text for word in self._found.words]

    def offer(self, *, even_without_a_letter: bool = False) -> None:
        """Open the list for what stands before the cursor, or close it."""
        cursor = self._editor.textCursor()
        text = self._editor.toPlainText()
        at = offset_of(text, cursor.position())
        self._found = completions(text, at)
        typed = text[self._found.start : at]
        complete = [word.text for word in self._found.words] == [typed]
        if not self._found.words or complete or not (typed or even_without_a_letter):
            self._popup.hide()
            return
        self._model.clear()
        for word in self._found.words:
            help_ = translate_core(word.help)
            item = QStandardItem(f"{word.text}   {help_}" if help_ else word.text)
            item.setToolTip(help_)
            self._model.appendRow(item)
        self._popup.setAccessibleName(self.tr("What could be typed here"))
        spot = self._editor.cursorRect()
        spot.setWidth(min(WIDEST, self._editor.width()))
        self._list.complete(spot)
        self._popup.setCurrentIndex(self._list.completionModel().index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            self._take(self._popup.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _take(self, index: QModelIndex) -> None:
        """Put the chosen word in the place of what was typed of it."""
        self._popup.hide()
        if not 0 <= index.row() < len(self._found.words):
            return
        cursor = self._editor.textCursor()
        end = cursor.position()
        cursor.setPosition(position_of(self._editor.toPlainText(), self._found.start))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        word = self._found.words[index.row()].text
        cursor.insertText(word)
        self._editor.setTextCursor(cursor)
        if word.endswith("="):
            self.offer(even_without_a_letter=True)
