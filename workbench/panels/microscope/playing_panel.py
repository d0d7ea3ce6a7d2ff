"""A view of the specimen that can move by itself, step by step."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from workbench.specimen_panel import SpecimenPanel
from workbench.widgets.buttons import IconButton
from workbench.workspace import Workspace

STEP_MILLISECONDS: Final = 250


class PlayingPanel(SpecimenPanel):
    """Has buttons to play and to step; a subclass overrides `advance`."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.without_head = QWidget(self)  # until a dock's head takes the controls
        self.without_head.hide()
        self.play = IconButton(f"{self.name}.play", "play", self.without_head, side=24, icon_side=14)
        self.play.clicked.connect(self.toggle)
        self.next = IconButton(f"{self.name}.step", "step", self.without_head, side=24, icon_side=14)
        self.next.clicked.connect(self.advance)
        self._steps = QTimer(self)
        self._steps.setInterval(STEP_MILLISECONDS)
        self._steps.timeout.connect(self.advance)

    def retranslate(self) -> None:
        self._say_play()
        self.next.set_words(self.tr("Next position"))

    def advance(self) -> None:
        """Make one step."""
        raise NotImplementedError

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
