"""The rows of figures at the foot of a layer's page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.layers.base import shape_text
from core.probes.layer_times import LayerTime
from core.shapes import LayerReport
from core.shapes.sight import Sight
from workbench.layer_facts import memory_text, sight_text, time_text
from workbench.panels.inspector.initial import Beginning
from workbench.widgets.labels import ElidedLabel, Label
from workbench.widgets.numbers import grouped


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found out about a layer beside shape and cost.

    Parameters
    ----------
    begins
        How its weights begin, if it has any.
    sight
        What one of its values sees of the input, None where that is not known.
    time
        How long it took, None while it was not measured.
    """

    begins: Beginning | None = None
    sight: Sight | None = None
    time: LayerTime | None = None


class Facts(QWidget):
    """Shape, cost, memory, receptive field and time."""

    def __init__(self) -> None:
        super().__init__()
        self._report: LayerReport | None = None
        self._known = Findings()
        self._time: LayerTime | None = None
        self._rows = [_Fact() for _ in range(6)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for row in self._rows:
            layout.addWidget(row)

    def show_layer(self, report: LayerReport | None, known: Findings) -> None:
        """Show another layer."""
        self._report, self._known, self._time = report, known, known.time
        self.retranslate()

    def show_time(self, time: LayerTime | None) -> None:
        """Show how long the layer took."""
        self._time = time
        self.retranslate()

    def retranslate(self) -> None:
        """Say it anew, in the language of now."""
        report = self._report
        cost = report.cost if report else None
        into = shape_text(report.input_shape) if report and report.input_shape is not None else "—"
        out = shape_text(report.output_shape) if report and report.output_shape is not None else "—"
        shown = (
            (self.tr("Shape"), f"{into} → {out}"),
            (self.tr("Parameters"), grouped(cost.parameters) if cost else "—"),
            (self.tr("Multiply-adds"), grouped(cost.macs) if cost else "—"),
            (self.tr("Activation memory"), memory_text(report) or "—"),
            (self.tr("Receptive field"), sight_text(self._known.sight) or "—"),
            (self.tr("Forward / backward"), time_text(self._time) or self.tr("not run yet")),
        )
        for row, (name, value) in zip(self._rows, shown, strict=True):
            row.show_fact(name, value)
        self._rows[-1].setToolTip(self.tr("One batch on this machine, measured when training pauses."))


class _Fact(QWidget):
    """A name at the left, a value at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ElidedLabel(size="dense", tone="text2")
        self._value = Label(size="dense")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._name, 1)
        layout.addWidget(self._value)

    def show_fact(self, name: str, value: str) -> None:
        """Say a fact."""
        self._name.set_text(name)
        self._value.setText(value)
        self.setAccessibleName(f"{name}: {value}")
