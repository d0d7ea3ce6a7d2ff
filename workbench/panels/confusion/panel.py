"""The confusion matrix of a part of the data; for values instead of classes their residuals."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.confusion.matrix import ConfusionMatrix
from workbench.panels.confusion.residuals import ResidualPlot
from workbench.translation.core_text import class_names
from workbench.verdicts import ANY, Cell, judge_of
from workbench.widgets.labels import ElidedLabel
from workbench.widgets.numbers import figure, grouped, percent
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace


@register_panel
class ConfusionPanel(Panel):
    """Rows are true, columns predicted; a click shows those samples in the gallery."""

    name: ClassVar[str] = "confusion"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Confusion"))
    places: ClassVar[tuple[Place, ...]] = (Place("train", column=1, row=0, stretch=3, tab=1),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.judge = judge_of(workspace)
        self.matrix = ConfusionMatrix()
        self.residuals = ResidualPlot()
        self._without_head = QWidget(self)  # until a dock's head takes it
        self._without_head.hide()
        self.part = Segmented("confusion.part", self._without_head)
        self.line = ElidedLabel(size="dense", tone="text2")
        self._pointed: Cell | None = None
        self.judge.serve(self)
        self.line.setObjectName("confusion.line")
        self.part.changed.connect(self.judge.take_part)
        self.matrix.taken.connect(self.judge.choose)
        self.matrix.pointed.connect(self._point)
        self.judge.changed.connect(lambda: self._when_seen("verdict", self._show))
        self.judge.chosen.connect(lambda: self._when_seen("choice", self._choose))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        self._stack = QStackedLayout()
        self._stack.addWidget(QWidget())  # before the first verdict
        self._stack.addWidget(self.matrix)
        self._stack.addWidget(self.residuals)
        column.addLayout(self._stack, 1)
        column.addWidget(self.line)

    def head_controls(self) -> list[QWidget]:
        return [self.part]

    def retranslate(self) -> None:
        self.part.set_choices([("test", self.tr("Test")), ("validation", self.tr("Validation")), ("train", self.tr("Training"))])
        self.part.setAccessibleName(self.tr("Part of the data that is judged"))
        self.matrix.setAccessibleName(self.tr("Confusion matrix: rows are the true class, columns the predicted one"))
        self.matrix.setToolTip(self.tr("Click a cell, or a class at the edge, to see those samples in the gallery"))
        self.matrix.set_words(self.tr("true"), self.tr("predicted"), self.tr("recall"), self.tr("precision"))
        self.residuals.setAccessibleName(self.tr("Residuals over the answers"))
        self.residuals.set_words(self.tr("answer of the network"), self.tr("answer − truth"))
        self._show()

    def show_frame(self, frame: Frame) -> None:
        self.judge.look(frame)

    def look_again(self) -> None:
        self.judge.go_on()

    def _show(self) -> None:
        verdict = self.judge.verdict
        if verdict is None:
            return
        said, data = verdict.judgement, verdict.frame.data
        if data.task == "regression":
            self._stack.setCurrentWidget(self.residuals)
            self.residuals.show_points(said.answers[:, 0], said.residuals[:, 0])
        else:
            self._stack.setCurrentWidget(self.matrix)
            self.matrix.show_counts(said.confusion(len(data.classes)), class_names(data.classes))
        self.part.set_key(self.judge.part)
        count = self.tr("{0} samples").format(grouped(len(said)))
        if len(said) < len(verdict.samples):
            count = self.tr("{0} of {1} samples").format(grouped(len(said)), grouped(len(verdict.samples)))
        self.set_note(count)
        self._choose()

    def _choose(self) -> None:
        self.part.set_key(self.judge.part)
        self.matrix.select(self.judge.cell)
        self._say()

    def _point(self, cell: Cell | None) -> None:
        self._pointed = cell
        self._say()

    def _say(self) -> None:
        """Say what the cell under the mouse, or else the chosen one, or else the whole holds."""
        verdict = self.judge.verdict
        if verdict is None:
            return
        said = verdict.judgement
        if verdict.frame.data.task == "regression":
            deviation = float(np.sqrt(np.mean(said.residuals.astype(np.float64) ** 2)))
            self.line.set_text(self.tr("Root of the mean squared residual {0}").format(figure(deviation)))
            return
        counts = self.matrix.counts
        cell = self._pointed or self.judge.cell
        self.line.set_text(self._words_of(cell if max(cell.true, cell.said) < len(counts) else Cell()))
        self.matrix.setAccessibleDescription(self.line.whole)

    def _words_of(self, cell: Cell) -> str:
        verdict = self.judge.verdict
        if verdict is None:
            return ""
        counts, classes = self.matrix.counts, class_names(verdict.frame.data.classes)
        right = np.diag(counts)
        if cell == Cell():
            right_share = percent(float(right.sum()) / max(1, int(counts.sum())))
            return self.tr("{0} of {1} right, {2}").format(grouped(int(right.sum())), grouped(int(counts.sum())), right_share)
        if cell.said == ANY:
            words = self.tr("{0}: {1} samples, {2} of them found (recall {3})")
            number, whole = int(right[cell.true]), int(counts[cell.true].sum())
            return words.format(classes[cell.true], grouped(whole), grouped(number), _share(number, whole))
        if cell.true == ANY:
            words = self.tr("taken for {0}: {1} samples, {2} of them rightly (precision {3})")
            number, whole = int(right[cell.said]), int(counts[:, cell.said].sum())
            return words.format(classes[cell.said], grouped(whole), grouped(number), _share(number, whole))
        number, whole = int(counts[cell.true, cell.said]), int(counts[cell.true].sum())
        words = self.tr("{0} taken for {1}: {2} of {3} samples, {4}")
        share = _share(number, whole)
        return words.format(classes[cell.true], classes[cell.said], grouped(number), grouped(whole), share)


def _share(number: int, whole: int) -> str:
    return percent(number / whole, 1) if whole else "—"
