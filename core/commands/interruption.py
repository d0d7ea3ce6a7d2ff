"""Ctrl-C as a wish that is granted between two updates, so that what is saved is whole."""

from __future__ import annotations

import signal
import threading
from types import FrameType

from core.datasets.base import Cancelled


class Interruption:
    """While it is open, the first Ctrl-C only sets `asked`; the second one interrupts at once."""

    def __init__(self) -> None:
        self.asked = False

    def __enter__(self) -> Interruption:
        self._in_charge = threading.current_thread() is threading.main_thread()
        if self._in_charge:
            self._before = signal.signal(signal.SIGINT, self._ask)
        return self

    def __exit__(self, *about: object) -> None:
        if self._in_charge:
            signal.signal(signal.SIGINT, self._before)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True

    def raise_if_asked(self) -> None:
        """Raise `Cancelled` where stopping loses nothing."""
        if self.asked:
            raise Cancelled
