"""Optimizer, learning rate and all else that decides how the network learns."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any, ClassVar, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.datasets.recipe import Data
from core.experiment import Experiment
from core.fields import ComponentSpec, Value
from core.losses.base import LOSSES
from core.optimizers.base import OPTIMIZERS
from core.registries import check_component
from core.schedules.base import SCHEDULES
from core.training.settings import RunSettings, StopSettings
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.training_form.component_rows import ComponentRows
from workbench.status import RunState, Status
from workbench.training.inbox import Speed
from workbench.training.stop_words import planned_stop
from workbench.translation.core_text import translate_core
from workbench.widgets.form_row import FormRow, align_labels
from workbench.widgets.labels import Chip, Label
from workbench.widgets.settings_form import ROW_GAP, SettingsForm
from workbench.widgets.slider import Slider
from workbench.workspace import Workspace

KEPT: Final = ("weight_decay", "decay", "clip")
"""Settings that go along to another optimizer."""

NOTICEABLE: Final = 0.25
"""A speed that differs by this share is another speed."""


@register_panel
class TrainingFormPanel(Panel):
    """The settings of the training. What a slider does between press and release is one step of undo."""

    name: ClassVar[str] = "training_form"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Training"))
    places: ClassVar[tuple[Place, ...]] = (
        Place("train", column=0, row=2, stretch=2),
        Place("playground", column=0, row=2, stretch=4, tab=1),
    )

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._gesture = workspace.document.new_merge_id()
        self._speed = Speed(math.nan, math.nan)
        self._build()
        self._show_values(workspace.experiment)
        workspace.data_changed.connect(self._offer_losses)
        workspace.status_changed.connect(self._show_status)
        workspace.speed_changed.connect(self._show_speed)
        if workspace.data is not None:
            self._offer_losses(workspace.data)
        self._show_status(workspace.status)

    def _build(self) -> None:
        held = QWidget()
        held.setObjectName("scrolled")
        self.optimizer = ComponentRows("training.optimizer", OPTIMIZERS, held, first=("lr",), last=("weight_decay",))
        self.optimizer.changed.connect(self._set_optimizer)
        self.schedule = ComponentRows("training.schedule", SCHEDULES, held)
        self.schedule.changed.connect(lambda spec, words: self._set_component("schedule", spec, words))
        self.loss = ComponentRows("training.loss", LOSSES, held)
        self.loss.changed.connect(lambda spec, words: self._set_component("loss", spec, words))
        fields = RunSettings.fields
        self._batch = SettingsForm("training", {"batch_size": fields["batch_size"]})
        self._numbers = SettingsForm("training.run", {name: fields[name] for name in ("epochs", "evaluate_every")})
        self._seed = SettingsForm("training.seed", {"seed": fields["seed"]})
        for form in (self._batch, self._numbers, self._seed):
            form.changed.connect(self._set_number)
        self._stop = SettingsForm("training.stop", StopSettings.fields)
        self._stop.changed.connect(self._set_stop)
        self.plan = Label(size="caption", tone="text2", wrap=True)
        self.plan.setObjectName("training.plan")
        # until a dock's head takes it
        self._without_head = QWidget(self)
        self._without_head.hide()
        self.chip = Chip("", self._without_head)
        self.chip.setObjectName("training_form.chip")
        column = QVBoxLayout(held)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(ROW_GAP)
        for part in (
            self.optimizer.head,
            self.optimizer.first,
            self._batch,
            self.optimizer.last,
            self._numbers,
            self._stop,
            self.plan,
            self.optimizer.rest,
            self.schedule.head,
            self.schedule.rest,
            self.loss.head,
            self.loss.rest,
            self._seed,
        ):
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(held)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        for rows in (self.optimizer, self.schedule, self.loss):
            rows.rebuilt.connect(self._arrange)
        self._arrange()

    def _arrange(self) -> None:
        """Line up the labels, and end the gesture of every slider with its release."""
        align_labels(self._rows())
        for slider in self.findChildren(Slider):
            slider.settled.connect(self._end_gesture, Qt.ConnectionType.UniqueConnection)

    def _rows(self) -> list[FormRow]:
        forms = [row for form in (self._batch, self._numbers, self._stop, self._seed) for row in form.rows()]
        return [*forms, *self.optimizer.rows(), *self.schedule.rows(), *self.loss.rows()]

    def head_controls(self) -> list[QWidget]:
        return [self.chip]

    def retranslate(self) -> None:
        for rows, words in (
            (self.optimizer, self.tr("Optimizer")),
            (self.schedule, self.tr("Schedule")),
            (self.loss, self.tr("Loss")),
        ):
            rows.set_words(words)
        restart = self.tr("A change needs a restart.")
        self.loss.head.show_remark(restart)
        self._seed.row("seed").show_remark(restart)
        align_labels(self._rows())
        self._show_plan()
        self._show_status(self.workspace.status)

    def show_experiment(self, experiment: Experiment) -> None:
        self._show_values(experiment)

    def _show_values(self, experiment: Experiment) -> None:
        training = experiment.training
        self.optimizer.set_spec(training.optimizer)
        self.schedule.set_spec(training.schedule)
        self.loss.set_spec(training.loss)
        self._batch.set_values({"batch_size": training.batch_size})
        self._numbers.set_values({"epochs": training.epochs, "evaluate_every": training.evaluate_every})
        self._stop.set_values({name: getattr(training.stop, name) for name in StopSettings.fields})
        self._seed.set_values({"seed": experiment.seed})
        self._show_plan()

    def _show_speed(self, speed: Speed) -> None:
        """Say the time anew where it is another; a form that is laid out twice a second costs training time."""
        known = self._speed.updates
        if not (known > 0 and abs(speed.updates - known) < NOTICEABLE * known):
            self._speed = speed
            self._show_plan()

    def _show_plan(self) -> None:
        """Say what will end the run, with the time it takes once that is known."""
        workspace = self.workspace
        updates, total = self._speed.updates, workspace.run.total_iterations
        seconds = total / updates if updates > 0 and total else math.nan
        task = workspace.data.task if workspace.data is not None else "classification"
        words = planned_stop(workspace.experiment.training, task, seconds)
        if words != self.plan.text():
            self.plan.setText(words)

    def _offer_losses(self, data: Data) -> None:
        """Offer the losses and the target that fit the data, and the loss that is set even if it does not."""
        self._stop.row("accuracy").setVisible(data.task == "classification")
        self._stop.row("loss").setVisible(data.task != "classification")
        self._show_plan()
        fitting = [loss.__name__ for loss in LOSSES if data.task in loss.tasks]
        present = self.workspace.experiment.training.loss.kind
        self.loss.offer(fitting if present in fitting else [present, *fitting])

    def _show_status(self, status: Status) -> None:
        if status.state in {RunState.EDITED, RunState.BLOCKED}:
            self.chip.set_text(self.tr("Needs a restart"), "warn")
        else:
            self.chip.set_text(self.tr("Applies from the next batch"), "text2")

    # -- edits --------------------------------------------------------------------------------------------------

    def _set_optimizer(self, spec: ComponentSpec, words: str) -> None:
        present = self.workspace.experiment.training.optimizer
        if spec.kind != present.kind:
            kept = {name: value for name, value in present.settings if name in KEPT}
            spec = check_component(spec.with_settings(**kept), OPTIMIZERS)
        self._set_component("optimizer", spec, words)

    def _set_component(self, name: str, spec: ComponentSpec, words: str) -> None:
        experiment = self.workspace.experiment
        changed: dict[str, Any] = {name: spec}
        training = replace(experiment.training, **changed)
        self._apply(replace(experiment, training=training), words)

    def _set_number(self, name: str, value: Value) -> None:
        experiment = self.workspace.experiment
        words = translate_core(RunSettings.fields[name].title)
        changed: dict[str, Any] = {name: value}
        if name == "seed":
            self._apply(replace(experiment, **changed), words)
        else:
            self._apply(replace(experiment, training=replace(experiment.training, **changed)), words)

    def _set_stop(self, name: str, value: Value) -> None:
        experiment = self.workspace.experiment
        changed: dict[str, Any] = {name: value}
        training = replace(experiment.training, stop=replace(experiment.training.stop, **changed))
        self._apply(replace(experiment, training=training), translate_core(StopSettings.fields[name].title))

    def _apply(self, experiment: Experiment, words: str) -> None:
        self.workspace.apply(experiment, self.tr("Change {0}").format(words), self._gesture)
        if not any(slider.isSliderDown() for slider in self.findChildren(Slider)):
            self._end_gesture()

    def _end_gesture(self) -> None:
        self._gesture = self.workspace.document.new_merge_id()
