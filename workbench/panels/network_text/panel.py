"""The network's text form in a panel of its own."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.experiment import Experiment
from workbench.labs import Place
from workbench.network_text import NetworkText
from workbench.panels.base import Panel, register_panel
from workbench.workspace import Workspace


@register_panel
class NetworkTextPanel(Panel):
    """Shows the document's network as text and takes what is typed."""

    name = "network_text"
    title = str(QT_TRANSLATE_NOOP("Panels", "Text"))
    places = (Place("network", 1, 0, tab=1),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._text = NetworkText("network_text", workspace)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self._text)
        workspace.data_changed.connect(self._data_arrived)

    def _data_arrived(self) -> None:
        self._when_seen("experiment", lambda: self.show_experiment(self.workspace.experiment))

    def show_experiment(self, experiment: Experiment) -> None:
        self._text.show_experiment(experiment)
        self.set_note(experiment.network.name)
