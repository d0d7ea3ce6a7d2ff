"""What every panel of the lab has in common: it follows the race and the moment, while it can be seen."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from workbench.descent.session import descent_session
from workbench.panels.base import Panel
from workbench.workspace import Workspace


class DescentPanel(Panel):
    """A view of the race. It follows the session instead of the document, so that paths and spec always fit together.

    A subclass overrides what it needs of `show_spec`, `show_race` and `show_moment`.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.session = descent_session(workspace)
        self.session.spec_changed.connect(self._spec_changed)
        self.session.race_changed.connect(self._race_changed)
        self.session.start_chosen.connect(self._race_changed)
        self.session.player.moved.connect(self._moved)

    def show_spec(self) -> None:
        """Show the settings of the race; called only while visible."""

    def show_race(self) -> None:
        """Show other paths; called only while visible."""

    def show_moment(self) -> None:
        """Show another moment; called up to sixty times a second, only while visible."""

    def _spec_changed(self) -> None:
        if self.isVisible():
            self.show_spec()

    def _race_changed(self) -> None:
        if self.isVisible():
            self.show_race()

    def _moved(self) -> None:
        if self.isVisible():
            self.show_moment()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_spec()
        self.show_race()
        self.show_moment()
