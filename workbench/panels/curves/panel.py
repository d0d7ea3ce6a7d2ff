"""Loss and accuracy of the run, one above the other."""

from __future__ import annotations

import math
from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.arrays import Array
from core.training.frame import Frame
from core.training.history import Curves
from core.training.long_curve import LongCurve
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.curves.changes import describe_changes
from workbench.panels.curves.legend import Legend
from workbench.plots.curve import Curve, Mark
from workbench.plots.live_plot import LivePlot
from workbench.widgets.buttons import Button
from workbench.widgets.labels import Label
from workbench.widgets.number_field import NumberField
from workbench.widgets.segmented import Segmented
from workbench.widgets.slider import Slider
from workbench.workspace import Workspace

SMOOTHING: Final = 0.6
MOST_SMOOTHING: Final = 0.99

BAR_GAP: Final = 8

PARTS: Final = (1 / 16, 1 / 8, 1 / 4, 1 / 2)
"""Of the whole run: ends of x before the run has gone so far."""

ITERATION, LOSS, ACCURACY, EPOCH = 0, 1, 2, 4
"""Columns of the updates in `Curves`."""


@register_panel
class CurvesPanel(Panel):
    """The training's numbers faint, their smoothed line over them, validation dashed.

    While the person looks back, a line marks the moment and what came after it is pale.
    """

    name: ClassVar[str] = "curves"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Curves"))
    places: ClassVar[tuple[Place, ...]] = (Place("train", column=1),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._frame: Frame | None = None
        self._loss, self._accuracy = LongCurve(SMOOTHING), LongCurve(SMOOTHING)
        self._zoomed = (math.nan, math.nan)
        self._words = ("", "")
        self._build()

    def _build(self) -> None:
        self._smoothing_label = Label(tone="text2")
        self.smoothing = Slider("curves.smoothing")
        self.smoothing.set_numbers(0.0, MOST_SMOOTHING)
        self.smoothing.set_number(SMOOTHING)
        self.smoothing.setFixedWidth(88)
        self.smoothing.changed.connect(self._smooth)
        self.smoothing_field = NumberField("curves.smoothing.field")
        self.smoothing_field.setFixedWidth(52)
        self.smoothing_field.set_numbers(0.0, MOST_SMOOTHING, step=0.01, decimals=2)
        self.smoothing_field.set_number(SMOOTHING)
        self.smoothing_field.changed.connect(self._smooth)
        self.log: QPushButton = Button("curves.log")
        self.log.setCheckable(True)
        self.log.setChecked(True)
        self.log.toggled.connect(self._choose_log)
        self.axis = Segmented("curves.axis")
        self.axis.changed.connect(self._choose_axis)
        self.legend = Legend()
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 4)
        bar.setSpacing(BAR_GAP)
        for part in (self._smoothing_label, self.smoothing, self.smoothing_field, self.log, self.axis):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self.legend)
        self.loss = LivePlot("curves.loss", log=True)
        self.accuracy = LivePlot("curves.accuracy", shares=True)
        for plot, other in ((self.loss, self.accuracy), (self.accuracy, self.loss)):
            plot.hovered.connect(other.set_crosshair)
            plot.x_changed.connect(other.show_x)
            plot.x_changed.connect(self._zoom)
            plot.picked.connect(self._look_at)
            plot.share_margins(other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(bar)
        plots = QVBoxLayout()
        plots.setContentsMargins(12, 0, 4, 0)
        plots.setSpacing(2)
        plots.addWidget(self.loss, 3)
        plots.addWidget(self.accuracy, 2)
        column.addLayout(plots, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave out first the legend, then the word for the slider, where the bar is too narrow for all."""
        needed = self._controls_width()
        for part in (self._smoothing_label, self.legend):
            needed += part.sizeHint().width() + BAR_GAP
            part.setVisible(needed <= self.width())

    def _controls_width(self) -> int:
        parts = (self.smoothing, self.smoothing_field, self.log, self.axis)
        return 24 + sum(part.sizeHint().boundedTo(part.maximumSize()).width() + BAR_GAP for part in parts)

    def minimumSizeHint(self) -> QSize:
        """Return what the controls need, whether or not the legend stands beside them now."""
        return QSize(self._controls_width(), super().minimumSizeHint().height())

    def retranslate(self) -> None:
        self._smoothing_label.setText(self.tr("Smoothing"))
        self.smoothing.setAccessibleName(self.tr("Smoothing"))
        self.smoothing.setToolTip(self.tr("How much of the running average is kept from one iteration to the next."))
        self.smoothing_field.setAccessibleName(self.tr("Smoothing"))
        self.log.setText(self.tr("Log y"))
        self.log.setToolTip(self.tr("Show the loss on a logarithmic scale."))
        self.axis.setAccessibleName(self.tr("What runs along the lower side"))
        self.axis.set_choices([("iteration", self.tr("Iteration")), ("epoch", self.tr("Epoch"))])
        self._words = (self.tr("training"), self.tr("validation"))
        self.legend.set_words(*self._words)
        self._make_room()
        self._name_plots()
        self._draw()

    def _name_plots(self) -> None:
        x = self.tr("epoch") if self.axis.key == "epoch" else self.tr("iteration")
        self.loss.set_words(self.tr("Loss"), x)
        self.accuracy.set_words(self.tr("Accuracy"), x)

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        steps = frame.all_curves.steps
        self._loss.follow(steps[:, LOSS])
        classes = frame.data.task == "classification"
        if classes:
            self._accuracy.follow(steps[:, ACCURACY])
        else:
            self.accuracy.set_curves(())
        self.accuracy.setVisible(classes)
        self.loss.set_ticks(x=not classes)
        self._draw()

    def _smooth(self, weight: float) -> None:
        self.smoothing.set_number(weight)
        self.smoothing_field.set_number(weight)
        self._loss.smooth_by(weight)
        self._accuracy.smooth_by(weight)
        self._draw()

    def _choose_log(self, log: bool) -> None:
        self.loss.set_log(log)

    def _choose_axis(self, _key: str) -> None:
        for plot in (self.loss, self.accuracy):
            plot.show_x(math.nan, math.nan)
        self._zoomed = (math.nan, math.nan)
        self._name_plots()
        self._draw()

    def _zoom(self, low: float, high: float) -> None:
        self._zoomed = (low, high)
        self._draw()

    def _look_at(self, x: float) -> None:
        """Go to the moment that was clicked."""
        frame = self._frame
        if frame is None:
            return
        steps = frame.all_curves.steps
        row = int(np.searchsorted(steps[:, self._column], x))
        newest = row >= len(steps)
        self.workspace.look_at(int(steps[-1 if newest else row, ITERATION]) if len(steps) else 0)

    @property
    def _column(self) -> int:
        return EPOCH if self.axis.key == "epoch" else ITERATION

    def _draw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        by_epoch = self.axis.key == "epoch"
        epochs = max(frame.experiment.training.epochs, 1)
        whole, unit = (float(epochs), 0.0) if by_epoch else (float(frame.total_iterations), frame.total_iterations / epochs)
        steps = frame.all_curves.steps
        end = end_of_x(float(steps[-1, self._column]) if len(steps) else 0.0, whole)
        if end < 2 * unit:
            unit = 0.0
        marks = self._marks(frame)
        present = math.nan if frame.live else (frame.epoch if by_epoch else float(frame.iteration))
        plots = [(self.loss, self._loss, 2)]
        if frame.data.task == "classification":
            plots.append((self.accuracy, self._accuracy, 3))
        for plot, curve, seen in plots:
            plot.set_x(end, unit=unit)
            plot.set_curves(self._curves(frame, curve, seen))
            plot.set_marks(marks)
            plot.set_present(present)

    def _curves(self, frame: Frame, curve: LongCurve, seen: int) -> list[Curve]:
        """Return the lines of one plot; `seen` is the column of the validation's numbers."""
        training, validation = self._words
        steps, x = frame.all_curves.steps, frame.all_curves.steps[:, self._column]
        first, last = self._visible(x)
        now = max(first, min(len(frame.curves.steps), last)) if not frame.live else last
        rows = curve.rows(first, last)
        lines = [Curve(x[rows], curve.raw[rows], faint=True)]
        if now < last:
            rows, values = curve.line(max(now - 1, 0), last)
            lines.append(Curve(x[rows], values, faint=True))
        rows, values = curve.line(first, now)
        lines.append(Curve(x[rows], values, label=training))
        checked = frame.curves.evaluations
        lines.append(Curve(checked[:, self._evaluated_column], checked[:, seen], label=validation, validation=True))
        later = frame.all_curves.evaluations[max(len(checked) - 1, 0) :]
        if len(frame.all_curves.evaluations) > len(checked):
            lines.append(Curve(later[:, self._evaluated_column], later[:, seen], validation=True, faint=True))
        return lines if len(steps) else lines[-1:]

    @property
    def _evaluated_column(self) -> int:
        return 1 if self.axis.key == "epoch" else 0

    def _visible(self, x: Array) -> tuple[int, int]:
        """Return the first row that is on the screen and the one after the last."""
        low, high = self._zoomed
        if math.isnan(low):
            return 0, len(x)
        first, last = np.searchsorted(x, [low, high])
        return max(0, int(first) - 1), min(len(x), int(last) + 2)

    def _marks(self, frame: Frame) -> list[Mark]:
        known: Curves = frame.all_curves
        before = frame.initial.training
        marks = []
        for change in known.changes:
            words = describe_changes(before, change.training)
            before = change.training
            row = min(change.iteration, len(known.steps)) - 1
            x = float(known.steps[row, self._column]) if row >= 0 else 0.0
            if words:
                marks.append(Mark(x, words))
        return marks


def end_of_x(reached: float, whole: float) -> float:
    """Return how far x goes while a run is young: the next of a few parts of the whole, so that it moves in steps."""
    return next((whole * part for part in PARTS if reached <= whole * part), whole)
