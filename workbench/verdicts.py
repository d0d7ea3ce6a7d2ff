"""How the shown network answers all samples of a part of the data: worked out once for all panels that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal
from weakref import WeakSet

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from core.arrays import Array
from core.datasets.base import Samples
from core.probes.judgement import Judgement, Ranking, joined, judge
from core.probes.sample_choice import choose_samples
from core.training.frame import Frame
from workbench.panels.base import Panel
from workbench.training.probe_worker import Probe
from workbench.workspace import Workspace

Part = Literal["test", "validation", "train"]

CHUNK: Final = 250
"""Samples to a question, so that those of other panels are answered in between."""

QUICK: Final = 1000
"""So many samples, the same ones all through a run, are judged while a network trains."""

MOST: Final = 10_000
"""So many are judged at most while it stands still."""

PAGE: Final = 12
"""Samples on a page of the gallery."""

PACE_MILLISECONDS: Final = 250
ANY: Final = -1


@dataclass(frozen=True, slots=True)
class Cell:
    """Samples of one class that are taken for one class; `ANY` for either."""

    true: int = ANY
    said: int = ANY


@dataclass(frozen=True)
class Verdict:
    """A judgement with what was judged."""

    frame: Frame
    part: Part
    judgement: Judgement

    @property
    def samples(self) -> Samples:
        """All samples of the part."""
        return part_of(self.frame, self.part)


class Judge(QObject):
    """Asks about the frame that the panels look at, part by part; what they choose of the answers they share.

    Attributes
    ----------
    changed
        After another verdict.
    chosen
        After another cell, ranking or page was chosen by the person.
    verdict
        The latest, or None before the first.
    cell, ranking, page
        Which samples the gallery shows.
    """

    changed = Signal()
    chosen = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.part: Part = "test"
        self.verdict: Verdict | None = None
        self.cell = Cell()
        self.ranking: Ranking = "worst"
        self.page = 0
        self._workspace = workspace
        self._panels: WeakSet[Panel] = WeakSet()
        self._frame: Frame | None = None
        self._waiting: Frame | None = None
        self._order: tuple[object, Array] = (None, np.empty(0, np.intp))
        self._parts: list[Judgement] = []
        self._round, self._busy = 0, False
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.setInterval(PACE_MILLISECONDS)
        self._pace.timeout.connect(self._next_round)
        self._probe = Probe(workspace.probes, self)
        self._probe.answered.connect(self._answered)
        self._probe.failed.connect(self._failed)
        workspace.status_changed.connect(lambda _status: self.go_on())

    def serve(self, panel: Panel) -> None:
        """Work while that panel can be seen."""
        self._panels.add(panel)

    def look(self, frame: Frame) -> None:
        """Judge a frame, or the next one if one is being judged while the network trains."""
        if self._waiting is None and self._frame is not None and self._same(frame, self._frame):
            self.go_on()
            return
        self._waiting = frame
        if not self._workspace.is_pacing or not (self._busy or self._pace.isActive()):
            self._next_round()

    def _same(self, one: Frame, other: Frame) -> bool:
        return one.snapshot is other.snapshot and one.data is other.data and one.run == other.run

    def take_part(self, part: Part) -> None:
        """Judge another part of the data."""
        if part != self.part:
            self.part = part
            self._waiting = self._waiting or self._frame
            self.page = 0
            self._next_round()
            self.chosen.emit()

    def choose(self, cell: Cell) -> None:
        """Show the samples of a cell in the gallery."""
        self.cell, self.page = cell, 0
        self.chosen.emit()

    def rank(self, ranking: Ranking) -> None:
        """Show others first."""
        self.ranking, self.page = ranking, 0
        self.chosen.emit()

    def turn_to(self, page: int) -> None:
        """Show another page."""
        self.page = page
        self.chosen.emit()

    def chosen_places(self) -> Array:
        """Return the places of the samples of the chosen cell in the judgement, in the order of the ranking."""
        if self.verdict is None:
            return np.empty(0, np.intp)
        said = self.verdict.judgement
        if self.verdict.frame.data.task == "regression":
            return said.ranked("worst" if self.ranking == "unsure" else self.ranking)
        inside = np.ones(len(said), bool)
        if self.cell.true != ANY:
            inside &= said.targets == self.cell.true
        if self.cell.said != ANY:
            inside &= said.guesses == self.cell.said
        return said.ranked(self.ranking, np.flatnonzero(inside))

    def page_places(self) -> Array:
        """Return the places of the samples on the page of the gallery; the last page where there are fewer."""
        places = self.chosen_places()
        first = min(self.page, max(0, len(places) - 1) // PAGE) * PAGE
        return places[first : first + PAGE]

    def go_on(self) -> None:
        """Judge the rest of the samples where the network stands still and somebody looks."""
        if not self._busy and self._waiting is None and self._frame is not None and self._left:
            self._ask()

    @property
    def is_watched(self) -> bool:
        """Whether a panel that shows judgements can be seen."""
        return any(isValid(panel) and panel.is_seen for panel in self._panels)

    @property
    def _left(self) -> bool:
        done, whole = sum(map(len, self._parts)), len(self._order[1])
        return done < (min(QUICK, whole) if self._workspace.is_pacing else whole) and self.is_watched

    def _next_round(self) -> None:
        frame, self._waiting = self._waiting, None
        if frame is None:
            return
        if self._frame is not None and frame.run != self._frame.run:
            self.cell, self.page = Cell(), 0
        self._frame, self._parts = frame, []
        self._round += 1
        samples = part_of(frame, self.part)
        if self._order[0] is not samples:
            rng = np.random.default_rng(np.random.SeedSequence(frame.experiment.seed, spawn_key=(43,)))
            self._order = (samples, choose_samples(samples, frame.data.task, MOST, rng))
        self._busy = False
        if self._left:
            self._ask()

    def _ask(self) -> None:
        frame, part, number = self._frame, self.part, self._round
        if frame is None:
            return
        done = sum(map(len, self._parts))
        rows = self._order[1][done : done + CHUNK]
        self._busy = True
        self._probe.ask(lambda networks: (number, part, judge(networks, frame, part_of(frame, part), rows)))

    def _answered(self, answer: tuple[int, Part, Judgement]) -> None:
        number, part, said = answer
        if number != self._round or self._frame is None:
            return
        self._busy = False
        self._parts.append(said)
        done = sum(map(len, self._parts))
        if done - len(said) < QUICK <= done or done == len(self._order[1]):
            self.verdict = Verdict(self._frame, part, joined(self._parts))
            self.changed.emit()
        if self._waiting is not None and not self._left:
            self._pace.start()
        elif self._left:
            self._ask()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        raise error


def part_of(frame: Frame, part: Part) -> Samples:
    """Return a part of a frame's data."""
    return {"test": frame.data.test, "validation": frame.data.validation, "train": frame.data.train}[part]


def judge_of(workspace: Workspace) -> Judge:
    """Return the judge that the panels of a window share; made when first asked for."""
    found = workspace.findChild(Judge, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Judge) else Judge(workspace)
