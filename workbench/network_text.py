"""The network as text, to read, copy and type. What cannot be read is marked where it stands and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from core.edits import with_ids_of
from core.errors import CoreError, TextFormError
from core.experiment import Experiment
from core.spec import NetworkSpec
from core.text import network_text, parse_network
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.translation.core_text import error_text
from workbench.widgets.buttons import Button
from workbench.widgets.labels import Label
from workbench.workspace import Workspace

PAUSE: Final = 700
"""Milliseconds after the last key until what was typed is taken."""


class TextForm(QPlainTextEdit):
    """The editor. What was typed and can be read is taken after a pause, with Ctrl+Enter, or when the focus leaves."""

    def __init__(self, name: str, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFont(font("code"))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.error: CoreError | None = None
        self._workspace = workspace
        self._shown: NetworkSpec | None = None
        self._typed: NetworkSpec | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(PAUSE)
        self._clock.timeout.connect(self.take)
        self.textChanged.connect(self._read)
        current_theme().changed.connect(self._mark)

    def show_network(self, network: NetworkSpec) -> None:
        """Show another network, unless it is the one that is being typed."""
        if self._shown is not None and network.layers == self._shown.layers:
            return
        self._shown = network
        if self._typed is not None and self._typed.layers == network.layers:
            return
        self._typed = network
        text = network_text(network, multiline=True)
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
        self._judge(None)

    def _read(self) -> None:
        try:
            self._typed = parse_network(self.toPlainText())
        except CoreError as error:
            self._typed = None
            self._clock.stop()
            self._judge(error)
            return
        self._judge(None)
        self._clock.start()

    def take(self) -> None:
        """Take what was typed, if it can be read and is another network."""
        self._clock.stop()
        experiment = self._workspace.experiment
        if self._typed is None or self._typed.layers == experiment.network.layers:
            return
        self._shown = self._typed
        network = replace(with_ids_of(self._typed, experiment.network), name=experiment.network.name)
        self._workspace.apply(replace(experiment, network=network), self.tr("Edit as text"))

    def _judge(self, error: CoreError | None) -> None:
        self.error = error
        if bool(self.property("invalid")) != (error is not None):
            self.setProperty("invalid", error is not None)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setAccessibleDescription(error_text(error) if error is not None else "")
        self._mark()

    def _mark(self) -> None:
        """Underline the characters that cannot be read."""
        marks = []
        if isinstance(self.error, TextFormError):
            mark = QTextEdit.ExtraSelection()
            shape = QTextCharFormat()
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            shape.setUnderlineColor(current_theme().color("error"))
            shape.setBackground(current_theme().color("error_wash"))
            length = max(0, self.document().characterCount() - 1)
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(self.error.start, length))
            cursor.setPosition(min(self.error.end, length), QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format = shape
            marks.append(mark)
        self.setExtraSelections(marks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.take()


class NetworkText(QWidget):
    """The editor with the sentence for a mistake, and a button to copy."""

    def __init__(self, name: str, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = TextForm(f"{name}.editor", workspace)
        self._trouble = Label(size="caption", tone="error", wrap=True)
        self._trouble.setObjectName(f"{name}.trouble")
        self._trouble.hide()
        self._copy = Button(f"{name}.copy")
        row = QHBoxLayout()
        row.addWidget(self._copy)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self._trouble)
        layout.addLayout(row)
        self.editor.textChanged.connect(self._say)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.editor.toPlainText()))
        self.retranslate()

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the network of another experiment."""
        self.editor.show_network(experiment.network)
        self._say()

    def _say(self) -> None:
        error = self.editor.error
        self._trouble.setText(error_text(error) if error is not None else "")
        self._trouble.setVisible(error is not None)

    def retranslate(self) -> None:
        """Set the words anew."""
        self.editor.setAccessibleName(self.tr("The network as text"))
        self._copy.setText(self.tr("Copy text"))
        self._copy.setAccessibleName(self.tr("Copy text"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
