"""Loading of data on trial: of many wishes only the latest is loaded, and only what loaded is taken."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.datasets.base import Cancelled
from core.datasets.recipe import Data, DataRecipe, prepare
from workbench.training.probe_worker import Probe, ProbeWorker

PATIENCE: Final = 200
"""Milliseconds that a slider may go on moving before anything is loaded."""

POLL: Final = 100


class _Wish:
    """One wish to load; the worker looks whether it still holds, and notes how far it is."""

    def __init__(self, recipe: DataRecipe, seed: int) -> None:
        self.recipe, self.seed = recipe, seed
        self.share = 0.0
        self.dropped = False

    def advance(self, share: float) -> None:
        if self.dropped:
            raise Cancelled
        self.share = share

    def grant(self) -> tuple[_Wish, Data | Exception]:
        try:
            return self, prepare(self.recipe, self.seed, self.advance)
        except Exception as error:  # noqa: BLE001 - the panel says in words what went wrong
            return self, error


class Loading(QObject):
    """Loads recipes.

    Attributes
    ----------
    loaded
        With the `DataRecipe` and its `Data`.
    refused
        With the recipe and the error.
    progressed
        With the share that is done, 1 at the end.
    """

    loaded = Signal(object, object)
    refused = Signal(object, object)
    progressed = Signal(float)

    def __init__(self, probes: ProbeWorker, parent: QObject) -> None:
        super().__init__(parent)
        self._wish: _Wish | None = None
        self._probe = Probe(probes, self)
        self._probe.answered.connect(self._answered)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._begin)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL)
        self._poll.timeout.connect(self._look)

    @property
    def wanted(self) -> DataRecipe | None:
        """The recipe that is being loaded, None while nothing is."""
        return self._wish.recipe if self._wish is not None else None

    def load(self, recipe: DataRecipe, seed: int, *, at_once: bool = False) -> None:
        """Load a recipe instead of what was wished before."""
        self.cancel()
        self._wish = _Wish(recipe, seed)
        if at_once:
            self._begin()
        else:
            self._patience.start()

    def cancel(self) -> None:
        """Drop what is being loaded."""
        self._patience.stop()
        self._poll.stop()
        if self._wish is not None:
            self._wish.dropped = True
            self._wish = None

    def _begin(self) -> None:
        wish = self._wish
        if wish is not None:
            self._poll.start()
            self._probe.ask(lambda _networks: wish.grant())

    def _look(self) -> None:
        if self._wish is not None:
            self.progressed.emit(self._wish.share)

    def _answered(self, answer: tuple[_Wish, Data | Exception]) -> None:
        wish, outcome = answer
        if wish is not self._wish:
            return
        self._wish = None
        self._poll.stop()
        self.progressed.emit(1.0)
        if isinstance(outcome, Exception):
            self.refused.emit(wish.recipe, outcome)
        else:
            self.loaded.emit(wish.recipe, outcome)
