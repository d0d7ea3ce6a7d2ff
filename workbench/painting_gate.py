"""Training waits while the window repaints, and goes on when all of it is painted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

AFTER_PAINTING: Final = Qt.EventPriority.LowEventPriority.value - 1
"""Qt posts painting with low priority; what is posted with a lower one comes after it."""

ROUNDS: Final = 2
"""Other texts are laid out before they are painted: the painting is posted only when the layout was done."""


class PaintingGate(QObject):
    """Closes a gate until everything that was asked to be painted is on the screen.

    Parameters
    ----------
    gate
        Open (set) unless the window repaints.
    painted
        Called when it opens again.
    """

    def __init__(self, gate: threading.Event, painted: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._gate, self._painted = gate, painted
        self._left = 0

    @property
    def is_open(self) -> bool:
        """Whether everything that was asked to be painted is on the screen."""
        return self._gate.is_set()

    def close(self) -> None:
        """Close the gate until what is posted by now is painted."""
        self._gate.clear()
        self._left = ROUNDS
        self._come_back()

    def _come_back(self) -> None:
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), AFTER_PAINTING)

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.User:
            return super().event(event)
        self._left -= 1
        if self._left > 0:
            self._come_back()
        elif not self._left:
            self._painted()
            self._gate.set()
        return True
