"""The panel of the unit: its drawing, w1, w2 and b by slider or typed, and the activation with its slope."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, cast, get_args

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.experiment import Experiment
from core.perceptron.functions import BOOK_WEIGHTS, name_of, rows
from core.perceptron.solver import widest_margin
from core.perceptron.spec import Activation, Weights
from core.perceptron.unit import activate, slope, weighted_sum
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.perceptron_neuron.diagram import NeuronDiagram
from workbench.panels.perceptron_neuron.weight_row import WeightRow
from workbench.perceptron.live_text import LiveText
from workbench.perceptron.session import perceptron_session
from workbench.perceptron.wording import decimals_for, number
from workbench.widgets.buttons import Button
from workbench.widgets.numbers import MINUS
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

HUNDREDTH = 0.005
"""Slopes below it would be written as 0.00."""
SYMBOLS = (("w1", "w₁"), ("w2", "w₂"), ("b", "b"))


@register_panel
class PerceptronNeuronPanel(Panel):
    """One unit with its live numbers."""

    name: ClassVar[str] = "perceptron_neuron"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Neuron"))
    places: ClassVar[tuple[Place, ...]] = (Place("perceptron", 1, 0, stretch=5),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._session = perceptron_session(workspace)
        self._session.row_changed.connect(self._show_slope)
        self._reset = Button("perceptron.reset", quiet=True)
        self._reset.clicked.connect(self._reset_weights)
        self._diagram = NeuronDiagram(self._session)
        self._rows = [WeightRow(f"perceptron.{name}", symbol) for name, symbol in SYMBOLS]
        self._activation = Segmented("perceptron.activation")
        self._activation.changed.connect(self._take_activation)
        self._slope = LiveText("perceptron.slope", size="dense", tone="text2")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(4)
        layout.addWidget(self._diagram)
        layout.addSpacing(4)
        for index, row in enumerate(self._rows):
            row.changed.connect(lambda value, index=index: self._take_weight(index, value))
            row.taken_hold.connect(self._session.begin_gesture)
            row.let_go.connect(self._session.end_gesture)
            layout.addWidget(row)
        layout.addSpacing(4)
        layout.addWidget(self._activation)
        layout.addWidget(self._slope)
        layout.addStretch(1)

    def head_controls(self) -> list[QWidget]:
        return [self._reset]

    def show_experiment(self, experiment: Experiment) -> None:
        spec = experiment.perceptron
        decimals = decimals_for(spec.weights)
        for row, value in zip(self._rows, spec.weights, strict=True):
            row.show_number(value, decimals)
        self._activation.set_key(spec.activation)
        self._diagram.show_unit()
        self._show_slope()
        self._show_reset()

    def retranslate(self) -> None:
        for row, words in zip(self._rows, (self.tr("Weight w1"), self.tr("Weight w2"), self.tr("Bias b")), strict=True):
            row.set_words(words)
        self._activation.setAccessibleName(self.tr("Activation"))
        names = {"step": self.tr("Step"), "sigmoid": self.tr("Sigmoid"), "tanh": self.tr("Tanh"), "relu": self.tr("ReLU")}
        self._activation.set_choices([(key, names[key]) for key in get_args(Activation)])
        self._activation.set_key(self._session.spec.activation)
        self._diagram.setAccessibleName(self.tr("The unit with its numbers"))
        self._diagram.setToolTip(self.tr("Click x₁ or x₂ to switch it"))
        self._show_slope()
        self._show_reset()

    def _show_reset(self) -> None:
        name = name_of(self._session.spec.target)
        words = self.tr("Reset to {gate}").format(gate=name)
        if words != self._reset.text():
            self._reset.setText(words)
            self._reset.setToolTip(self._about_preset())
        self._reset.setEnabled(self._preset() not in {None, self._session.spec.weights})

    def _about_preset(self) -> str:
        name = name_of(self._session.spec.target)
        if name in BOOK_WEIGHTS:
            return self.tr("The book's weights")
        if self._preset() is not None:
            return self.tr("The weights of the widest margin")
        return self.tr("No weights give {gate}: no line separates it").format(gate=name)

    def _preset(self) -> Weights | None:
        target = self._session.spec.target
        return BOOK_WEIGHTS.get(name_of(target)) or cast("Weights | None", widest_margin(target))

    def _show_slope(self) -> None:
        spec = self._session.spec
        z = weighted_sum(spec.weights, rows(2)[self._session.row])
        steep = _slope_text(slope(spec.activation, z))
        y = number(activate(spec.activation, z))
        at = number(z, decimals_for((z,)))
        match spec.activation:
            case "step":
                words = self.tr("Slope at z = {z}: 0, as everywhere else.")
            case "sigmoid":
                words = self.tr("Slope at z = {z}: y·(1 − y) = {slope}, with y = {y}.")
            case "tanh":
                words = self.tr("Slope at z = {z}: 1 − y² = {slope}, with y = {y}.")
            case "relu":
                words = self.tr("Slope at z = {z}: {slope}. It is 1 above 0, and 0 below.")
        self._slope.set_text(words.format(z=at, slope=steep, y=y).replace(" = ", "\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}"))

    def _take_weight(self, index: int, value: float) -> None:
        w1, w2, b = self._session.spec.weights
        match index:
            case 0:
                self._session.set_weights((value, w2, b), self.tr("Change w1"))
            case 1:
                self._session.set_weights((w1, value, b), self.tr("Change w2"))
            case _:
                self._session.set_weights((w1, w2, value), self.tr("Change b"))

    def _take_activation(self, key: str) -> None:
        spec = replace(self._session.spec, activation=cast("Activation", key))
        self._session.edit(spec, self.tr("Change the activation"))

    def _reset_weights(self) -> None:
        preset = self._preset()
        if preset is not None:
            self._session.set_weights(preset, self.tr("Reset the weights"))


def _slope_text(value: float) -> str:
    """Return a slope; one that has all but vanished keeps its order of magnitude: ``1e−7``."""
    return number(value) if value == 0 or value >= HUNDREDTH else f"{value:.0e}".replace("e-0", "e-").replace("-", MINUS)
