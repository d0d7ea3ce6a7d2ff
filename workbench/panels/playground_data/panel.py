"""Choose points of the plane, how many, how noisy, how many to learn from; take them from a table or save them as one."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.datasets.base import DATASETS, RawData
from core.datasets.csv_file import CsvFile
from core.datasets.painted import MOST_CLASSES
from core.datasets.recipe import Data, DataRecipe
from core.errors import CoreError, FileError
from core.experiment import PAINTED, Experiment
from core.fields import ComponentSpec
from core.playground.experiment import (
    divided,
    source_of,
    tensorflow_playground,
    train_share,
    with_points,
    with_source,
)
from core.playground.settings import SplitSettings
from core.training.settings import RunSettings
from workbench.errors import show_error
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.playground_data.tile import Tile
from workbench.playground.session import playground_session
from workbench.translation.core_text import translate_core
from workbench.widgets.buttons import Button
from workbench.widgets.form_row import align_labels
from workbench.widgets.labels import Label
from workbench.widgets.numbers import grouped
from workbench.widgets.settings_form import SettingsForm
from workbench.widgets.slider import Slider
from workbench.workspace import Workspace

SOURCES: Final = ("Circle", "Xor", "Gauss", "Spiral", "Moons", "ThreeSpirals", "Checkerboard", "Plane", "MultiGauss", PAINTED)
COLUMNS: Final = 5
SKETCHED: Final = 110
"""So many points show what a data set looks like."""


@register_panel
class PlaygroundDataPanel(Panel):
    """Data sets as tiles, and their settings."""

    name: ClassVar[str] = "playground_data"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Points"))
    places: ClassVar[tuple[Place, ...]] = (Place("playground", 0, 0, stretch=5),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._session = playground_session(workspace)
        self._gesture = workspace.document.new_merge_id()
        self._build()
        workspace.data_changed.connect(self._say_counts)
        self._show(workspace.experiment)
        if workspace.data is not None:
            self._say_counts(workspace.data)

    def _build(self) -> None:
        held = QWidget()
        held.setObjectName("scrolled")
        column = QVBoxLayout(held)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        grid = QGridLayout()
        grid.setHorizontalSpacing(3)
        grid.setVerticalSpacing(4)
        self.tiles: dict[str, Tile] = {}
        for place, kind in enumerate(SOURCES):
            tile = Tile(f"playground.data.{kind}", _sketch(kind), held)
            tile.clicked.connect(lambda _on, kind=kind: self._use(kind))
            self.tiles[kind] = tile
            grid.addWidget(tile, place // COLUMNS, place % COLUMNS)
        column.addLayout(grid)
        fields = DATASETS.get("Circle").fields
        self.form = SettingsForm("playground.data", {name: fields[name] for name in ("samples", "noise")}, held)
        self.form.changed.connect(self._set)
        self.split = SettingsForm("playground.split", SplitSettings.fields, held)
        self.split.changed.connect(lambda _name, value: self._set_share(float(value)))
        self.batch = SettingsForm("playground.batch", {"batch_size": RunSettings.fields["batch_size"]}, held)
        self.batch.changed.connect(lambda _name, value: self._set_batch(int(value)))
        for form in (self.form, self.split, self.batch):
            column.addWidget(form)
        align_labels([*self.form.rows(), *self.split.rows(), *self.batch.rows()])
        for slider in held.findChildren(Slider):
            slider.settled.connect(self._end_gesture)
        self.read, self.write = Button("playground.read", parent=held), Button("playground.write", parent=held)
        self.read.clicked.connect(self._read)
        self.write.clicked.connect(self._write)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.read, 1)
        row.addWidget(self.write, 1)
        column.addLayout(row)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(held)
        self.counts = Label(size="caption", tone="text3", wrap=True)
        self.counts.setContentsMargins(12, 0, 12, 6)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(2)
        around.addWidget(scroll, 1)
        around.addWidget(self.counts)
        self._without_head = QWidget(self)  # until a dock's head takes it
        self._without_head.hide()
        self.preset = Button("playground.preset", parent=self._without_head, quiet=True)
        self.preset.clicked.connect(self._begin_as_theirs)

    def head_controls(self) -> list[QWidget]:
        return [self.preset]

    def retranslate(self) -> None:
        short = {"Gauss": self.tr("Clouds"), "Xor": self.tr("XOR"), "Spiral": self.tr("Spiral"), "Moons": self.tr("Moons")}
        short |= {"ThreeSpirals": self.tr("3 spirals"), "Checkerboard": self.tr("Checks"), "MultiGauss": self.tr("Hills")}
        short |= {"Plane": self.tr("Slope"), "Circle": self.tr("Circle"), PAINTED: self.tr("Own")}
        for kind, tile in self.tiles.items():
            tile.set_words(short[kind], translate_core(DATASETS.get(kind).help))
        self.read.setText(self.tr("Open CSV…"))
        self.read.setToolTip(self.tr("A table with x, y and the class in each line"))
        self.write.setText(self.tr("Save CSV…"))
        self.write.setToolTip(self.tr("Save all points as a table"))
        self.preset.setText(self.tr("TF default"))
        self.preset.setAccessibleName(self.tr("TensorFlow Playground's default"))
        self.preset.setToolTip(self.tr("Begin with what TensorFlow Playground begins with"))
        if self.workspace.data is not None:
            self._say_counts(self.workspace.data)

    def show_experiment(self, experiment: Experiment) -> None:
        self._show(experiment)

    def _show(self, experiment: Experiment) -> None:
        source = experiment.data.source
        for kind, tile in self.tiles.items():
            tile.setChecked(kind == source.kind)
        fields = DATASETS.get(source.kind).fields
        values = {field: fields[field].default for field in ("samples", "noise") if field in fields} | dict(source.settings)
        made = source.kind in self.tiles and source.kind != PAINTED
        self.form.set_values({name: value for name, value in values.items() if name in {"samples", "noise"}})
        self.form.setVisible(made)
        self.split.set_values({"train": train_share(experiment.data)})
        self.batch.set_values({"batch_size": experiment.training.batch_size})

    def _say_counts(self, data: Data) -> None:
        words = self.tr("{train} to learn from · {validation} validation · {test} test · seed {seed}")
        self.counts.setText(
            words.format(
                train=grouped(len(data.train)),
                validation=grouped(len(data.validation)),
                test=grouped(len(data.test)),
                seed=self.workspace.experiment.seed,
            )
        )
        self.write.setEnabled(data.input_shape == (2,))

    # -- edits --------------------------------------------------------------------------------------------------

    def _end_gesture(self) -> None:
        self._gesture = self.workspace.document.new_merge_id()

    def _use(self, kind: str) -> None:
        """Take another data set; painting begins with the points that are there."""
        self.tiles[kind].setChecked(True)
        before = self.workspace.experiment
        if kind == PAINTED:
            x, t = self._session.points()
            if len(x):
                self._session.apply(with_points(before, x, t, self._session.classes), self.tr("Paint on these points"))
                self._session.take("brush")
                return
        raw = _sketch(kind)
        outputs = len(raw.classes) or raw.train.t.shape[1]
        source = source_of(kind, before.data.source)
        words = self.tr("Use {data}").format(data=translate_core(DATASETS.get(kind).title))
        self._session.apply(with_source(before, source, outputs, raw.task), words)
        self._show(self.workspace.experiment)

    def _set(self, name: str, value: float) -> None:
        experiment = self.workspace.experiment
        source = experiment.data.source.with_settings(**{name: value})
        words = self.tr("Change the number of points") if name == "samples" else self.tr("Change the noise")
        self._apply(replace(experiment, data=replace(experiment.data, source=source)), words)

    def _set_share(self, share: float) -> None:
        experiment = self.workspace.experiment
        self._apply(replace(experiment, data=divided(experiment.data, share)), self.tr("Change the training share"))

    def _set_batch(self, size: int) -> None:
        experiment = self.workspace.experiment
        training = replace(experiment.training, batch_size=size)
        self._apply(replace(experiment, training=training), self.tr("Change the batch size"))

    def _apply(self, experiment: Experiment, words: str) -> None:
        self._session.apply(experiment, words, self._gesture)

    def _begin_as_theirs(self) -> None:
        self._session.apply(tensorflow_playground(self.workspace.experiment), self.tr("TensorFlow Playground's default"))

    # -- tables -------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Open points"), "", "*.csv *.tsv *.txt")
        if chosen:
            self.read_table(Path(chosen))

    def read_table(self, path: Path) -> None:
        """Take the points of a table: as own points where they are of the plane in a few classes, else as a file."""
        try:
            raw = CsvFile(path=str(path)).load(0)
        except CoreError as error:
            show_error(self, error)
            return
        words = self.tr("Open points")
        before = self.workspace.experiment
        if raw.task == "classification" and 1 <= len(raw.classes) <= MOST_CLASSES and raw.input_shape == (2,):
            after = with_points(before, raw.train.x, raw.train.t, max(2, len(raw.classes)))
        elif raw.input_shape == (2,):
            source = ComponentSpec.of("CsvFile", path=str(path))
            after = with_source(before, source, len(raw.classes) or raw.train.t.shape[1], raw.task)
        else:
            show_error(self, FileError("points_not_plane", path=str(path), received=raw.input_shape[0]))
            return
        self._session.apply(replace(after, data=_unscaled(after.data)), words)

    def _write(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save points"), "points.csv", "*.csv")
        if chosen:
            self.write_table(Path(chosen))

    def write_table(self, path: Path) -> None:
        """Save all points: x, y and the class or the value in each line."""
        data = self.workspace.data
        if data is None:
            return
        try:
            with path.open("w", encoding="utf-8", newline="") as file:
                table = csv.writer(file)
                table.writerow(["x1", "x2", "class" if data.classes else "value"])
                for part in (data.train, data.validation, data.test):
                    values = part.t.reshape(len(part.t), -1)[:, 0].tolist()
                    for (a, b), value in zip((part.x * data.scale + data.offset).tolist(), values, strict=True):
                        table.writerow([f"{a:.6g}", f"{b:.6g}", f"{value:.6g}"])
        except OSError as error:
            show_error(self, FileError("cannot_write", path=str(path), reason=error.strerror or str(error)))


def _unscaled(recipe: DataRecipe) -> DataRecipe:
    """Return a recipe that leaves the points where they are, so that features such as sines mean the same."""
    return replace(recipe, scaling="none")


def _sketch(kind: str) -> RawData:
    """Return a few points of a data set."""
    dataset = DATASETS.get(kind)
    return dataset(samples=SKETCHED).load(0) if "samples" in dataset.fields else dataset().load(0)
