"""Which unit the filter lab looks at, chosen by layer and number; every panel that has it shows the same choice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.layers.base import LAYERS, shape_text
from core.probes.units import UnitLayer, unit_layers
from core.training.frame import Frame
from workbench.specimen import Specimen
from workbench.translation.core_text import translate_core
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.labels import Label
from workbench.widgets.number_field import NumberField


class UnitChoice(QWidget):
    """A list of layers and a field for the unit's number, small enough for a dock's head.

    Attributes
    ----------
    changed
        After another layer, unit or network.
    """

    changed = Signal()

    def __init__(self, name: str, specimen: Specimen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._specimen = specimen
        self._run = -1
        self.layers: tuple[UnitLayer, ...] = ()
        self.layer_choice = ComboBox(f"{name}.layer")
        self.layer_choice.setFixedWidth(170)
        self.layer_choice.taken.connect(lambda layer: specimen.take_map(layer, 0))
        self._label = Label(size="dense", tone="text2")
        self.number = NumberField(f"{name}.unit")
        self.number.setFixedSize(48, 24)
        self.number.changed.connect(self._take_number)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.layer_choice, self._label, self.number):
            row.addWidget(part)
        specimen.map_changed.connect(self._show)

    def retranslate(self) -> None:
        """Set all texts anew."""
        self.layer_choice.setAccessibleName(self.tr("Layer"))
        self._label.setText(self.tr("Unit"))
        self.number.setAccessibleName(self.tr("Unit"))
        self._offer()

    def show_frame(self, frame: Frame) -> None:
        """Offer the layers of another network; the same one changes nothing."""
        if frame.run != self._run:
            self._run = frame.run
            self.layers = unit_layers(frame.experiment.network, frame.data.input_shape)
            self._offer()

    @property
    def layer(self) -> UnitLayer | None:
        """The chosen layer, the first where the lab has not chosen one of this network; None without any."""
        return next((each for each in self.layers if each.id == self._specimen.layer), self.layers[0] if self.layers else None)

    @property
    def unit(self) -> int:
        """The chosen unit, from 0."""
        return min(self._specimen.unit, self.layer.count - 1) if self.layer is not None else 0

    def _offer(self) -> None:
        about = {layer.id: translate_core(LAYERS.get(layer.kind).title) for layer in self.layers}
        self.layer_choice.set_choices([(layer.id, f"{layer.id}  {shape_text(layer.shape)}") for layer in self.layers], about)
        self._show()

    def _show(self) -> None:
        layer = self.layer
        if layer is not None:
            self.layer_choice.set_key(layer.id)
            self.number.set_numbers(1, layer.count, whole=True)
            self.number.set_number(self.unit + 1)
        self.changed.emit()

    def _take_number(self, number: float) -> None:
        if self.layer is not None:
            self._specimen.take_map(self.layer.id, int(number) - 1)
