"""Loss and accuracy of the run, one above the other."""

from __future__ import annotations

import math
from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.training.frame import Frame
from core.training.smoothing import USUAL
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.curves.marks import run_marks
from workbench.panels.curves.run_lines import STEP_X, Axis, Number, RunLabel, RunLines, View, visible_rows
from workbench.plots.curve import Curve
from workbench.plots.legend import BOTH, DASHED, SOLID, Legend
from workbench.plots.live_plot import LivePlot
from workbench.runs.room import ListedRun
from workbench.runs.wording import run_name
from workbench.widgets.buttons import Button
from workbench.widgets.labels import Label
from workbench.widgets.number_field import NumberField
from workbench.widgets.segmented import Segmented
from workbench.widgets.slider import Slider
from workbench.workspace import Workspace

MOST_SMOOTHING: Final = 0.99

BAR_GAP: Final = 8

PARTS: Final = (1 / 16, 1 / 8, 1 / 4, 1 / 2)
"""Of the whole run: ends of x before the run has gone so far."""


@register_panel
class CurvesPanel(Panel):
    """The training's numbers faint, their smoothed line over them, validation dashed.

    While the person looks back, a line marks the moment and what came after it is pale.
    """

    name: ClassVar[str] = "curves"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Curves"))
    places: ClassVar[tuple[Place, ...]] = (
        Place("train", column=1, stretch=3),
        Place("playground", column=2, row=1, stretch=4),
    )

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._frame: Frame | None = None
        self._own = RunLines(USUAL)
        self._others: dict[int, RunLines] = {}
        self._zoomed = (math.nan, math.nan)
        self._words = ("", "")
        self._build()
        workspace.runs.changed.connect(self._runs_changed)

    def _runs_changed(self) -> None:
        if self.is_seen:
            self._draw()

    def look_again(self) -> None:
        self._draw()

    def _build(self) -> None:
        self._smoothing_label = Label(tone="text2")
        self.smoothing = Slider("curves.smoothing")
        self.smoothing.set_numbers(0.0, MOST_SMOOTHING)
        self.smoothing.set_number(USUAL)
        self.smoothing.setFixedWidth(64)
        self.smoothing.changed.connect(self._smooth)
        self.smoothing_field = NumberField("curves.smoothing.field")
        self.smoothing_field.setFixedWidth(52)
        self.smoothing_field.set_numbers(0.0, MOST_SMOOTHING, step=0.01, decimals=2)
        self.smoothing_field.set_number(USUAL)
        self.smoothing_field.changed.connect(self._smooth)
        self.log: QPushButton = Button("curves.log")
        self.log.setCheckable(True)
        self.log.setChecked(True)
        self.log.toggled.connect(self._choose_log)
        self.band: QPushButton = Button("curves.band")
        self.band.setCheckable(True)
        self.band.toggled.connect(lambda _on: self._draw())
        self.axis = Segmented("curves.axis")
        self.axis.changed.connect(self._choose_axis)
        self.legend = Legend()
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 4)
        bar.setSpacing(BAR_GAP)
        for part in (self._smoothing_label, self.smoothing, self.smoothing_field, self.log, self.band, self.axis):
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
        """Where the bar is too narrow for all, leave out what does not fit: the legend has the first claim, then the slider."""
        taken = self._controls_width()
        for part in (self.legend, self.smoothing, self._smoothing_label):
            width = part.sizeHint().boundedTo(part.maximumSize()).width() + BAR_GAP
            fits = taken + width <= self.width()
            part.setVisible(fits)
            taken += width if fits else 0

    def _controls_width(self) -> int:
        parts = (self.smoothing_field, self.log, self.band, self.axis)
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
        self.band.setText(self.tr("Band"))
        self.band.setToolTip(self.tr("Show the lowest and the highest numbers as an area instead of every number as a line."))
        self.axis.setAccessibleName(self.tr("What runs along the lower side"))
        self.axis.set_choices([("iteration", self.tr("Iteration")), ("epoch", self.tr("Epoch")), ("time", self.tr("Time"))])
        self._words = (self.tr("training"), self.tr("validation"))
        self._make_room()
        self._name_plots()
        self._draw()

    def _name_plots(self) -> None:
        x = {"epoch": self.tr("epoch"), "time": self.tr("seconds")}.get(self.axis.key, self.tr("iteration"))
        self.loss.set_words(self.tr("Loss"), x)
        self.accuracy.set_words(self.tr("Accuracy"), x)

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        self._own.follow(frame.all_curves)
        classes = frame.data.task == "classification"
        if not classes:
            self.accuracy.set_curves(())
        self.accuracy.setVisible(classes)
        self.loss.set_ticks(x=not classes)
        self._draw()

    def _smooth(self, weight: float) -> None:
        self.smoothing.set_number(weight)
        self.smoothing_field.set_number(weight)
        for lines in (self._own, *self._others.values()):
            lines.smooth_by(weight)
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
        row = int(np.searchsorted(steps[:, STEP_X[self._axis]], x))
        newest = row >= len(steps)
        self.workspace.look_at(int(steps[-1 if newest else row, 0]) if len(steps) else 0)

    @property
    def _axis(self) -> Axis:
        match self.axis.key:
            case "epoch":
                return "epoch"
            case "time":
                return "time"
            case _:
                return "iteration"

    def _draw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        here = self.workspace.shown.about
        others = [run for run in self.workspace.runs.shown() if run.place != here.place]
        self._follow_others(others)
        shown = here.visible and any(run.place == here.place for run in self.workspace.runs.shown())
        self._say_legend(frame, others, shown=shown)
        end, unit = self._extent(frame, others)
        marks = list(run_marks(frame, here, self._axis))
        present = math.nan if frame.live else self._place_of(frame)
        plots: list[tuple[LivePlot, Number]] = [(self.loss, "loss")]
        if frame.data.task == "classification":
            plots.append((self.accuracy, "accuracy"))
        for plot, number in plots:
            lines = self._lines(frame, number, grouped=bool(others)) if shown else []
            for run in others:
                until = math.nan if frame.live or not self._in_step(run) else float(frame.iteration)
                group = f"{run.place} {run_name(run.about, run.experiment)}"
                view = View(self._axis, self._zoomed, until, self._words)
                lines += self._others[run.place].lines(number, view, RunLabel(run.colour, group))
            plot.set_x(end, unit=unit)
            plot.set_curves(lines)
            plot.set_marks(marks)
            plot.set_present(present)

    def _follow_others(self, others: list[ListedRun]) -> None:
        """Take in what runs in step have told, and forget runs that are gone."""
        known = {run.place for run in self.workspace.runs.listed()}
        self._others = {place: lines for place, lines in self._others.items() if place in known}
        for run in others:
            lines = self._others.setdefault(run.place, RunLines(self.smoothing_field.number))
            if run.active or lines.curves is not run.curves:
                lines.follow(run.curves)

    def _in_step(self, run: ListedRun) -> bool:
        """Whether a run is looked back at together with the one that is shown."""
        return run.active

    def _say_legend(self, frame: Frame, others: list[ListedRun], *, shown: bool) -> None:
        here = self.workspace.shown.about
        if not others:
            self.legend.set_entries([(here.place - 1, self._words[0], SOLID), (here.place - 1, self._words[1], DASHED)])
        else:
            own = [(here.place - 1, f"{here.place} {run_name(here, frame.experiment)}", BOTH)] if shown else []
            rest = [(run.colour, f"{run.place} {run_name(run.about, run.experiment)}", BOTH) for run in others]
            self.legend.set_entries(sorted(own + rest))
        self._make_room()

    def _extent(self, frame: Frame, others: list[ListedRun]) -> tuple[float, float]:
        """Return how far x goes, and what its ticks are multiples of."""
        column = STEP_X[self._axis]
        ends = [float(run.curves.steps[-1, column]) for run in others if len(run.curves.steps)]
        steps = frame.all_curves.steps
        reached = float(np.nanmax([0.0, *ends, steps[-1, column] if len(steps) else 0.0]))
        epochs = max(frame.experiment.training.epochs, 1)
        match self._axis:
            case "epoch":
                return max(reached, end_of_x(reached, float(epochs))), 0.0
            case "time":
                return round_up(reached), 0.0
            case _:
                end = max(reached, end_of_x(reached, float(frame.total_iterations)))
                unit = frame.total_iterations / epochs
                return end, unit if end >= 2 * unit else 0.0

    def _place_of(self, frame: Frame) -> float:
        """Return where the moment that is shown lies on x."""
        match self._axis:
            case "epoch":
                return frame.epoch
            case "time":
                return frame.snapshot.seconds
            case _:
                return float(frame.iteration)

    def _lines(self, frame: Frame, number: Number, *, grouped: bool) -> list[Curve]:
        """Return the lines of the run that is shown: raw and smoothed training, validation."""
        training, validation = self._words
        about = self.workspace.shown.about
        colour = about.place - 1
        group = f"{about.place} {run_name(about, frame.experiment)}" if grouped else ""
        curve, steps = self._own.long[number], frame.all_curves.steps
        x = steps[:, STEP_X[self._axis]]
        first, last = visible_rows(x, self._zoomed)
        now = max(first, min(len(frame.curves.steps), last)) if not frame.live else last
        if self.band.isChecked():
            rows, low, high = curve.band(first, last)
            lines = [Curve(x[rows], high, run=colour, faint=True, floor=low)]
        else:
            rows = curve.rows(first, last)
            lines = [Curve(x[rows], curve.raw[rows], run=colour, faint=True)]
        if now < last:
            rows, values = curve.line(max(now - 1, 0), last)
            lines.append(Curve(x[rows], values, run=colour, faint=True))
        rows, values = curve.line(first, now)
        lines.append(Curve(x[rows], values, label=training, run=colour, group=group))
        checked, known = len(frame.curves.evaluations), len(frame.all_curves.evaluations)
        x, y = self._own.validation(number, self._axis, 0, checked)
        lines.append(Curve(x, y, label=validation, run=colour, validation=True, group=group))
        if known > checked:
            x, y = self._own.validation(number, self._axis, max(checked - 1, 0), known)
            lines.append(Curve(x, y, run=colour, validation=True, faint=True))
        return lines if len(steps) else lines[-1:]


def end_of_x(reached: float, whole: float) -> float:
    """Return how far x goes while a run is young: the next of a few parts of the whole, so that it moves in steps."""
    return next((whole * part for part in PARTS if reached <= whole * part), whole)


def round_up(seconds: float) -> float:
    """Return the next of 1, 2, 5 times a power of ten, so that the axis of time moves in steps."""
    power = 10.0 ** math.floor(math.log10(max(seconds, 1e-3)))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= seconds * (1 - 1e-9))
