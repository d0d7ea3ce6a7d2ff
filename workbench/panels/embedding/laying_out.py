"""A layout that takes seconds, in a thread of its own: the probe worker has other panels to answer meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from core.arrays import Array
from core.probes.embedding import Method
from core.training.frame import Frame

LayOut = Callable[[Array, Method, int], Array]

LEAST_REST: Final = 0.7
"""Seconds between two layouts while a network trains; after a long one as long as it took."""


@dataclass(frozen=True)
class Task:
    """What is laid out.

    Parameters
    ----------
    frame
        The moment.
    method
        How.
    features
        The last hidden layer for every sample, ``(N, D)``.
    said
        What the network takes each sample for, ``(N,)``.
    """

    frame: Frame
    method: Method
    features: Array
    said: Array


class LayingOut(QObject):
    """Lays out one thing at a time, and of those that wait only the latest.

    Attributes
    ----------
    done
        With the task and its points, ``(N, 2)``.
    failed
        With the task and the exception.
    """

    done = Signal(object, object)
    failed = Signal(object, object)
    _ended = Signal(object, object, float)

    def __init__(self, lay_out: LayOut, parent: QObject) -> None:
        super().__init__(parent)
        self._lay_out = lay_out
        self._thread: threading.Thread | None = None
        self._next: Task | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._go_on)
        self._ended.connect(self._end)

    @property
    def is_busy(self) -> bool:
        """Whether something is being laid out."""
        return self._thread is not None

    def ask(self, task: Task, *, at_once: bool) -> None:
        """Lay this out next; unless `at_once`, after a rest."""
        self._next = task
        if at_once:
            self._rest.stop()
        if self._thread is None and not self._rest.isActive():
            self._go_on()

    def give_up(self) -> None:
        """Forget what waits; what is under way ends without being told."""
        self._next = None
        self._rest.stop()

    def _go_on(self) -> None:
        if self._next is not None:
            task, self._next = self._next, None
            self._thread = threading.Thread(target=self._work, args=(task,), name="layout", daemon=True)
            self._thread.start()

    def _work(self, task: Task) -> None:
        began = time.monotonic()
        try:
            found: object = self._lay_out(task.features, task.method, task.frame.experiment.seed)
        except Exception as error:  # noqa: BLE001 - told to the person by the panel
            found = error
        if isValid(self):
            self._ended.emit(task, found, time.monotonic() - began)

    def _end(self, task: Task, found: object, seconds: float) -> None:
        self._thread = None
        self._rest.start(round(1000 * max(LEAST_REST, seconds)))
        (self.failed if isinstance(found, Exception) else self.done).emit(task, found)
