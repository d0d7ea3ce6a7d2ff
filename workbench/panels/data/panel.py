"""What the network learns from, small: one sample of each class, how many there are, how they are split."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.datasets.base import DATASETS
from core.datasets.recipe import Data
from core.datasets.summary import DataSummary, summarise
from core.experiment import Experiment
from core.layers.base import shape_text
from workbench.data_views.balance import ClassBalance
from workbench.data_views.points import PointsView
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.plots.image_grid import ImageGrid
from workbench.training.probe_worker import Probe
from workbench.translation.core_text import translate_core
from workbench.widgets.buttons import IconButton
from workbench.widgets.labels import ElidedLabel, Label
from workbench.widgets.numbers import grouped
from workbench.workspace import Workspace

MOST_CLASSES = 12
NO_BREAK: Final = "\u00a0"
NO_CUT: Final = "\u2060"
"""Between the letters of a word it keeps a line from ending inside it, as lines of Japanese otherwise may."""

STRIP = 26
POINTS = 80


@register_panel
class DataPanel(Panel):
    """A click anywhere on it, or Enter, opens the data lab."""

    name = "data"
    title = str(QT_TRANSLATE_NOOP("Panels", "Data"))
    places = (Place("train", 0, 0, stretch=1),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icon = IconButton("data.icon", "data", side=24)
        self._icon.set_icon("data", "family_data")
        self._icon.clicked.connect(self._open)
        self._name = ElidedLabel()
        self._shape = Label(size="dense", tone="text2")
        self._strip = ImageGrid("data.strip", "ink", least=8, most=STRIP, gap=3)
        self._strip.setFixedHeight(STRIP)
        self._strip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._points = PointsView("data.points")
        self._points.setFixedHeight(POINTS)
        self._balance = ClassBalance("data.balance", height=20)
        self._split = Label(size="caption", tone="text2", wrap=True)
        self._split.setObjectName("data.split")
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._icon)
        head.addWidget(self._name, 1)
        head.addWidget(self._shape)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 12, 8)
        layout.setSpacing(5)
        layout.addLayout(head)
        layout.addWidget(self._strip)
        layout.addWidget(self._points)
        layout.addWidget(self._balance)
        layout.addWidget(self._split)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._hide_samples()
        self._measured_data: Data | None = None
        self._measuring = Probe(workspace.probes, self)
        self._measuring.answered.connect(self._measured)
        workspace.data_changed.connect(self._data_arrived)

    def retranslate(self) -> None:
        self._icon.set_words(self.tr("Open the data lab"))
        self.setAccessibleName(self.tr("Data: press Enter to choose other data"))
        self._show()

    def show_experiment(self, experiment: Experiment) -> None:
        self._name.set_text(translate_core(DATASETS.get(experiment.data.source.kind).title))

    def _data_arrived(self) -> None:
        self._when_seen("data", self._show)

    def _show(self) -> None:
        data = self.workspace.data
        self.show_experiment(self.workspace.experiment)
        if data is None:
            self._hide_samples()
            self._shape.setText("")
            self._split.setText(self.tr("Loading …"))
        else:
            if data is not self._measured_data:  # the numbers of other data would stand under the new name
                self._hide_samples()
                self._shape.setText(shape_text(data.input_shape))
                self._split.setText(self.tr("Loading …"))
            self._measuring.ask(lambda _networks: (data, summarise(data)))

    def _measured(self, answer: tuple[Data, DataSummary]) -> None:
        data, summary = answer
        self._measured_data = data
        self._hide_samples()
        self._shape.setText(shape_text(summary.input_shape))
        self._show_samples(data, summary)
        if summary.classes and self._points.isHidden():
            shown = min(len(summary.classes), MOST_CLASSES)
            self._balance.show_counts(
                [translate_core(name) for name in summary.classes[:shown]], summary.parts[0].per_class[:shown]
            )
            self._balance.show()
        names = {"train": self.tr("train"), "validation": self.tr("validation"), "test": self.tr("test")}
        shares = (f"{grouped(part.count)}{NO_BREAK}{NO_CUT.join(names[part.name])}" for part in summary.parts)
        self._split.setText(" · ".join(shares))

    def _hide_samples(self) -> None:
        for view in (self._strip, self._points, self._balance):
            view.hide()

    def _show_samples(self, data: Data, summary: DataSummary) -> None:
        shape = data.input_shape
        if len(shape) == 3 and shape[0] in {1, 3}:
            rows = [rows[0] for rows in summary.examples[:MOST_CLASSES] if rows]
            images = data.train.x[np.array(rows, dtype=int)] if rows else data.train.x[:0]
            self._strip.set_images(
                images[:, 0] if shape[0] == 1 else images, limits=(summary.inputs.minimum, summary.inputs.maximum)
            )
            self._strip.show()
        elif len(shape) == 1 and shape[0] <= 2:
            self._points.show_samples(data.train, data.classes, data.offset, data.scale)
            self._points.show()

    def _open(self) -> None:
        self.workspace.lab_wanted.emit("data")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        else:
            super().keyPressEvent(event)
