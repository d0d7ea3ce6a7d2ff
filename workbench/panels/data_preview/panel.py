"""The data lab's right side: samples, class balance, ranges, split, where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.datasets.base import DATASETS
from core.datasets.recipe import Data
from core.datasets.summary import DataSummary, Range, summarise
from core.experiment import Experiment
from core.layers.base import shape_text
from workbench.data_views.balance import ClassBalance
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.data_preview.samples import PARTS, SamplesView
from workbench.training.probe_worker import Probe
from workbench.translation.core_text import translate_core
from workbench.widgets.card import Separator
from workbench.widgets.labels import Label
from workbench.widgets.numbers import figure, grouped
from workbench.workspace import Workspace

SIDE = 270


@register_panel
class DataPreviewPanel(Panel):
    """Shows the data that is at hand: the document's, once it is loaded."""

    name = "data_preview"
    title = str(QT_TRANSLATE_NOOP("Panels", "Samples"))
    places = (Place("data", 1),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.samples = SamplesView()
        self._balance_title = Label(size="dense", weight=600)
        self._balance = ClassBalance("preview.balance", height=64)
        self._facts_title = Label(size="dense", weight=600)
        self._facts = QGridLayout()
        self._facts.setColumnStretch(0, 1)
        self._facts.setVerticalSpacing(3)
        self._lines: list[tuple[Label, Label]] = []
        self._source_title = Label(size="dense", weight=600)
        self._source = Label(size="dense", tone="text2", wrap=True)
        self._source.setObjectName("preview.source")
        side = QVBoxLayout()
        side.setSpacing(6)
        for part in (self._balance_title, self._balance, Separator(), self._facts_title):
            side.addWidget(part)
        side.addLayout(self._facts)
        side.addWidget(Separator())
        side.addWidget(self._source_title)
        side.addWidget(self._source)
        side.addStretch(1)
        holder = QWidget()
        holder.setFixedWidth(SIDE)
        side.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(side)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(20)
        layout.addWidget(self.samples, 1)
        layout.addWidget(holder)
        self.samples.part_changed.connect(lambda _part: self._tell())
        self._summary: DataSummary | None = None
        self._measuring = Probe(workspace.probes, self)
        self._measuring.answered.connect(self._measured)
        workspace.data_changed.connect(self._data_arrived)

    def retranslate(self) -> None:
        self._balance_title.setText(self.tr("Samples of each class"))
        self._facts_title.setText(self.tr("Figures"))
        self._source_title.setText(self.tr("Where it comes from"))
        self.samples.retranslate()
        self._tell()
        if self._summary is None:
            self._show()

    def show_experiment(self, experiment: Experiment) -> None:
        self.set_note(translate_core(DATASETS.get(experiment.data.source.kind).title))

    def _data_arrived(self) -> None:
        self._when_seen("data", self._show)

    def _show(self) -> None:
        data = self.workspace.data
        self.show_experiment(self.workspace.experiment)
        if data is not None:
            self._measuring.ask(lambda _networks: (data, summarise(data)))

    def _measured(self, answer: tuple[Data, DataSummary]) -> None:
        data, self._summary = answer
        self.samples.show_data(data, (self._summary.inputs.minimum, self._summary.inputs.maximum))
        self._tell()

    def _tell(self) -> None:
        summary = self._summary
        if summary is None:
            return
        part = summary.parts[PARTS.index(self.samples.part)]
        self._balance_title.setVisible(bool(summary.classes))
        self._balance.setVisible(bool(summary.classes))
        if summary.classes:
            self._balance.show_counts([translate_core(name) for name in summary.classes], part.per_class)
        facts = [
            (self.tr("Shape of a sample"), shape_text(summary.input_shape)),
            (self.tr("Training samples"), grouped(summary.parts[0].count)),
            (self.tr("Validation samples"), grouped(summary.parts[1].count)),
            (self.tr("Test samples"), grouped(summary.parts[2].count)),
            (self.tr("Values as they came"), _span(summary.raw)),
            (self.tr("Values as prepared"), _span(summary.inputs)),
            (self.tr("Mean and std"), f"{figure(summary.inputs.mean)}, {figure(summary.inputs.std)}"),
        ]
        if summary.targets is not None:
            facts.append((self.tr("Values to predict"), _span(summary.targets)))
        for index, (name, value) in enumerate(facts):
            if index == len(self._lines):
                value_label = Label(size="dense")
                value_label.setAlignment(Qt.AlignmentFlag.AlignRight)
                self._lines.append((Label(size="dense", tone="text2"), value_label))
                self._facts.addWidget(self._lines[index][0], index, 0)
                self._facts.addWidget(self._lines[index][1], index, 1)
            for label, text in zip(self._lines[index], (name, value), strict=True):
                label.setText(text)
        for index, line in enumerate(self._lines):
            for label in line:
                label.setVisible(index < len(facts))
        self._source.setText(translate_core(summary.source))


def _span(span: Range) -> str:
    return f"{figure(span.minimum)} … {figure(span.maximum)}"
