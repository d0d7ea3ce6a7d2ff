"""The reliability diagram of the shown moment, with the expected calibration error."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from core.losses.base import LOSSES
from core.probes.calibration import Reliability, reliability
from core.probes.judgement import gives_probabilities
from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.calibration.diagram import ReliabilityDiagram
from workbench.translation.core_text import translate_core
from workbench.verdicts import judge_of
from workbench.widgets.card import EmptyState
from workbench.widgets.labels import Label
from workbench.widgets.numbers import grouped, percent
from workbench.workspace import Workspace

CLOSE: Final = 0.01
"""A mean confidence that is so near to the accuracy is neither too sure nor too careful."""


@register_panel
class CalibrationPanel(Panel):
    """Only a loss that predicts probabilities can be calibrated; for others it says so."""

    name: ClassVar[str] = "calibration"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Calibration"))
    places: ClassVar[tuple[Place, ...]] = (Place("train", column=1, row=0, stretch=3, tab=2),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.judge = judge_of(workspace)
        self.diagram = ReliabilityDiagram()
        self.nothing = EmptyState("calibration.nothing")
        self.sentence = Label(size="dense", tone="text2", wrap=True)
        self._key = Label(size="dense", tone="text3", wrap=True)
        self._names = [Label(size="dense", tone="text2") for _ in range(4)]
        self.figures = [Label(size="dense", weight=600) for _ in range(4)]
        self.judge.serve(self)
        self.judge.changed.connect(lambda: self._when_seen("verdict", self._show))
        for key, label in zip(("error", "confidence", "accuracy", "samples"), self.figures, strict=True):
            label.setObjectName(f"calibration.{key}")
        self.sentence.setObjectName("calibration.sentence")
        table = QGridLayout()
        table.setHorizontalSpacing(12)
        table.setVerticalSpacing(4)
        for row, (word, number) in enumerate(zip(self._names, self.figures, strict=True)):
            table.addWidget(word, row, 0)
            table.addWidget(number, row, 1)
        beside = QVBoxLayout()
        beside.setSpacing(10)
        beside.addLayout(table)
        beside.addWidget(self.sentence)
        beside.addWidget(self._key)
        beside.addStretch()
        page = QWidget()
        both = QHBoxLayout(page)
        both.setContentsMargins(12, 8, 12, 8)
        both.setSpacing(16)
        both.addWidget(self.diagram, 3)
        both.addLayout(beside, 2)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(QWidget())  # before the first verdict
        self._stack.addWidget(page)
        self._stack.addWidget(self.nothing)

    def retranslate(self) -> None:
        self.diagram.setAccessibleName(self.tr("Reliability diagram"))
        bin_words = self.tr("probability {0} to {1}: {2} samples, on average {3} sure and {4} right")
        words = self.tr("probability that the network gives"), self.tr("share that is right"), self.tr("samples")
        self.diagram.set_words(*words, bin_words)
        names = (
            self.tr("Expected calibration error"),
            self.tr("Mean probability given"),
            self.tr("Right in fact"),
            self.tr("Samples"),
        )
        for label, name in zip(self._names, names, strict=True):
            label.setText(name)
        self._key.setText(self.tr("Red boxes: surer than right. Yellow boxes: right more often than it says."))
        self._show()

    def show_frame(self, frame: Frame) -> None:
        self.judge.look(frame)

    def look_again(self) -> None:
        self.judge.go_on()

    def _show(self) -> None:
        verdict = self.judge.verdict
        if verdict is None:
            return
        loss = LOSSES.build(verdict.frame.experiment.training.loss)
        regression = verdict.frame.data.task == "regression"
        if regression:
            self.nothing.set_words(self.tr("This network answers with values, not with probabilities: nothing to calibrate."))
        elif not gives_probabilities(loss):
            title = translate_core(loss.title)
            words = self.tr("{0} gives scores, not probabilities. Train with softmax cross-entropy to see how well they fit.")
            self.nothing.set_words(words.format(title))
        suits = not regression and gives_probabilities(loss)
        self._stack.setCurrentIndex(1 if suits else 2)
        if not suits:
            return
        said = verdict.judgement
        found = reliability(said.answers, said.targets)
        self.diagram.show_reliability(found)
        shares = (found.error, found.mean_confidence, found.mean_accuracy)
        for label, text in zip(self.figures, (*map(percent, shares), grouped(found.total)), strict=True):
            label.setText(text)
        self.sentence.setText(self._sentence(found))
        self.diagram.setAccessibleDescription(self.sentence.text())

    def _sentence(self, found: Reliability) -> str:
        if not found.total:
            return ""
        gap = found.mean_confidence - found.mean_accuracy
        if abs(gap) < CLOSE:
            return self.tr("On average the network is as sure as it is right. Bars on the dashed line are well calibrated.")
        points = f"{100 * abs(gap):.1f}"
        if gap > 0:
            words = self.tr("Too sure: on average it gives {0} points more than it is right. Most bars end below the line.")
        else:
            words = self.tr("Too careful: on average it is right {0} points more often than it says. Most bars pass the line.")
        return words.format(points)
