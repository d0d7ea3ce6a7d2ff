"""What the panels under the overview share: they follow sample, map, place and moment of the lab."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from core.arrays import Array
from core.network import Network
from core.training.frame import Frame
from workbench.panels.base import Panel
from workbench.specimen import specimen_of
from workbench.training.probe_worker import Probe
from workbench.widgets.card import EmptyState
from workbench.workspace import Workspace


class SpecimenPanel(Panel):
    """Asks about the specimen of the lab whenever something of it changes, and shows what comes back.

    A subclass overrides `look`, `show_answer` and, if it marks a place, `follow_place`.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._frame: Frame | None = None
        self._answered_once = False
        self._probe = Probe(workspace.probes, self, prompt=True)
        self._probe.answered.connect(self._answered)
        self.specimen = specimen_of(workspace)
        self.specimen.sample_changed.connect(self.ask)
        self.specimen.map_changed.connect(self.ask)
        self.specimen.place_changed.connect(self.follow_place)
        self.empty = EmptyState(f"{self.name}.empty")
        self._stack = QStackedLayout(self)

    def hold(self, content: QWidget) -> None:
        """Take what is shown while there is something to look at."""
        self._stack.addWidget(content)
        self._stack.addWidget(self.empty)

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        self.ask()

    def look_again(self) -> None:
        kept = self.specimen.known(type(self).look)
        if not self._answered_once and isinstance(kept, tuple):
            self._answered(kept)  # what another panel was told, until the own answer comes
        self.ask()

    def ask(self) -> None:
        """Have the question about the present specimen answered."""
        frame, specimen = self._frame, self.specimen
        if frame is None or not self.is_seen:
            return
        x, layer, unit, look = specimen.sample(frame.data), specimen.layer, specimen.unit, self.look
        self._probe.ask(lambda networks: (frame.run, look(networks.at(frame), frame, x, layer, unit)))

    def look(self, network: Network, frame: Frame, x: Array, layer: str, unit: int) -> object | None:
        """Answer in the worker's thread, without touching the panel; None where there is nothing to look at."""
        raise NotImplementedError

    def _answered(self, answer: tuple[int, object | None]) -> None:
        run, found = answer
        if self._frame is None or run != self._frame.run:
            return
        self._answered_once = True
        self.specimen.remember(type(self).look, answer)
        self._stack.setCurrentIndex(1 if found is None else 0)
        if found is None:
            self.set_note("")
        self.show_answer(found)

    def show_answer(self, found: object | None) -> None:
        """Show what came back."""
        raise NotImplementedError

    def follow_place(self) -> None:
        """Show the place that the lab looks at."""
