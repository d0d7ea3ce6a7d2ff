"""The data lab's left side: choose a source, set it up, fetch it; the network is matched where it does not fit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from core.datasets.base import DATASETS, Cancelled, Task
from core.datasets.downloaded import DownloadedSet
from core.datasets.recipe import Data, DataRecipe
from core.errors import CoreError
from core.experiment import Experiment
from core.fields import ComponentSpec, TextField, Value
from core.layers.base import LAYERS
from core.losses.base import LOSSES
from core.shapes import Fix
from core.shapes.report import bytes_text
from core.spec import NetworkSpec
from core.zoo import ZooNetwork, fitting
from workbench.labs import Place
from workbench.mending import fix_words
from workbench.panels.base import Panel, register_panel
from workbench.panels.data_source.downloading import Downloading
from workbench.panels.data_source.loading import Loading
from workbench.panels.data_source.notices import MismatchNotice, Notice
from workbench.panels.data_source.preparation import Preparation, preparation_of
from workbench.panels.data_source.source_list import SourceList
from workbench.presets import use_network
from workbench.translation.core_text import error_text, message, translate_core
from workbench.widgets.buttons import Button
from workbench.widgets.card import Separator
from workbench.widgets.labels import Label
from workbench.widgets.progress import Progress
from workbench.widgets.settings_form import SettingsForm
from workbench.workspace import Workspace

PAUSE: Final = 800
"""Milliseconds without a change after which the next one is a step of undo of its own."""

USUAL_LOSS: Final[dict[Task, str]] = {"classification": "SoftmaxCrossEntropy", "regression": "MeanSquared"}
OFFERED: Final = 2


@register_panel
class DataSourcePanel(Panel):
    """What the form shows is a wish until it is loaded; only then is it applied, and an error changes nothing."""

    name = "data_source"
    title = str(QT_TRANSLATE_NOOP("Panels", "Sources"))
    places = (Place("data", 0),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._recipe = workspace.experiment.data
        self._applied = workspace.experiment.data
        self._form: SettingsForm | None = None
        self._form_kind = ""
        self._error: Exception | None = None
        self.list = SourceList()
        self.loading = Loading(workspace.probes, self)
        self.downloading = Downloading(self)
        self._burst = workspace.document.new_merge_id()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._end_burst)
        self._build()
        self.list.taken.connect(self._take_kind)
        self.loading.loaded.connect(self._loaded)
        self.loading.refused.connect(self._refused)
        self.loading.progressed.connect(self._show_loading)
        self.downloading.progressed.connect(self._show_download)
        self.downloading.finished.connect(self._downloaded)
        self.downloading.failed.connect(self._download_failed)
        workspace.data_changed.connect(self._data_arrived)
        workspace.source_wanted.connect(self._take_kind)

    def _build(self) -> None:
        self._about = Label(size="dense", tone="text2", wrap=True)
        self._form_place = QVBoxLayout()
        self._preparation_title = Label(size="dense", weight=600)
        self._preparation = SettingsForm("data_source.preparation", Preparation.fields)
        self._preparation.changed.connect(self._prepare)
        self._progress = Progress("data_source.progress")
        self._progress.cancelled.connect(self._cancel)
        self._trouble = Notice("data_source.trouble", "error")
        self._hint = Notice("data_source.hint", "line")
        self._mismatch = MismatchNotice()
        self._mismatch.mended.connect(self._mend)
        self._mismatch.replaced.connect(self._use)
        page = QWidget()
        page.setAutoFillBackground(False)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(8, 8, 8, 12)
        inside.setSpacing(8)
        inside.addWidget(self._about)
        for notice in (self._progress, self._trouble, self._hint, self._mismatch):
            inside.addWidget(notice)
        inside.addLayout(self._form_place)
        inside.addWidget(Separator())
        inside.addWidget(self._preparation_title)
        inside.addWidget(self._preparation)
        inside.addStretch(1)
        area = QScrollArea()
        area.setObjectName("data_source.settings")
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 6, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list, 5)
        layout.addWidget(Separator())
        layout.addWidget(area, 6)

    # -- showing ------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.list.retranslate()
        self._preparation_title.setText(self.tr("Preparation"))
        self._show_recipe()
        self._say_error()
        self._judge()

    def show_experiment(self, experiment: Experiment) -> None:
        if experiment.data != self._applied:
            self._applied = self._recipe = experiment.data
            self.loading.cancel()
            self._progress.hide()
            self._forget_error()
            self._show_recipe()
        self._judge()

    def _data_arrived(self) -> None:
        self._when_seen("data", self._judge)

    def _show_recipe(self) -> None:
        """Show the wish in list and forms."""
        kind = DATASETS.get(self._recipe.source.kind)
        self.list.show_kind(kind.__name__)
        section = self.tr(" Book, section {0}.").format(kind.book) if kind.book else ""
        self._about.setText(f"{translate_core(kind.help)}{section}")
        if self._form_kind != kind.__name__:
            self._make_form(kind.__name__)
        if self._form is not None:
            self._form.set_values(dict(self._recipe.source.settings))
        self._preparation.set_values(preparation_of(self._recipe))
        self._show_hint()

    def _make_form(self, kind: str) -> None:
        if self._form is not None:
            self._form_place.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self._form_kind = kind
        fields = DATASETS.get(kind).fields
        if fields:
            self._form = SettingsForm("data_source.form", fields)
            self._form.changed.connect(self._set)
            self._form_place.addWidget(self._form)
            self._form.show()

    def _show_hint(self) -> None:
        """Say what has to be done before this source can be loaded."""
        missing = self._missing()
        self._hint.say(missing)
        buttons = []
        if missing and self._download() is not None:
            busy = self.downloading.remote is not None
            button = Button("data_source.download", self.tr("Download"), primary=True)
            button.setEnabled(not busy)
            button.clicked.connect(self._start_download)
            buttons.append(button)
        self._hint.set_buttons(buttons)

    def _missing(self) -> str:
        source = DATASETS.build(self._recipe.source)
        if isinstance(source, DownloadedSet) and not source.is_there():
            return self.tr("{title} is not on this machine yet. It is {size} to fetch. {source}").format(
                title=translate_core(source.title), size=bytes_text(source.remote.size), source=source.remote.source
            )
        if source.group == "files":
            path = next((name for name, field in source.fields.items() if isinstance(field, TextField)), "")
            if path and not source.settings[path]:
                return self.tr("Choose a file or folder below; it is read at once.")
        return ""

    def _download(self) -> DownloadedSet | None:
        source = DATASETS.build(self._recipe.source)
        return source if isinstance(source, DownloadedSet) else None

    # -- wishing ------------------------------------------------------------------------------------------------

    def _take_kind(self, kind: str) -> None:
        self._end_burst()
        self._wish(replace(self._recipe, source=ComponentSpec(kind)), at_once=True)

    def _set(self, name: str, value: Value) -> None:
        source = self._recipe.source
        settings: dict[str, Any] = {**dict(source.settings), name: value}
        try:
            checked = DATASETS.check(ComponentSpec.of(source.kind, **settings))
        except CoreError:
            return  # the form says what is wrong beside the field
        self._wish(replace(self._recipe, source=checked))

    def _prepare(self, name: str, value: Any) -> None:
        self._wish(replace(self._recipe, **{name: value}))

    def _wish(self, recipe: DataRecipe, *, at_once: bool = False) -> None:
        self._recipe = recipe
        self._forget_error()
        self._show_recipe()
        self.loading.cancel()
        if self._missing():
            return
        if recipe == self.workspace.experiment.data and self.workspace.data is not None:
            return
        self.loading.load(recipe, self.workspace.experiment.seed, at_once=at_once)

    def _show_loading(self, share: float) -> None:
        if share >= 1.0:
            self._progress.hide()
        else:
            self._progress.show_progress(self.tr("Loading"), share)

    def _cancel(self) -> None:
        if self.downloading.remote is not None:
            self.downloading.cancel()
            return
        self.loading.cancel()
        self._progress.hide()
        self._recipe = self.workspace.experiment.data
        self._show_recipe()

    def _loaded(self, recipe: DataRecipe, data: Data) -> None:
        """Take what loaded, together with a loss that fits its task."""
        experiment = self.workspace.experiment
        training = experiment.training
        if data.task not in LOSSES.get(training.loss.kind).tasks:
            training = replace(training, loss=ComponentSpec(USUAL_LOSS[data.task]))
        self._applied = recipe
        title = translate_core(DATASETS.get(recipe.source.kind).title)
        text = self.tr("Data: {title}").format(title=title)
        self.workspace.apply_data(replace(experiment, data=recipe, training=training), data, text, self._merge_id())
        self._judge()

    def _refused(self, recipe: DataRecipe, error: Exception) -> None:
        """Say what went wrong; the document is as it was."""
        if isinstance(error, Cancelled):
            return
        self._error = error
        self._say_error()
        again = Button("data_source.again", self.tr("Try again"))
        again.clicked.connect(lambda: self._wish(recipe, at_once=True))
        back = Button("data_source.back", self.tr("Back to the data in use"))
        back.clicked.connect(self._cancel_wish)
        self._trouble.set_buttons([again, back])

    def _say_error(self) -> None:
        self._trouble.say(error_text(self._error) if self._error is not None else "")

    def _forget_error(self) -> None:
        self._error = None
        self._say_error()

    def _cancel_wish(self) -> None:
        self._forget_error()
        self._recipe = self.workspace.experiment.data
        self._show_recipe()

    def _merge_id(self) -> int:
        self._pause.start()
        return self._burst

    def _end_burst(self) -> None:
        self._burst = self.workspace.document.new_merge_id()

    # -- fetching -----------------------------------------------------------------------------------------------

    def _start_download(self) -> None:
        source = self._download()
        if source is not None:
            self._forget_error()
            self.downloading.start(source.remote, source.place)
            self._show_download(0.0, float("nan"))
            self._show_hint()

    def _show_download(self, share: float, seconds_left: float) -> None:
        self._progress.show_progress(self.tr("Downloading"), share, seconds_left)

    def _downloaded(self) -> None:
        self._progress.hide()
        self._wish(self._recipe, at_once=True)

    def _download_failed(self, error: Exception) -> None:
        self._progress.hide()
        self._show_hint()
        if not isinstance(error, Cancelled):
            self._error = error
            self._say_error()
            self._trouble.set_buttons([])

    # -- matching the network -----------------------------------------------------------------------------------

    def _judge(self) -> None:
        """Offer what makes the network fit the data, where it does not."""
        diagnosis, data = self.workspace.diagnosis(), self.workspace.data
        if diagnosis is None or data is None or diagnosis.ok:
            self._mismatch.offer("", (), ())
            return
        problem = diagnosis.errors[0]
        sentence = self.tr("The network does not fit this data. {problem}").format(
            problem=message(problem.code, dict(problem.details))
        )
        self._mismatch.offer(sentence, problem.fixes[:OFFERED], self._fitting(data))

    def _fitting(self, data: Data) -> list[ZooNetwork]:
        """Return networks of the zoo that can be trained on the data, their outputs matched, those of one layer last."""
        found = []
        for network in fitting(data.input_shape):
            matched = self._matched(network.spec)
            if matched is not None:
                found.append(replace(network, spec=matched))
        return sorted(found, key=lambda network: weight_layers(network.spec) < 2)[:OFFERED]

    def _matched(self, network: NetworkSpec) -> NetworkSpec | None:
        diagnosis = self.workspace.diagnosis(network)
        if diagnosis is None or diagnosis.ok:
            return network
        fix = next((fix for fix in diagnosis.errors[0].fixes if fix.code == "match_output"), None)
        if fix is None:
            return None
        judged = self.workspace.diagnosis(fix.network)
        return fix.network if judged is not None and judged.ok else None

    def _mend(self, fix: Fix) -> None:
        experiment = self.workspace.experiment
        self.workspace.apply(replace(experiment, network=fix.network), fix_words(fix))

    def _use(self, network: ZooNetwork) -> None:
        use_network(self.workspace, network.spec, translate_core(network.card.title))


def weight_layers(network: NetworkSpec) -> int:
    """Return how many layers of weights a network has."""
    return sum(LAYERS.get(layer.kind).family == "weights" for layer in network.walk())
