"""Several heavy questions that belong together, asked one after another, and not again before one has rested.

A panel that needs half a second of the worker for one moment must not ask anew with every frame, or training would
share its processor with it all the time. What was asked last is never forgotten, only put off.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.training.probe_worker import Probe, ProbeWorker, Question

REST_MILLISECONDS: Final = 700


class Rounds(QObject):
    """Asks questions by name.

    Attributes
    ----------
    answered
        With the name and what the question returned; a question of a round that was given up is never answered.
    failed
        With the name and the exception instead.
    finished
        When every question of a round was answered.
    """

    answered = Signal(str, object)
    failed = Signal(str, object)
    finished = Signal()

    def __init__(self, worker: ProbeWorker, parent: QObject) -> None:
        super().__init__(parent)
        self._probe = Probe(worker, self)
        self._probe.answered.connect(self._answered)
        self._left: dict[str, Question] = {}
        self._next: Mapping[str, Question] | None = None
        self._round = 0
        self._asking = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self._rested)

    @property
    def is_busy(self) -> bool:
        """Whether a question is open."""
        return self._asking

    def begin(self, questions: Mapping[str, Question], *, at_once: bool) -> None:
        """Ask a round of questions; unless `at_once`, after the present round and a rest."""
        if (self._asking or self._rest.isActive()) and not at_once:
            self._next = questions
            return
        self._next = None
        self._rest.stop()
        self._round += 1
        self._left = dict(questions)
        self._ask_one()

    def give_up(self) -> None:
        """Forget what was asked."""
        self._round += 1
        self._left, self._next, self._asking = {}, None, False
        self._rest.stop()

    def _ask_one(self) -> None:
        number = self._round
        self._asking = bool(self._left)
        if not self._left:
            self._rest.start()
            self.finished.emit()
            return
        name = next(iter(self._left))
        question = self._left.pop(name)

        def ask(networks: object) -> tuple[int, str, object]:
            try:
                return number, name, question(networks)  # type: ignore[arg-type]
            except Exception as error:  # noqa: BLE001 - the other questions of the round still count
                return number, name, error

        self._probe.ask(ask)

    def _answered(self, answer: tuple[int, str, object]) -> None:
        number, name, found = answer
        if number != self._round:
            return
        if isinstance(found, Exception):
            self.failed.emit(name, found)
        else:
            self.answered.emit(name, found)
        if number == self._round:  # nobody began another round meanwhile
            self._ask_one()

    def _rested(self) -> None:
        if self._next is not None:
            self.begin(self._next, at_once=True)
