"""Input features as switches, hidden layers, activation and initial values of the document's network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.experiment import Experiment
from core.fields import ComponentSpec
from core.initializers.base import INITIALIZERS
from core.layers.base import LAYERS
from core.layers.features import FEATURES
from core.playground.network import (
    ACTIVATIONS,
    MOST_HIDDEN,
    activation_of,
    features_of,
    hidden_layers,
    is_of_the_plane,
    with_activation,
    with_feature,
    with_fewer_layers,
    with_initial,
    with_more_layers,
)
from core.spec import NetworkSpec
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.playground_inputs.feature_switch import FeatureSwitch
from workbench.playground.session import playground_session
from workbench.translation.core_text import translate_core
from workbench.widgets.buttons import IconButton
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.form_row import FormRow, align_labels
from workbench.widgets.labels import Label
from workbench.workspace import Workspace

INITIAL: Final = ("Auto", "Xavier", "He", "Normal", "Uniform", "Zeros")
WIDTHS: Final = {"Uniform": {"limit": 0.5}, "Normal": {"std": 0.5}}
"""Small networks need larger weights than the defaults, which are for large ones."""


@register_panel
class PlaygroundInputsPanel(Panel):
    """Each change is an edit of the network; the run begins anew with it at once."""

    name: ClassVar[str] = "playground_inputs"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Inputs and layers"))
    places: ClassVar[tuple[Place, ...]] = (Place("playground", 0, 2, stretch=4),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._session = playground_session(workspace)
        held = QWidget()
        held.setObjectName("scrolled")
        self.features = {name: FeatureSwitch(f"playground.feature.{name}", name, held) for name in FEATURES}
        grid = QGridLayout()
        grid.setSpacing(2)
        for place, (name, switch) in enumerate(self.features.items()):
            switch.clicked.connect(lambda on, name=name: self._switch(name, on))
            grid.addWidget(switch, place // 2, place % 2)
        self.activation = ComboBox("playground.activation")
        self.activation.taken.connect(self._take_activation)
        self.initial = ComboBox("playground.initial")
        self.initial.taken.connect(self._take_initial)
        self._layers_words = Label(tone="text")
        self.fewer = IconButton("playground.layers.fewer", "minus", side=24, icon_side=12)
        self.more = IconButton("playground.layers.more", "plus", side=24, icon_side=12)
        self.fewer.clicked.connect(lambda: self._edit(with_fewer_layers, self.tr("One hidden layer less")))
        self.more.clicked.connect(lambda: self._edit(with_more_layers, self.tr("One hidden layer more")))
        layers = QWidget()
        line = QHBoxLayout(layers)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._layers_words, 1)
        line.addWidget(self.fewer)
        line.addWidget(self.more)
        self._rows = [FormRow(layers), FormRow(self.activation), FormRow(self.initial)]
        column = QVBoxLayout(held)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(5)
        column.addLayout(grid)
        for row in self._rows:
            column.addWidget(row)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(held)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)

    def retranslate(self) -> None:
        for name, switch in self.features.items():
            about = translate_core(LAYERS.get("Features").fields[name].help)
            switch.setAccessibleName(self.tr("Input {feature}").format(feature=FEATURES[name].symbol))
            switch.setToolTip(about)
        words = (self.tr("Hidden layers"), self.tr("Activation"), self.tr("Initial values"))
        for row, word in zip(self._rows, words, strict=True):
            row.set_words(word)
        align_labels(self._rows)
        self.activation.set_choices([(kind, translate_core(LAYERS.get(kind).title)) for kind in ACTIVATIONS])
        self.initial.set_choices([(kind, translate_core(INITIALIZERS.get(kind).title)) for kind in INITIAL])
        self.fewer.set_words(self.tr("One hidden layer less"))
        self.more.set_words(self.tr("One hidden layer more"))
        self._show(self.workspace.experiment.network)

    def show_experiment(self, experiment: Experiment) -> None:
        self._show(experiment.network)

    def _show(self, network: NetworkSpec) -> None:
        fits = is_of_the_plane(network)
        chosen = features_of(network) if fits else ()
        for name, switch in self.features.items():
            switch.setChecked(name in chosen)
            switch.setEnabled(fits)
            switch.update()
        hidden = hidden_layers(network) if fits else 0
        self._layers_words.setText(str(hidden) if fits else "—")
        self.fewer.setEnabled(fits and hidden > 0)
        self.more.setEnabled(fits and hidden < MOST_HIDDEN)
        self.activation.setEnabled(fits and hidden > 0)
        self.initial.setEnabled(fits)
        kind = activation_of(network) if fits else ""
        if kind in ACTIVATIONS:
            self.activation.set_key(kind)
        init = next((dict(layer.settings).get("init") for layer in network.layers if layer.kind == "Affine"), None)
        self.initial.set_key(init.kind if isinstance(init, ComponentSpec) and init.kind in INITIAL else "Auto")

    # -- edits --------------------------------------------------------------------------------------------------

    def _edit(self, edit: Callable[[NetworkSpec], NetworkSpec], words: str) -> None:
        experiment = self.workspace.experiment
        self._session.apply(replace(experiment, network=edit(experiment.network)), words)

    def _switch(self, name: str, on: bool) -> None:
        network = self.workspace.experiment.network
        if not on and features_of(network) == (name,):
            self._session.refused.emit(self.tr("One input has to stay on."))
            self._show(network)
            return
        words = self.tr("Switch {feature} on") if on else self.tr("Switch {feature} off")
        self._edit(lambda before: with_feature(before, name, on), words.format(feature=FEATURES[name].symbol))

    def _take_activation(self, kind: str) -> None:
        words = self.tr("Activation {name}").format(name=translate_core(LAYERS.get(kind).title))
        self._edit(lambda before: with_activation(before, kind), words)

    def _take_initial(self, kind: str) -> None:
        words = self.tr("Initial values {name}").format(name=translate_core(INITIALIZERS.get(kind).title))
        self._edit(lambda before: with_initial(before, ComponentSpec.of(kind, **WIDTHS.get(kind, {}))), words)
