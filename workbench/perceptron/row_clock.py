"""The clock of the truth table: it lights one row after the other, in every panel."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.perceptron.session import PerceptronSession

ROWS: Final = 4


class RowClock(QObject):
    """Goes through the rows by itself or step by step; after the last comes the first.

    Attributes
    ----------
    rate
        Rows per second.
    changed
        When it starts or stands still.
    """

    changed = Signal()

    def __init__(self, session: PerceptronSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rate = 1.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self.step(1))

    @property
    def running(self) -> bool:
        """Whether it goes by itself."""
        return self._timer.isActive()

    def step(self, rows: int) -> None:
        """Go some rows on."""
        self._session.look_at((self._session.row + rows) % ROWS)

    def run(self, on: bool) -> None:
        """Go by itself, or stand still."""
        if on != self.running:
            if on:
                self._timer.start(round(1000 / self.rate))
            else:
                self._timer.stop()
            self.changed.emit()

    def set_rate(self, rows_per_second: float) -> None:
        """Set how many rows are lit in a second."""
        self.rate = rows_per_second
        if self.running:
            self._timer.start(round(1000 / rows_per_second))
