"""The editor of the text form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from core.edits import with_ids_of
from core.errors import CoreError, TextFormError
from core.nearest import Suggestion
from core.shapes import Diagnosis, Problem
from core.spec import NetworkSpec
from core.text import PlacedNetwork, PlacingWriter, parse_placed
from workbench.network_text.completing import Completing
from workbench.network_text.offsets import offset_of, position_of
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.translation.core_text import error_text
from workbench.workspace import Workspace

PAUSE: Final = 700
"""Milliseconds after the last key until what was typed is taken."""
_NAME: Final = re.compile(r"\w+")


class TextForm(QPlainTextEdit):
    """The editor. What was typed and can be read is taken after a pause, with Ctrl+Enter, or when the focus leaves.

    Attributes
    ----------
    error
        What cannot be read, if something cannot.
    is_behind
        True while text that cannot be read stands here and the network has been changed elsewhere: neither is lost.
    judged
        After `error`, `is_behind` or `problem` changed.
    """

    judged = Signal()

    def __init__(self, name: str, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFont(font("code"))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.error: CoreError | None = None
        self.is_behind = False
        self._workspace = workspace
        self._shown: NetworkSpec | None = None
        self._writer = PlacingWriter()
        self._typed: PlacedNetwork | None = None
        self._diagnosis: Diagnosis | None = None
        self.completing = Completing(self)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(PAUSE)
        self._clock.timeout.connect(self.take)
        self.textChanged.connect(self._read)
        self.cursorPositionChanged.connect(self._select_at_cursor)
        workspace.selection_changed.connect(self._mark)
        current_theme().changed.connect(self._mark)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_network(self, network: NetworkSpec, diagnosis: Diagnosis | None) -> None:
        """Show another network with its problems, unless it is the one that is being typed.

        Text that cannot be read is kept until the person mends it or lets it go.
        """
        self._diagnosis = diagnosis
        changed = self._shown is None or network.layers != self._shown.layers
        self._shown = network
        if self.error is not None:
            self.is_behind = self.is_behind or changed
        elif changed and (self._typed is None or self._typed.network.layers != network.layers):
            self._show_text(network)
        self._mark()
        self.judged.emit()

    def let_go(self) -> None:
        """Give up text that cannot be read, and show the network again."""
        if self._shown is not None:
            self._show_text(self._shown)
            self._judge(None)

    def _show_text(self, network: NetworkSpec) -> None:
        text, places = self._writer.write(network)
        self._typed = PlacedNetwork(network, places)
        self.is_behind = False
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
        self._judge(None)

    # -- typing -------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        try:
            self._typed = parse_placed(self.toPlainText())
        except CoreError as error:
            self._typed = None
            self._clock.stop()
            self._judge(error)
            return
        self.is_behind = False
        self._judge(None)
        self._clock.start()

    def take(self) -> None:
        """Take what was typed, if it can be read and is another network."""
        self._clock.stop()
        experiment = self._workspace.experiment
        if self._typed is None or self._typed.network.layers == experiment.network.layers:
            return
        network = replace(with_ids_of(self._typed.network, experiment.network), name=experiment.network.name)
        self._shown = network
        self._workspace.apply(replace(experiment, network=network), self.tr("Edit as text"))

    @property
    def suggestion(self) -> str:
        """The name that was probably meant where one is not known, else an empty text."""
        hint = self.error.details.get("hint") if isinstance(self.error, TextFormError) else None
        return hint.name if isinstance(hint, Suggestion) else ""

    def take_suggestion(self) -> None:
        """Write the name that was probably meant in the place of the unknown one."""
        error, name = self.error, self.suggestion
        if not isinstance(error, TextFormError) or not name:
            return
        found = _NAME.search(self.toPlainText(), error.start)
        if found is not None:
            self._stroke(found.start(), found.end()).insertText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.completing.is_open and (enter or event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Tab}):
            event.ignore()  # the list takes it
        elif enter and control:
            self.take()
        elif event.key() == Qt.Key.Key_Space and control:
            self.completing.offer(even_without_a_letter=True)
        else:
            super().keyPressEvent(event)
            if event.text().isprintable() and event.text().strip() and not control:
                self.completing.offer(even_without_a_letter=event.text() == "=")
            elif self.completing.is_open:
                self.completing.offer()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.take()

    # -- marking ------------------------------------------------------------------------------------------------

    @property
    def problem(self) -> Problem | None:
        """The first error of the network that the text says, if the text is the network's."""
        errors = self._diagnosis.errors if self._diagnosis and self._is_the_networks else ()
        return errors[0] if errors else None

    @property
    def _is_the_networks(self) -> bool:
        return self._typed is not None and self._shown is not None and self._typed.network.layers == self._shown.layers

    def _places(self) -> dict[str, tuple[int, int]]:
        """Return where each layer of the network stands in the text; nothing while another one is being typed."""
        if not self._is_the_networks or self._typed is None or self._shown is None:
            return {}
        return {layer.id: place for layer, place in zip(self._shown.walk(), self._typed.places, strict=True)}

    def _select_at_cursor(self) -> None:
        """Select the layer in which the person has put the cursor."""
        if not self.hasFocus():
            return
        at = offset_of(self.toPlainText(), self.textCursor().position())
        around = [(end - start, layer) for layer, (start, end) in self._places().items() if start <= at <= end]
        if around:
            self._workspace.select(min(around)[1])

    def _judge(self, error: CoreError | None) -> None:
        self.error = error
        if bool(self.property("invalid")) != (error is not None):
            self.setProperty("invalid", error is not None)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setAccessibleDescription(error_text(error) if error is not None else "")
        self._mark()
        self.judged.emit()

    def _mark(self) -> None:
        """Light the selected layer, and underline what cannot be read or does not fit."""
        if not self.isVisible():
            return
        wanted = self._workspace.selection or self.error is not None or (self._diagnosis and self._diagnosis.errors)
        places = self._places() if wanted else {}
        marks = []
        if self._workspace.selection in places:
            lit = QTextCharFormat()
            lit.setBackground(current_theme().color("wash"))
            marks.append(self._marked(*places[self._workspace.selection], lit))
        marks += [self._marked(*place, self._wave()) for place in self._faults(places)]
        self.setExtraSelections(marks)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._mark()

    def _faults(self, places: dict[str, tuple[int, int]]) -> Iterator[tuple[int, int]]:
        if isinstance(self.error, TextFormError):
            yield self.error.start, self.error.end
        for problem in self._diagnosis.errors if self._diagnosis else ():
            if problem.layer_id in places:
                start, _ = places[problem.layer_id]
                name = _NAME.match(self.toPlainText(), start)
                yield start, name.end() if name else start + 1

    def _wave(self) -> QTextCharFormat:
        shape = QTextCharFormat()
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        shape.setUnderlineColor(current_theme().color("error"))
        shape.setBackground(current_theme().color("error_wash"))
        return shape

    def _marked(self, start: int, end: int, shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self._stroke(start, end)
        mark.format = shape
        return mark

    def _stroke(self, start: int, end: int) -> QTextCursor:
        """Return a cursor over some characters."""
        text = self.toPlainText()
        cursor = QTextCursor(self.document())
        cursor.setPosition(position_of(text, min(start, len(text))))
        cursor.setPosition(position_of(text, min(end, len(text))), QTextCursor.MoveMode.KeepAnchor)
        return cursor
