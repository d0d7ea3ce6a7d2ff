"""Filming: pictures are taken on the window's thread, one at a time between its other work, and written on another."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from core.arrays import Array
from core.errors import CoreError
from workbench.film.scene import Scene
from workbench.film.writing import Timing, write_film

WAITING: Final = 4
"""So many pictures may wait to be written."""

PATIENCE: Final = 5.0
"""Seconds after which a moment is filmed as far as it is ready."""


class BrokenOffError(Exception):
    """The person ended the filming."""


class Recorder(QObject):
    """Films a scene into a file.

    Attributes
    ----------
    progressed
        With the share of the moments that are filmed.
    ended
        With the path once the film is there, with the exception if it could not be written, or with None if it was
        broken off.
    """

    progressed = Signal(float)
    ended = Signal(object)
    _written = Signal(object)

    def __init__(self, scene: Scene, path: Path, timing: Timing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene, self._path, self._timing = scene, path, timing
        self._next, self._asked = 0, 0.0
        self._taken: Array | None = None
        self._waiting: queue.Queue[Array | None] = queue.Queue(WAITING)
        self._broken_off = threading.Event()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)
        self._thread = threading.Thread(target=self._write, name="film", daemon=True)
        self._written.connect(self._end)

    def start(self) -> None:
        """Begin; `ended` comes once."""
        self._thread.start()
        self._ask()
        self._clock.start()

    def break_off(self) -> None:
        """End without a film."""
        self._broken_off.set()

    def _ask(self) -> None:
        self._scene.show(self._scene.moments[self._next])
        self._asked = time.monotonic()

    def _tick(self) -> None:
        try:
            if self._next == len(self._scene.moments):
                self._waiting.put_nowait(None)
                self._clock.stop()
                return
            if self._taken is None:
                if not self._scene.is_ready() and time.monotonic() - self._asked < PATIENCE:
                    return
                self._taken = self._scene.picture()
            self._waiting.put_nowait(self._taken)
        except queue.Full:  # the next tick tries again
            return
        self._taken = None
        self._next += 1
        self.progressed.emit(self._next / len(self._scene.moments))
        if self._next < len(self._scene.moments):
            self._ask()

    def _pictures(self) -> Iterator[Array]:
        while True:
            if self._broken_off.is_set() or not isValid(self):
                raise BrokenOffError
            try:
                picture = self._waiting.get(timeout=0.05)
            except queue.Empty:
                continue
            if picture is None:
                return
            yield picture

    def _write(self) -> None:
        outcome: object = self._path
        try:
            write_film(self._path, self._pictures(), self._timing)
        except BrokenOffError:
            outcome = None
        except (CoreError, OSError, ValueError, MemoryError) as error:
            outcome = error
        if isValid(self):
            self._written.emit(outcome)

    def _end(self, outcome: object) -> None:
        self._clock.stop()
        self._thread.join()
        self._scene.end()
        self.ended.emit(outcome)
