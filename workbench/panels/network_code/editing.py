"""What a person types into the code: read a moment later in the probes' thread, and taken or marked at its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import CoreError, TextFormError
from core.files.code.reading import Origin, read_code
from core.nearest import Suggestion
from core.spec import NetworkSpec
from workbench.network_text.offsets import position_of
from workbench.training.probe_worker import Probe
from workbench.widgets.code_view import CodeView
from workbench.workspace import Workspace

PAUSE: Final = 700
"""Milliseconds after the last key until what was typed is read."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the reading of a text came to: a network, or why there is none."""

    text: str
    outcome: NetworkSpec | CoreError


class CodeEditing(QObject):
    """Follows the typing in a code view.

    Attributes
    ----------
    error
        What cannot be read, if something cannot.
    is_behind
        True while typed text stands here and the network has been changed elsewhere: neither is lost.
    judged
        After something was typed, read or given up.
    """

    judged = Signal()

    def __init__(self, view: CodeView, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.error: CoreError | None = None
        self.is_behind = False
        self._view, self._workspace = view, workspace
        self._origin: Origin | None = None
        self._written = ""
        self._reading = Probe(workspace.probes, self)
        self._reading.answered.connect(self._take)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(PAUSE)
        self._clock.timeout.connect(self.read)
        view.typed.connect(self._typed)
        view.taken.connect(self.read)

    @property
    def is_typed(self) -> bool:
        """Whether something else stands there than what was written."""
        return self._origin is not None and self._view.toPlainText() != self._written

    def begin(self, text: str, origin: Origin) -> None:
        """Show code that was written; nothing of it is typed yet."""
        self._clock.stop()
        self._written, self._origin = text, origin
        self.is_behind = False
        self._view.show_code(text)
        self._judge(None)

    def stop(self) -> None:
        """Take nothing until code is shown again."""
        self._clock.stop()
        self._origin = None

    def keep(self) -> None:
        """Note that the network has been changed elsewhere while something typed stands here."""
        self.is_behind = True
        self.judged.emit()

    def read(self) -> None:
        """Have what was typed read now."""
        self._clock.stop()
        if self.is_typed and self._origin is not None:
            self._reading.ask(partial(_read, self._view.toPlainText(), self._origin))

    @property
    def suggestion(self) -> str:
        """The name that was probably meant where one is not known, else an empty text."""
        hint = self.error.details.get("hint") if isinstance(self.error, TextFormError) else None
        return hint.name if isinstance(hint, Suggestion) else ""

    def take_suggestion(self) -> None:
        """Write the name that was probably meant in the place of the unknown one."""
        if isinstance(self.error, TextFormError) and self.suggestion:
            self._view.replace(*self._positions(self.error), self.suggestion)
            self.read()

    def _typed(self) -> None:
        self._judge(None)
        self._clock.start()

    def _take(self, read: Read) -> None:
        if read.text != self._view.toPlainText():
            return  # it was typed on meanwhile
        if isinstance(read.outcome, CoreError):
            self._judge(read.outcome)
            return
        experiment = self._workspace.experiment
        if read.outcome.layers == experiment.network.layers:
            self._view.show_code(self._written)
            self._judge(None)
            return
        self._written = read.text  # it stays until the code is written anew
        network = replace(read.outcome, name=experiment.network.name)
        self._workspace.apply(replace(experiment, network=network), self.tr("Edit as code"))

    def _judge(self, error: CoreError | None) -> None:
        self.error = error
        self._view.mark(self._positions(error) if isinstance(error, TextFormError) else None)
        self.judged.emit()

    def _positions(self, error: TextFormError) -> tuple[int, int]:
        text = self._view.toPlainText()
        return position_of(text, min(error.start, len(text))), position_of(text, min(error.end, len(text)))


def _read(text: str, origin: Origin, _networks: object) -> Read:
    try:
        return Read(text, read_code(text, origin))
    except CoreError as error:
        return Read(text, error)
