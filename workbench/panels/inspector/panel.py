"""The settings of the selected layer, with everything that follows from them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from core.datasets.recipe import Data
from core.errors import CoreError
from core.experiment import Experiment
from core.fields import ComponentSpec, Value
from core.layers.base import LAYERS
from core.shapes.sight import sights
from core.spec import LayerSpec
from workbench.document import NEVER_MERGED
from workbench.labs import Place
from workbench.layer_timing import layer_timing_of
from workbench.panels.base import Panel, register_panel
from workbench.panels.inspector.facts import Findings
from workbench.panels.inspector.initial import beginning
from workbench.panels.inspector.layer_page import LayerPage
from workbench.panels.inspector.network_page import NetworkPage
from workbench.status import RunState
from workbench.translation.core_text import translate_core
from workbench.widgets.labels import Chip
from workbench.workspace import Workspace

PAUSE = 800
"""Milliseconds without a change after which the next one is a step of undo of its own."""


@register_panel
class InspectorPanel(Panel):
    """One page for a layer, one for the network as a whole."""

    name = "inspector"
    title = str(QT_TRANSLATE_NOOP("Panels", "Settings"))
    places = (Place("network", 2),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._shown: tuple[Experiment | None, str, Data | None] = (None, "", None)
        super().__init__(workspace, parent)
        self._chip = Chip(parent=self)
        self._chip.setObjectName("inspector.chip")
        self.layer_page = LayerPage()
        self.network_page = NetworkPage(workspace)
        self._pages = QStackedWidget()
        self._pages.addWidget(_scrolled(self.network_page, "inspector.network"))
        self._pages.addWidget(_scrolled(self.layer_page, "inspector.layer"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._burst = workspace.document.new_merge_id()
        self._last = ("", "")
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(PAUSE)
        self._clock.timeout.connect(self._end_burst)
        self.layer_page.set.connect(self._set)
        self.layer_page.named.connect(lambda name: self._about(name=name))
        self.layer_page.noted.connect(lambda notes: self._about(notes=notes))
        self.layer_page.frozen.connect(lambda frozen: self._about(frozen=frozen))
        self.network_page.named.connect(self._name_network)
        workspace.selection_changed.connect(self._show_soon)
        workspace.data_changed.connect(self._show_soon)
        workspace.status_changed.connect(self._show_chip)
        self._timing = layer_timing_of(workspace)
        self._timing.measured.connect(self._show_time)

    def head_controls(self) -> list[QWidget]:
        return [self._chip]

    def retranslate(self) -> None:
        self.network_page.retranslate()
        self._show()
        self._show_chip()

    def show_experiment(self, experiment: Experiment) -> None:
        self._show_unless_shown()

    def _show_soon(self) -> None:
        self._when_seen("page", self._show_unless_shown)

    def _show_unless_shown(self) -> None:
        """Show the pages, unless they show this already because an edit and a selection came together."""
        experiment, selection, data = self._shown
        workspace = self.workspace
        if experiment is not workspace.experiment or selection != workspace.selection or data is not workspace.data:
            self._show()

    def _show(self) -> None:
        self._shown = (self.workspace.experiment, self.workspace.selection, self.workspace.data)
        network = self.workspace.experiment.network
        layers = {layer.id: (number, layer) for number, layer in enumerate(network.walk(), 1)}
        selected = self.workspace.selection
        self._pages.setCurrentIndex(1 if selected in layers else 0)
        if selected not in layers:
            self.network_page.show_experiment(self.workspace.experiment)
            self.set_note("")
            return
        number, layer = layers[selected]
        diagnosis = self.workspace.diagnosis()
        report = next((row for row in diagnosis.layers if row.id == selected), None) if diagnosis else None
        begins = beginning(network, selected, report.input_shape if report else None)
        data = self.workspace.data
        sight = sights(network, data.input_shape).get(selected) if data is not None else None
        self.layer_page.show_layer(layer, number, report, Findings(begins, sight, self._timing.of(selected, network)))

    def _show_time(self) -> None:
        self.layer_page.show_time(self._timing.of(self.workspace.selection, self.workspace.experiment.network))

    def _show_chip(self) -> None:
        """Say whether the run still is of an earlier network."""
        waits = self.workspace.status.state in {RunState.EDITED, RunState.BLOCKED}
        self._chip.set_text(self.tr("needs a restart") if waits else "", "warn")

    # -- editing ------------------------------------------------------------------------------------------------

    def _selected(self) -> LayerSpec | None:
        network = self.workspace.experiment.network
        return next((layer for layer in network.walk() if layer.id == self.workspace.selection), None)

    def _set(self, name: str, value: Value) -> None:
        """Change one setting of the selected layer; a slider's drag is one step of undo."""
        layer = self._selected()
        if layer is None:
            return
        settings = {**dict(layer.settings), name: value}
        try:
            component = LAYERS.check(ComponentSpec.of(layer.kind, **settings))
        except CoreError:
            return  # the form says what is wrong beside the field
        field = LAYERS.get(layer.kind).fields[name]
        text = self.tr("{setting} of {layer}").format(setting=translate_core(field.title), layer=layer.label)
        self._replace(replace(layer, settings=component.settings), text, self._merge_id(layer.id, name))

    def _about(self, **changed: Any) -> None:
        layer = self._selected()
        if layer is not None:
            text = self.tr("Describe {layer}").format(layer=layer.label)
            if "frozen" in changed:
                words = self.tr("Freeze {layer}") if changed["frozen"] else self.tr("Release {layer}")
                text = words.format(layer=layer.label)
            self._replace(replace(layer, **changed), text)

    def _replace(self, layer: LayerSpec, text: str, merge_id: int = NEVER_MERGED) -> None:
        experiment = self.workspace.experiment
        network = experiment.network.replace(layer.id, layer)
        self.workspace.apply(replace(experiment, network=network), text, merge_id)

    def _name_network(self, name: str) -> None:
        experiment = self.workspace.experiment
        network = replace(experiment.network, name=name)
        self.workspace.apply(replace(experiment, network=network), self.tr("Name the network"))

    def _merge_id(self, layer_id: str, name: str) -> int:
        if (layer_id, name) != self._last:
            self._end_burst()
            self._last = (layer_id, name)
        self._clock.start()
        return self._burst

    def _end_burst(self) -> None:
        self._burst = self.workspace.document.new_merge_id()
        self._last = ("", "")


def _scrolled(page: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    area.setWidget(page)
    return area
