"""The thread that answers heavy questions: one at a time, and of each asker only the latest.

A panel that asks thirty times a second while an answer takes a tenth gets ten answers, each to the newest question
at that time, and never a queue.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from core.probes.frame_network import FrameNetwork

Question = Callable[[FrameNetwork], object]


class Probe(QObject):
    """One asker. Keep one per kind of question; asking again replaces a question that has not begun.

    Parameters
    ----------
    prompt
        Whether its answers are shown as soon as they come, also while a network trains. For quick questions that are
        asked once for each frame or movement of the hand: what such an answer costs to draw, the next frame waits for.

    Attributes
    ----------
    answered
        Emitted in the window's thread with what the question returned.
    failed
        Emitted instead with the exception.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: ProbeWorker, parent: QObject, *, prompt: bool = False) -> None:
        super().__init__(parent)
        self._worker = worker
        self.prompt = prompt

    def ask(self, question: Question) -> None:
        """Have a question answered; it gets the worker's network for frames and must touch no widget."""
        self._worker.enqueue(self, question)


class ProbeWorker(QObject):
    """One thread for all probes of a window.

    Attributes
    ----------
    held
        True to keep answers until `deliver` is called: while a network trains they are shown with the frames.
    prompt_answer
        Emitted in the window's thread when answers are held among which is a prompt one; for `deliver_prompt`.
    """

    prompt_answer = Signal()
    _ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions: OrderedDict[ref[Probe], Question] = OrderedDict()
        self._answers: deque[tuple[ref[Probe], object, Exception | None]] = deque()
        self._wake = threading.Condition()
        self._closed = self._busy = False
        self.held = False
        self._ready.connect(self._deliver_at_once)
        self._thread = threading.Thread(target=self._work, name="probes", daemon=True)
        self._thread.start()

    def enqueue(self, probe: Probe, question: Question) -> None:
        """Take the latest question of a probe."""
        with self._wake:
            self._questions[ref(probe)] = question
            self._wake.notify()

    def close(self, timeout: float = 3.0) -> bool:
        """End the thread and say whether it ended in time."""
        with self._wake:
            self._closed = True
            self._questions.clear()
            self._wake.notify()
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _work(self) -> None:
        networks = FrameNetwork()
        while True:
            with self._wake:
                while not self._questions and not self._closed:
                    self._wake.wait()
                if self._closed:
                    return
                probe, question = self._questions.popitem(last=False)
                self._busy = True
            answer: object = None
            error: Exception | None = None
            try:
                answer = question(networks)
            except Exception as raised:  # noqa: BLE001 - the asker decides what a failed question means
                error = raised
            self._hand_over(probe, answer, error)

    def _hand_over(self, probe: ref[Probe], answer: object, error: Exception | None) -> None:
        with self._wake:
            self._busy = False
            if not self._closed:
                self._answers.append((probe, answer, error))
                self._ready.emit()

    def _deliver_at_once(self) -> None:
        if not self.held:
            self.deliver()
            return
        with self._wake:
            is_prompt = any(_is_prompt(probe) for probe, _, _ in self._answers)
        if is_prompt:
            self.prompt_answer.emit()

    @property
    def has_answers(self) -> bool:
        """Whether answers wait to be delivered."""
        return bool(self._answers)

    @property
    def is_idle(self) -> bool:
        """Whether every question so far is answered and every answer delivered."""
        with self._wake:
            return not (self._questions or self._busy or self._answers)

    def deliver(self) -> None:
        """Hand the answers so far to their probes; for the window's thread."""
        while self._answers:
            _tell(*self._answers.popleft())

    def deliver_prompt(self) -> None:
        """Hand over only the answers that do not wait, and leave the others in their order."""
        with self._wake:
            answers = list(self._answers)
            self._answers = deque(each for each in answers if not _is_prompt(each[0]))
        for answer in answers:
            if _is_prompt(answer[0]):
                _tell(*answer)


def _is_prompt(asker: ref[Probe]) -> bool:
    probe = asker()
    return probe is not None and probe.prompt


def _tell(asker: ref[Probe], answer: object, error: Exception | None) -> None:
    """Give an answer to its probe, if there still is one."""
    probe = asker()
    if probe is None or not isValid(probe):
        return
    if error is not None:
        probe.failed.emit(error)
    else:
        probe.answered.emit(answer)
