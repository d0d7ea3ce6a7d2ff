"""What the panels under the overview share: they follow sample, map, place and moment, and can play step by step."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence
from PySide6.QtWidgets import QStackedLayout, QWidget

from core.arrays import Array
from core.network import Network
from core.training.frame import Frame
from workbench.panels.base import Panel
from workbench.specimen import specimen_of
from workbench.training.probe_worker import Probe
from workbench.widgets.buttons import IconButton
from workbench.widgets.card import EmptyState
from workbench.workspace import Workspace

STEP_MILLISECONDS: Final = 250


class SpecimenPanel(Panel):
    """Asks about the specimen of the lab whenever something of it changes, and shows what comes back.

    A subclass overrides `look`, `show_answer`, `follow_place` and, if it can play, `advance`.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._frame: Frame | None = None
        self._probe = Probe(workspace.probes, self)
        self._probe.answered.connect(self._answered)
        self.specimen = specimen_of(workspace)
        self.specimen.sample_changed.connect(self.ask)
        self.specimen.map_changed.connect(self.ask)
        self.specimen.place_changed.connect(self.follow_place)
        self.without_head = QWidget(self)  # until a dock's head takes the controls
        self.without_head.hide()
        self.play = IconButton(f"{self.name}.play", "play", self.without_head, side=24, icon_side=14)
        self.play.clicked.connect(self.toggle)
        self.next = IconButton(f"{self.name}.step", "step", self.without_head, side=24, icon_side=14)
        self.next.clicked.connect(self.advance)
        self._steps = QTimer(self)
        self._steps.setInterval(STEP_MILLISECONDS)
        self._steps.timeout.connect(self.advance)
        self.empty = EmptyState(f"{self.name}.empty")
        self._stack = QStackedLayout(self)

    def hold(self, content: QWidget) -> None:
        """Take what is shown while there is something to look at."""
        self._stack.addWidget(content)
        self._stack.addWidget(self.empty)

    def retranslate(self) -> None:
        self._say_play()
        self.next.set_words(self.tr("Next position"))

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        self.ask()

    def look_again(self) -> None:
        self.ask()

    def ask(self) -> None:
        """Have the question about the present specimen answered."""
        frame, specimen = self._frame, self.specimen
        if frame is None or not self.is_seen:
            return
        row = min(specimen.row, len(frame.data.test) - 1)
        x, layer, unit, look = frame.data.test.x[row : row + 1], specimen.layer, specimen.unit, self.look
        self._probe.ask(lambda networks: (frame.run, look(networks.at(frame), frame, x, layer, unit)))

    def look(self, network: Network, frame: Frame, x: Array, layer: str, unit: int) -> object | None:
        """Answer in the worker's thread, without touching the panel; None where there is nothing to look at."""
        raise NotImplementedError

    def _answered(self, answer: tuple[int, object | None]) -> None:
        run, found = answer
        if self._frame is None or run != self._frame.run:
            return
        self._stack.setCurrentIndex(1 if found is None else 0)
        if found is None:
            self.set_note("")
        self.show_answer(found)

    def show_answer(self, found: object | None) -> None:
        """Show what came back."""
        raise NotImplementedError

    def follow_place(self) -> None:
        """Show the place that the lab looks at."""
        raise NotImplementedError

    def advance(self) -> None:
        """Make one step."""

    @property
    def playing(self) -> bool:
        """Whether it moves by itself."""
        return self._steps.isActive()

    def toggle(self) -> None:
        """Let it move by itself, or stop it."""
        if self.playing:
            self._steps.stop()
        else:
            self._steps.start()
        self._say_play()

    def _say_play(self) -> None:
        self.play.set_icon("pause" if self.playing else "play")
        words = self.tr("Stop the window") if self.playing else self.tr("Move the window by itself")
        self.play.set_words(words, QKeySequence("Space"))

    def hideEvent(self, event: QHideEvent) -> None:
        if self.playing:
            self.toggle()
        super().hideEvent(event)
