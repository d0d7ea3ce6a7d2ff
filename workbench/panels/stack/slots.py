"""How slots open and close: 120 ms from one place to the next, at once where nothing shall move."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from core.spec import Place
from workbench.theme.theme import current_theme

MILLISECONDS: Final = 120
SLIGHT: Final = 0.02
"""A slot that is open by less is closed."""


class SlotMotion(QObject):
    """Says how far each place is open.

    Attributes
    ----------
    moved
        After every step of the movement.
    """

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.opening: dict[Place, float] = {}
        self._from: dict[Place, float] = {}
        self._goal: Place | None = None
        self._movement = QVariantAnimation(self)
        self._movement.setDuration(MILLISECONDS)
        self._movement.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._movement.setStartValue(0.0)
        self._movement.setEndValue(1.0)
        self._movement.valueChanged.connect(self._step)

    def open(self, place: Place | None, *, at_once: bool = False) -> None:
        """Open a place and close the others; None closes all."""
        self._movement.stop()
        self._from = {**self.opening, **({self._goal: 1.0} if self._goal and self._goal not in self.opening else {})}
        self._goal = place
        if at_once or current_theme().reduce_motion:
            self.opening = {}
            return
        if place is not None:
            self._from.setdefault(place, 0.0)
        self._move(0.0)
        self._movement.start()

    def _step(self, share: object) -> None:
        self._move(float(share))  # type: ignore[arg-type]
        self.moved.emit()

    def _move(self, done: float) -> None:
        opened = {place: start + done * ((1.0 if place == self._goal else 0.0) - start) for place, start in self._from.items()}
        self.opening = {place: how for place, how in opened.items() if how > SLIGHT or place == self._goal}
        if done >= 1.0:
            self.opening = {}
