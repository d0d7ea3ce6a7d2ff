"""The page of the whole network: its name, a network to begin with, its text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.experiment import Experiment
from workbench.network_text import NetworkText
from workbench.presets import PresetsButton
from workbench.widgets.card import Separator
from workbench.widgets.form_row import FormRow
from workbench.widgets.labels import Label
from workbench.workspace import Workspace

TEXT_HEIGHT = 260


class NetworkPage(QWidget):
    """Shows the network as a whole.

    Attributes
    ----------
    named
        With what the person calls it.
    """

    named = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = Label(size="dense", tone="text2", wrap=True)
        self._name = QLineEdit()
        self._name.setObjectName("inspector.network_name")
        self._name.editingFinished.connect(lambda: self.named.emit(self._name.text().strip()))
        self._row = FormRow(self._name)
        self._presets = PresetsButton("inspector.presets", workspace)
        self._heading = Label(size="dense", weight=600)
        self.text = NetworkText("inspector.text", workspace)
        self.text.setMinimumHeight(TEXT_HEIGHT)
        line = QHBoxLayout()
        line.addWidget(self._heading, 1)
        line.addWidget(self._presets)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._hint)
        layout.addWidget(self._row)
        layout.addWidget(Separator())
        layout.addLayout(line)
        layout.addWidget(self.text, 1)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the network of an experiment."""
        if self._name.text() != experiment.network.name:
            self._name.setText(experiment.network.name)
            self._name.setCursorPosition(0)
        self.text.show_experiment(experiment)

    def retranslate(self) -> None:
        """Set the words anew."""
        self._hint.setText(self.tr("Select a layer to see and change its settings."))
        self._row.set_words(self.tr("Name"))
        self._heading.setText(self.tr("As text"))
        self._presets.retranslate()
