"""A download in a thread of its own; the window looks how far it is, ten times a second."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.datasets.base import Cancelled
from core.datasets.catalogue import RemoteSet, download_set

POLL: Final = 100
CERTAIN: Final = 0.02
"""From this share on the time that is left is told."""


class _Fetch:
    """What the thread does and notes; it touches no widget."""

    def __init__(self, remote: RemoteSet, folder: Path) -> None:
        self.remote, self.folder = remote, folder
        self.share = 0.0
        self.cancelled = False
        self.error: Exception | None = None
        self.began = time.monotonic()
        self.thread = threading.Thread(target=self._work, name="download", daemon=True)

    def _work(self) -> None:
        try:
            download_set(self.remote, self.folder, self._advance)
        except Exception as error:  # noqa: BLE001 - told to the person by the window
            self.error = error

    def _advance(self, share: float) -> None:
        if self.cancelled:
            raise Cancelled
        self.share = share

    def seconds_left(self) -> float:
        if self.share < CERTAIN:
            return float("nan")
        return (time.monotonic() - self.began) * (1 - self.share) / self.share


class Downloading(QObject):
    """Fetches one set at a time.

    Attributes
    ----------
    progressed
        With the share that is done and the seconds that are left, NaN while unknown.
    finished
        When all files are there and right.
    failed
        With the error; `Cancelled` after `cancel`.
    """

    progressed = Signal(float, float)
    finished = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._fetch: _Fetch | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(POLL)
        self._poll.timeout.connect(self._look)

    @property
    def remote(self) -> RemoteSet | None:
        """What is being fetched, None while nothing is."""
        return self._fetch.remote if self._fetch is not None else None

    def start(self, remote: RemoteSet, folder: Path) -> None:
        """Begin to fetch; what came in an earlier try is taken up again."""
        if self._fetch is None:
            self._fetch = _Fetch(remote, folder)
            self._fetch.thread.start()
            self._poll.start()

    def cancel(self) -> None:
        """Stop after the present piece; `failed` follows."""
        if self._fetch is not None:
            self._fetch.cancelled = True

    def _look(self) -> None:
        fetch = self._fetch
        if fetch is None:
            return
        if fetch.thread.is_alive():
            self.progressed.emit(fetch.share, fetch.seconds_left())
            return
        self._fetch = None
        self._poll.stop()
        if fetch.error is not None:
            self.failed.emit(fetch.error)
        else:
            self.finished.emit()
