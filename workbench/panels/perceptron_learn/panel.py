"""The panel of the learning: one sample per click, a run, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.experiment import Experiment
from core.perceptron.bound import Bound
from core.perceptron.spec import LARGEST, LARGEST_ETA, Activation, Order, Rule
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.perceptron_learn.charts import PassChart
from workbench.panels.perceptron_learn.explanations import first_lines, update_lines, verdict
from workbench.panels.perceptron_learn.tracks import RULES, Tracks
from workbench.perceptron.session import perceptron_session
from workbench.perceptron.wording import decimals_for
from workbench.theme.theme import current_theme
from workbench.widgets.buttons import Button, IconButton
from workbench.widgets.card import Card
from workbench.widgets.labels import Label
from workbench.widgets.number_field import NumberField
from workbench.widgets.segmented import Segmented
from workbench.widgets.slider import Slider
from workbench.workspace import Workspace

SLOWEST, FASTEST = 1.0, 1000.0
ROWS = 4


@register_panel
class PerceptronLearnPanel(Panel):
    """The perceptron rule and gradient descent, sample by sample."""

    name: ClassVar[str] = "perceptron_learn"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Learn"))
    places: ClassVar[tuple[Place, ...]] = (Place("perceptron", 2, 0, tab=1),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._session = perceptron_session(workspace)
        self._learner = self._session.learner
        self._learner.changed.connect(self._show_learning)
        self._make_controls()
        self._make_reports()
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.setSpacing(8)
        inner.addLayout(self._settings_row())
        inner.addLayout(self._start_row())
        inner.addLayout(self._run_row())
        inner.addWidget(self._card)
        inner.addWidget(self._tracks)
        inner.addLayout(self._chart_row(), 1)
        inner.addWidget(self._verdict_card)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        current_theme().changed.connect(self._show_learning)

    def _make_controls(self) -> None:
        self._rule = Segmented("perceptron.rule")
        self._rule.changed.connect(self._take_rule)
        self._order = Segmented("perceptron.order")
        self._order.changed.connect(self._take_order)
        self._eta_label = Label("η", size="body", tone="text2")
        self._eta = NumberField("perceptron.eta")
        self._eta.set_numbers(1 / LARGEST, LARGEST_ETA, step=0.05)
        self._eta.changed.connect(self._take_eta)
        self._start_label = Label(size="dense", tone="text2")
        self._starts = [NumberField(f"perceptron.start.{name}") for name in ("w1", "w2", "b")]
        for index, field in enumerate(self._starts):
            field.set_numbers(-LARGEST, LARGEST, step=0.05, decimals=2)
            field.changed.connect(lambda value, index=index: self._take_start(index, value))
        self._dice = IconButton("perceptron.start.random", "dice")
        self._dice.clicked.connect(self._random_start)
        self._back = IconButton("perceptron.back", "reset")
        self._back.clicked.connect(self._go_back)
        self._next = Button("perceptron.next", primary=True)
        self._next.clicked.connect(lambda: self._learner.step(1, self.tr("Learn one sample")))
        self._pass = Button("perceptron.pass")
        self._pass.clicked.connect(self._next_pass)
        self._run = IconButton("perceptron.run", "play", side=28)
        self._run.clicked.connect(self._toggle)
        self._speed_label = Label(size="dense", tone="text2")
        self._speed = Slider("perceptron.speed")
        self._speed.set_numbers(SLOWEST, FASTEST, log=True)
        self._speed.set_number(self._learner.speed)
        self._speed.changed.connect(self._learner.set_speed)
        self._speed.changed.connect(self._show_speed)
        self._speed_value = Label(size="dense", tone="text2")
        self._speed_value.setMinimumWidth(56)

    def _make_reports(self) -> None:
        self._update = Label(wrap=True)
        self._update.setObjectName("perceptron.update")
        self._update.setTextFormat(Qt.TextFormat.RichText)
        self._card = Card(margin=10)
        self._card.body.addWidget(self._update)
        self._tracks = Tracks()
        self._charts: dict[Rule, PassChart] = {rule: PassChart(f"perceptron.passes.{rule}") for rule in RULES}
        self._headline = Label(size="dense", weight=600)
        self._headline.setObjectName("perceptron.headline")
        self._explanation = Label(size="dense", tone="text2", wrap=True)
        self._explanation.setObjectName("perceptron.explanation")
        self._verdict_card = Card(margin=10)
        self._verdict_card.body.setSpacing(2)
        self._verdict_card.body.addWidget(self._headline)
        self._verdict_card.body.addWidget(self._explanation)
        self._beside = Label(size="dense", tone="text2", wrap=True)
        self._beside.setObjectName("perceptron.beside")
        self._verdict_card.body.addWidget(self._beside)

    def _settings_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._rule)
        row.addStretch(1)
        row.addWidget(self._eta_label)
        row.addWidget(self._eta)
        return row

    def _chart_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for chart in self._charts.values():
            row.addWidget(chart, 1)
        return row

    def _start_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._start_label)
        for field in self._starts:
            field.setFixedWidth(56)
            row.addWidget(field)
        row.addWidget(self._dice)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._order)
        return row

    def _run_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._next)
        row.addWidget(self._pass)
        row.addWidget(self._run)
        row.addSpacing(8)
        row.addWidget(self._speed_label)
        row.addWidget(self._speed, 1)
        row.addWidget(self._speed_value)
        return row

    # -- showing ------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        spec = experiment.perceptron
        self._rule.set_key(spec.rule)
        self._order.set_key(spec.order)
        if spec.eta != self._eta.number:
            self._eta.set_number(spec.eta)
        decimals = decimals_for(spec.start)
        for field, value in zip(self._starts, spec.start, strict=True):
            if value != field.number:
                field.set_numbers(-LARGEST, LARGEST, step=0.05, decimals=decimals)
                field.set_number(value)
        self._show_way_back()

    def _show_way_back(self) -> None:
        spec = self._session.spec
        self._back.setEnabled(spec.weights != spec.start or self._learner.progress.samples > 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_learning()

    def retranslate(self) -> None:
        self._rule.setAccessibleName(self.tr("Rule that moves the line"))
        self._rule.set_choices([("perceptron", self.tr("Perceptron rule")), ("descent", self.tr("Gradient descent"))])
        self._rule.set_key(self._session.spec.rule)
        self._order.setAccessibleName(self.tr("Order of the samples"))
        self._order.set_choices([("in_turn", self.tr("In turn")), ("shuffled", self.tr("Shuffled"))])
        self._order.set_key(self._session.spec.order)
        self._eta.setAccessibleName(self.tr("Learning rate η"))
        self._eta.set_about(self.tr("Learning rate η: how far one mistake moves the weights"))
        self._start_label.setText(self.tr("Start"))
        for field, name in zip(self._starts, ("w1", "w2", "b"), strict=True):
            words = self.tr("{name} at the start").format(name=name)
            field.setAccessibleName(words)
            field.set_about(words)
        self._dice.set_words(self.tr("Random start"))
        self._back.set_words(self.tr("Go to the start"))
        self._next.setText(self.tr("Next sample"))
        self._pass.setText(self.tr("Next pass"))
        self._speed_label.setText(self.tr("Speed"))
        self._speed.setAccessibleName(self.tr("Samples per second"))
        self._tracks.retranslate()
        self._show_speed(self._speed.number)
        self._show_learning()

    def _show_speed(self, speed: float) -> None:
        self._speed_value.setText(self.tr("{speed} / s").format(speed=f"{speed:.0f}"))

    def _show_learning(self) -> None:
        if not self.isVisible():
            return
        spec, progress, bound = self._session.spec, self._learner.progress, self._learner.bound
        theme = current_theme()
        lines = update_lines(progress.last, spec, theme) if progress.last else [*first_lines(spec), ""]
        self._update.setText("<div style='line-height:130%'>" + "<br>".join(line or "&nbsp;" for line in lines) + "</div>")
        both = {progress.rule: progress, self._learner.beside.rule: self._learner.beside}
        self._tracks.show_both(both, spec.rule, bound)
        titles = {"perceptron": self.tr("Errors of each pass"), "descent": self.tr("Mean cross entropy")}
        nothing = {"perceptron": self.tr("Each pass adds a bar."), "descent": self.tr("Each pass adds a point.")}
        for rule, chart in self._charts.items():
            chart.set_words(titles[rule], self.tr("pass"), nothing[rule])
            chart.show_progress(both[rule])
        tone, headline, explanation = verdict(progress, spec, bound)
        self._headline.set_tone(tone)
        self._headline.setText(headline)
        self._headline.setVisible(bool(headline))
        self._explanation.setText(explanation)
        self._show_beside(bound)
        self._show_way_back()
        running = self._learner.running
        self._run.set_icon("pause" if running else "play", "accent")
        self._run.set_words(self.tr("Pause") if running else self.tr("Run"))
        done = progress.finished and spec.rule == "perceptron"
        self._run.setEnabled(running or not done)
        self.set_note(
            self.tr("row {row} of pass {number}").format(row=progress.within_pass or ROWS, number=len(progress.errors))
            if progress.samples
            else ""
        )

    def _show_beside(self, bound: Bound | None) -> None:
        """Say how the other rule stands; before the first sample there is nothing to compare."""
        beside = self._learner.beside
        self._beside.setVisible(bool(beside.samples))
        _, _, words = verdict(beside, replace(self._session.spec, rule=beside.rule), bound)
        self._beside.setText(f"{self._tracks.name_of(beside.rule)}: {words}")

    def hideEvent(self, event: QHideEvent) -> None:
        self._learner.pause()
        super().hideEvent(event)

    # -- what the person does -----------------------------------------------------------------------------------

    def _toggle(self) -> None:
        if self._learner.running:
            self._learner.pause()
        else:
            self._learner.run()

    def _next_pass(self) -> None:
        self._learner.step(ROWS - self._learner.progress.within_pass, self.tr("Learn one pass"))

    def _take_rule(self, key: str) -> None:
        activation: Activation = "step" if key == "perceptron" else "sigmoid"
        spec = replace(self._session.spec, rule=cast("Rule", key), activation=activation)
        self._session.edit(spec, self.tr("Change the learning rule"))

    def _take_order(self, key: str) -> None:
        spec = replace(self._session.spec, order=cast("Order", key))
        self._session.edit(spec, self.tr("Change the order of the samples"))

    def _take_eta(self, eta: float) -> None:
        self._session.edit(replace(self._session.spec, eta=eta), self.tr("Change the learning rate"))

    def _take_start(self, index: int, value: float) -> None:
        w1, w2, b = (value if index == i else old for i, old in enumerate(self._session.spec.start))
        self._session.begin_at((w1, w2, b), self.tr("Change the start"))

    def _random_start(self) -> None:
        self._session.random_start(self.tr("Random start"))

    def _go_back(self) -> None:
        self._session.begin_at(self._session.spec.start, self.tr("Go to the start"))
