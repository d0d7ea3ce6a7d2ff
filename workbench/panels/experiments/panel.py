"""The book's experiments: choose one, set what it asks, and see what comes out."""

from __future__ import annotations

import time
from typing import Any, ClassVar, Final, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from core.datasets.base import DATASETS
from core.fields import Value
from core.studies.base import STUDIES, Study, Subject, studies_in_order
from core.studies.findings import Stage
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.experiments.results import Results
from workbench.panels.experiments.source_choice import DOCUMENT, SETS, loader
from workbench.panels.experiments.study_run import StudyRun
from workbench.translation.core_text import error_text, translate_core
from workbench.widgets.buttons import Button
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.form_row import FormRow, align_labels
from workbench.widgets.labels import Label
from workbench.widgets.progress import Progress
from workbench.widgets.settings_form import SettingsForm
from workbench.workspace import Workspace

SIDE: Final = 268


@register_panel
class ExperimentsPanel(Panel):
    """A list of studies, the form of the chosen one, and its results.

    Settings that were chosen are kept while another study is looked at. A study that takes no time runs again with every
    move of a slider.
    """

    name: ClassVar[str] = "experiments"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Experiments"))
    places: ClassVar[tuple[Place, ...]] = (Place("inside", column=0, tab=2),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._kinds = studies_in_order()
        self._chosen: dict[str, dict[str, Value]] = {kind.__name__: {} for kind in self._kinds}
        self._shown: dict[str, Stage] = {}
        self._running = ""
        self._began = 0.0
        self.run = StudyRun(workspace.probes, self)
        self.run.advanced.connect(self._advance)
        self.run.ended.connect(self._show_state)
        self.run.failed.connect(self._fail)
        self._form: SettingsForm | None = None
        self._build()
        self.list.setCurrentRow(0)

    def _build(self) -> None:
        self.list = QListWidget()
        self.list.setObjectName("experiments.list")
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        for kind in self._kinds:
            QListWidgetItem(self.list).setData(Qt.ItemDataRole.UserRole, kind.__name__)
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda _item: self.start())
        self._about = Label(size="caption", tone="text2", wrap=True)
        self.source = ComboBox("experiments.source")
        self._source_row = FormRow(self.source)
        self.begin = Button("experiments.run", primary=True)
        self.begin.clicked.connect(self.start)
        self.book = Button("experiments.reset", quiet=True)
        self.book.clicked.connect(self._restore)
        self._trouble = Label(size="caption", tone="error", wrap=True)
        self._trouble.hide()
        self.progress = Progress("experiments.progress")
        self.progress.cancelled.connect(self.run.cancel)
        held = QWidget()
        held.setObjectName("scrolled")
        self._column = QVBoxLayout(held)
        self._column.setContentsMargins(12, 8, 12, 12)
        self._column.setSpacing(8)
        acts = QHBoxLayout()
        acts.addWidget(self.begin)
        acts.addWidget(self.book)
        acts.addStretch(1)
        for part in (self.list, self._about, self._source_row):
            self._column.addWidget(part)
        self._column.addLayout(acts)
        self._column.addWidget(self.progress)
        self._column.addWidget(self._trouble)
        self._column.addStretch(1)
        side = QScrollArea()
        side.setWidgetResizable(True)
        side.setFrameShape(QFrame.Shape.NoFrame)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFixedWidth(SIDE)
        side.setWidget(held)
        self.results = Results()
        self.results.empty.asked.connect(self.start)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.results, 1)

    @property
    def kind(self) -> type[Study]:
        """The study that is looked at."""
        return self._kinds[max(0, self.list.currentRow())]

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Experiments of the book"))
        for row, kind in enumerate(self._kinds):
            item = self.list.item(row)
            item.setText(translate_core(kind.title))
            item.setToolTip(self._help_of(kind))
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * len(self._kinds) + 2 * self.list.frameWidth() + 2)
        names = [(key, translate_core(DATASETS.get(key).title)) for key in SETS]
        self.source.set_choices([*names, (DOCUMENT, self.tr("the document's data"))])
        self._source_row.set_words(self.tr("Learned from"), self.tr("What the networks of this experiment learn."))
        self.book.setText(self.tr("Book's settings"))
        self._say()
        self._show_state()
        self.results.retranslate()

    def _help_of(self, kind: type[Study]) -> str:
        return self.tr("{0} Book, section {1}.").format(translate_core(kind.help), kind.book)

    def _say(self) -> None:
        self._about.setText(self._help_of(self.kind))
        self._source_row.setVisible(self.kind.needs == "images")
        self.begin.setText(self.tr("Run"))
        self.begin.setVisible(not self.kind.live)

    # -- choosing -----------------------------------------------------------------------------------------------

    def _choose(self, _row: int) -> None:
        kind = self.kind
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = SettingsForm("experiments.settings", kind.fields)
        self._form.set_values(self._chosen[kind.__name__])
        self._form.changed.connect(self._set)
        self._column.insertWidget(3, self._form)
        align_labels([self._source_row, *self._form.rows()])
        self._say()
        self._trouble.hide()
        self.results.forget()
        if kind.__name__ in self._shown:
            self.results.show_stage(self._shown[kind.__name__])
        self._show_state()
        self._run_live()

    def _set(self, name: str, value: Value) -> None:
        self._chosen[self.kind.__name__][name] = value
        self._run_live()

    def _restore(self) -> None:
        self._chosen[self.kind.__name__].clear()
        if self._form is not None:
            self._form.set_values({})
        self._run_live()

    def look_again(self) -> None:
        if self.kind.__name__ not in self._shown:
            self._run_live()

    def _run_live(self) -> None:
        if self.kind.live and self.is_seen and (not self.run.is_busy or self._running == self.kind.__name__):
            self.start()

    # -- running ------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Run the chosen study with its settings."""
        workspace, kind = self.workspace, self.kind
        study = kind(**cast("dict[str, Any]", self._chosen[kind.__name__]))
        frame = workspace.frame
        if kind.needs == "network" and frame is None:
            self._tell(self.tr("There is no network yet; wait until its data is loaded."))
            return
        self._trouble.hide()
        self._running, self._began = kind.__name__, time.monotonic()
        seed = workspace.experiment.seed
        if kind.needs == "network" and frame is not None:
            subject = Subject(frame.data, seed, frame.experiment, frame.snapshot.theta)
            self.run.begin(study, lambda: subject)
        else:
            present = workspace.data if workspace.data is not None and workspace.data.task == "classification" else None
            if kind.needs == "images" and self.source.key == DOCUMENT and present is None:
                self._running = ""
                self._tell(self.tr("The document's data has no classes; choose other samples."))
                return
            load = loader(self.source.key if kind.needs == "images" else "Digits", seed, present)
            self.run.begin(study, lambda: Subject(load(), seed))
        self._show_state()

    def _advance(self, stage: Stage) -> None:
        self._shown[self._running] = stage
        if self._running == self.kind.__name__ and self.is_seen:
            self.results.show_stage(stage)
        self._show_progress(stage.share)

    def _show_progress(self, share: float) -> None:
        kind = STUDIES.get(self._running)
        if self.run.is_busy and not kind.live:
            spent = time.monotonic() - self._began
            left = spent / share - spent if share > 0 else float("nan")
            self.progress.show_progress(translate_core(kind.title), share, left)

    def _show_state(self) -> None:
        busy = self.run.is_busy and bool(self._running)
        if busy:
            self._show_progress(0.0)
        else:
            self.progress.hide()
        self.begin.setEnabled(not busy)

    def _fail(self, error: Exception) -> None:
        self._tell(error_text(error))

    def _tell(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.show()
