"""At the first start on a machine: which way of computing is quickest, found out beside the window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

import core


class EngineMeasurement(QObject):
    """Measures in a process of its own, so that the window waits for nothing; what it finds is for the runs that follow.

    Attributes
    ----------
    done
        When the result was kept, or none could be had.
    """

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.setWorkingDirectory(str(Path(core.__file__).parents[1]))
        self._process.finished.connect(self._end)

    def begin(self) -> None:
        """Begin to measure."""
        self._process.start(sys.executable, ["-m", "core", "engine", "--measure"])

    def _end(self) -> None:
        self.done.emit()
