"""The panel of the network that learns XOR: both planes, the loss, and how many of 100 starts succeed."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Final, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.experiment import Experiment
from core.perceptron.hidden import LARGEST_SEED, HiddenActivation, HiddenSpec, SeedReport, over_seeds
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.perceptron_hidden.charts import LossChart, SeedChart
from workbench.panels.perceptron_hidden.planes import PlaneOfPoints
from workbench.panels.perceptron_hidden.trainer import MANY_STEPS, HiddenTrainer
from workbench.perceptron.session import perceptron_session
from workbench.training.probe_worker import Probe
from workbench.widgets.buttons import Button, IconButton
from workbench.widgets.labels import ElidedLabel, Label
from workbench.widgets.number_field import NumberField
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

SEEDS: Final = 100
STRIDE: Final = 10
EDGE: Final = 12
GAP: Final = 8


@register_panel
class PerceptronHiddenPanel(Panel):
    """Two hidden units fold the plane until one line separates XOR."""

    name: ClassVar[str] = "perceptron_hidden"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Hidden space"))
    places: ClassVar[tuple[Place, ...]] = (Place("perceptron", 2, 0, tab=2),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._session = perceptron_session(workspace)
        self._trainer = HiddenTrainer(workspace.experiment.perceptron.hidden, self)
        self._trainer.changed.connect(self._show_training)
        self._probe = Probe(workspace.probes, self)
        self._probe.answered.connect(self._take_report)
        self._asked: HiddenSpec | None = None
        self._report: SeedReport | None = None
        self._make_controls()
        self._inputs = PlaneOfPoints("inputs", self._trainer)
        self._hidden = PlaneOfPoints("hidden", self._trainer)
        self._loss = LossChart(self._trainer)
        self._seeds = SeedChart()
        self._seeds.taken.connect(self._take_seed)
        self._about = Label(size="dense", tone="text2", wrap=True)
        self._about.setObjectName("hidden.about")
        self._share = Label(size="dense", weight=600, wrap=True)
        self._share.setObjectName("hidden.share")
        planes = QHBoxLayout()
        planes.setSpacing(GAP)
        planes.addWidget(self._inputs, 1)
        planes.addWidget(self._hidden, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, 8, EDGE, 8)
        layout.setSpacing(6)
        layout.addLayout(self._settings_row())
        layout.addLayout(self._run_row())
        layout.addLayout(planes, 5)
        layout.addWidget(self._about)
        layout.addWidget(self._loss, 2)
        layout.addWidget(self._share)
        layout.addWidget(self._seeds, 2)

    def _make_controls(self) -> None:
        self._activation = Segmented("hidden.activation")
        self._activation.changed.connect(self._take_activation)
        self._eta_label, self._seed_label = Label("η", tone="text2"), Label(size="dense", tone="text2")
        self._eta = NumberField("hidden.eta")
        self._eta.set_numbers(1e-4, 100.0, step=0.5)
        self._eta.changed.connect(lambda eta: self._edit(replace(self._spec, eta=eta), self.tr("Change the learning rate")))
        self._seed = NumberField("hidden.seed")
        self._seed.set_numbers(0, LARGEST_SEED, whole=True)
        self._seed.changed.connect(lambda seed: self._take_seed(int(seed)))
        for field in (self._eta, self._seed):
            field.setFixedWidth(64)
        self._dice = IconButton("hidden.dice", "dice")
        self._dice.clicked.connect(lambda: self._take_seed(self._spec.seed + 1))
        self._reset = IconButton("hidden.reset", "reset")
        self._reset.clicked.connect(lambda: self._trainer.begin(self._spec))
        self._run = IconButton("hidden.run", "play", side=28, tone="accent")
        self._run.clicked.connect(lambda: self._trainer.run(not self._trainer.running))
        self._step = Button("hidden.step")
        self._step.clicked.connect(lambda: self._trainer.advance(1))
        self._leap = Button("hidden.leap")
        self._leap.clicked.connect(lambda: self._trainer.advance(100))
        self._state = ElidedLabel(size="dense", tone="text2")
        self._state.setObjectName("hidden.state")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what the squares of both planes cannot use to the charts below."""
        super().resizeEvent(event)
        side = (self.width() - 2 * EDGE - GAP) // 2
        for plane in (self._inputs, self._hidden):
            plane.setMaximumHeight(max(side + plane.above_square, plane.minimumSizeHint().height()))

    def _settings_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._activation)
        row.addStretch(1)
        for widget in (self._eta_label, self._eta, self._seed_label, self._seed, self._dice):
            row.addWidget(widget)
        return row

    def _run_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget in (self._reset, self._run, self._step, self._leap):
            row.addWidget(widget)
        row.addSpacing(6)
        row.addWidget(self._state, 1)
        return row

    @property
    def _spec(self) -> HiddenSpec:
        return self.workspace.experiment.perceptron.hidden

    # -- showing ------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        spec = experiment.perceptron.hidden
        self._activation.set_key(spec.activation)
        if spec.eta != self._eta.number:
            self._eta.set_number(spec.eta)
        if spec.seed != self._seed.number:
            self._seed.set_number(spec.seed)
        if spec != self._trainer.spec:
            self._trainer.begin(spec)
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_training()

    def _ask(self) -> None:
        """Have all starts trained, in the thread for heavy questions; the seed that is looked at changes nothing of it."""
        spec = replace(self._spec, seed=0)
        if spec != self._asked:
            self._asked = spec
            self._report = None
            self._probe.ask(lambda _networks: over_seeds(spec, SEEDS, MANY_STEPS))
        self._show_report()

    def _take_report(self, report: SeedReport) -> None:
        if report.spec == self._asked:
            self._report = report
            self._show_report()

    def _show_report(self) -> None:
        self._seeds.show_report(self._report, self._spec.seed)
        if self._report is None:
            self._share.setText(self.tr("Training {count} starts …").format(count=SEEDS))
        else:
            words = self.tr("{successes} of {count} starts learn XOR within {steps} steps; the fuller the green, the sooner")
            self._share.setText(words.format(successes=self._report.successes, count=SEEDS, steps=f"{MANY_STEPS:,}"))

    def _show_training(self) -> None:
        if not self.isVisible():
            return
        trainer = self._trainer
        words = self.tr("step {step}: loss {loss}, {right} of 4 right")
        self._state.set_text(words.format(step=f"{trainer.steps:,}", loss=f"{trainer.loss:.3f}", right=trainer.right))
        self._run.set_icon("pause" if trainer.running else "play")
        self._run.set_words(self.tr("Pause") if trainer.running else self.tr("Run"))
        self._run.setEnabled(trainer.running or not trainer.finished)
        if trainer.right == 4:
            self._about.setText(self.tr("The hidden units have folded the plane: one line now separates the four points."))
        elif trainer.stuck:
            self._about.setText(
                self.tr("This start is stuck: after {steps} steps the loss hardly falls. Another start may learn it.").format(
                    steps=f"{trainer.steps:,}"
                )
            )
        else:
            self._about.setText(
                self.tr("No line separates the points yet: the hidden units have to bring (0, 1) and (1, 0) together.")
            )

    def retranslate(self) -> None:
        self._activation.setAccessibleName(self.tr("Activation of the hidden units"))
        self._activation.set_choices([("sigmoid", self.tr("Sigmoid")), ("tanh", self.tr("Tanh"))])
        self._activation.set_key(self._spec.activation)
        self._eta.setAccessibleName(self.tr("Learning rate η"))
        self._seed_label.setText(self.tr("Seed"))
        self._seed.setAccessibleName(self.tr("Seed of the start"))
        self._dice.set_words(self.tr("The next start"))
        self._reset.set_words(self.tr("Back to the start"))
        self._step.setText(self.tr("One step"))
        self._leap.setText(self.tr("100 steps"))
        self._inputs.set_title(self.tr("Inputs, with the lines of both hidden units"))
        self._hidden.set_title(self.tr("Hidden units, with the line of the output"))
        self._loss.set_words(self.tr("Mean cross entropy"), self.tr("steps"))
        self._seeds.set_words(
            self.tr("Starts that learn XOR"),
            self.tr("Seed {seed}: all four right after {steps} steps. Click to see it learn."),
            self.tr("Seed {seed}: never all four right. Click to see why."),
        )
        self.set_note(self.tr("a 2-2-1 network learns XOR"))
        self._show_report()
        self._show_training()

    def hideEvent(self, event: QHideEvent) -> None:
        self._trainer.run(False)
        super().hideEvent(event)

    # -- what the person does -----------------------------------------------------------------------------------

    def _edit(self, spec: HiddenSpec, text: str) -> None:
        self._session.edit(replace(self._session.spec, hidden=spec), text)

    def _take_activation(self, key: str) -> None:
        self._edit(replace(self._spec, activation=cast("HiddenActivation", key)), self.tr("Change the activation"))

    def _take_seed(self, seed: int) -> None:
        self._edit(replace(self._spec, seed=seed), self.tr("Take another start"))
