"""What every panel promises, and how panels are found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from typing import ClassVar, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from core.experiment import Experiment
from core.training.frame import Frame
from workbench.labs import Place
from workbench.workspace import Workspace


class Panel(QWidget):
    """A view of a frame. It redraws only while it can be seen, and costs nothing otherwise.

    A subclass sets `name`, `title` and `places`, builds its widgets in `__init__`, and overrides what it needs of
    `show_frame`, `show_experiment` and `retranslate`. To give the dock's head local controls, return them from
    `head_controls`.

    Attributes
    ----------
    name
        Stable; the object name of the dock and of the panel.
    title
        English; the dock shows it translated in the context "Panels".
    places
        Where it stands at first, in which labs.
    note_changed
        Emitted with a quiet note for the dock's head, such as the name of the data.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    places: ClassVar[tuple[Place, ...]]
    note_changed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"panel.{self.name}")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.workspace = workspace
        self.note = ""
        self._translated = False
        self._in_front = True
        self._unseen: dict[str, Callable[[], None]] = {}
        workspace.experiment_changed.connect(self._experiment_arrived)
        self._experiment_arrived(workspace.experiment)
        if type(self).show_frame is not Panel.show_frame:
            workspace.frame_changed.connect(self._frame_arrived)
            if workspace.frame is not None:
                self._frame_arrived(workspace.frame)

    def show_frame(self, frame: Frame) -> None:
        """Draw another moment; called only while visible, and while a network trains as often as time allows."""

    def show_experiment(self, experiment: Experiment) -> None:
        """Draw an edited document; called only while visible."""

    def look_again(self) -> None:
        """Take up what rests while nobody sees the panel; called each time it comes into sight."""

    def head_controls(self) -> list[QWidget]:
        """Return small widgets for the dock's head, from left to right."""
        return []

    def retranslate(self) -> None:
        """Set all texts anew; called before it is first seen and when the language changes."""

    def set_note(self, note: str) -> None:
        """Show a quiet note in the dock's head."""
        if note != self.note:
            self.note = note
            self.note_changed.emit(note)

    def _frame_arrived(self, frame: Frame) -> None:
        def draw() -> None:
            if isValid(self):
                self._when_seen("frame", lambda: self.show_frame(frame))

        if self.is_seen:
            self.workspace.pace(id(self), draw)
        else:
            draw()

    def _experiment_arrived(self, experiment: Experiment) -> None:
        self._when_seen("experiment", lambda: self.show_experiment(experiment))

    @property
    def is_seen(self) -> bool:
        """Whether a person can see it; behind another tab Qt calls a dock visible, too."""
        return self.isVisible() and self._in_front

    def set_in_front(self, in_front: bool) -> None:
        """Note whether the panel's dock is the open one of its tabs; for the dock."""
        self._in_front = in_front
        if self.is_seen:
            self._come_into_sight()

    def _when_seen(self, what: str, draw: Callable[[], None]) -> None:
        if self.is_seen:
            draw()
        else:
            self._unseen[what] = draw

    def _come_into_sight(self) -> None:
        waiting, self._unseen = self._unseen, {}
        for draw in waiting.values():
            draw()
        self.look_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._translated:
            self._translated = True
            self.retranslate()
        if self.is_seen:
            self._come_into_sight()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._experiment_arrived(self.workspace.experiment)
            if self.workspace.frame is not None and type(self).show_frame is not Panel.show_frame:
                self._frame_arrived(self.workspace.frame)
        super().changeEvent(event)


PANELS: Final[dict[str, type[Panel]]] = {}
"""Every panel by name, once `discover_panels` has run."""


def register_panel(cls: type[Panel]) -> type[Panel]:
    """Class decorator: make a panel known under its name."""
    PANELS[cls.name] = cls
    return cls


def discover_panels() -> dict[str, type[Panel]]:
    """Import the `panel` module of every folder in this package and return all panels by name."""
    package = importlib.import_module("workbench.panels")
    for module in pkgutil.iter_modules(package.__path__):
        if module.ispkg:
            importlib.import_module(f"workbench.panels.{module.name}.panel")
    return dict(sorted(PANELS.items()))


def panel_title(panel: type[Panel]) -> str:
    """Return the translated title of a panel."""
    return QCoreApplication.translate("Panels", panel.title)
