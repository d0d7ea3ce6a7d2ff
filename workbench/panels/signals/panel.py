"""How strongly the run pulls at each layer, with which learning rate, and how fast it goes."""

from __future__ import annotations

import math
from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QGridLayout, QWidget

from core.arrays import Array
from core.training.frame import Frame
from core.training.history import Curves
from core.training.measuring import layers_of
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.signals.other_runs import OtherRuns
from workbench.plots.curve import Curve
from workbench.plots.live_plot import LivePlot
from workbench.plots.measured_lines import HEALTHY, split_lines
from workbench.plots.shared_scale import SharedLogScale
from workbench.runs.wording import run_name
from workbench.workspace import Workspace

MOST_LAYERS: Final = 8
"""Deeper networks show so many layers, evenly chosen, the first and the last among them."""

SPEED_ROWS: Final = 60
"""The speed is that over so many stretches of the run."""


@register_panel
class SignalsPanel(Panel):
    """A row of small plots for the gradients, one for the updates, and two plots for the whole run."""

    name: ClassVar[str] = "signals"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Gradients and updates"))
    places: ClassVar[tuple[Place, ...]] = (Place("train", column=1, row=1, stretch=1, tab=1),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._frame: Frame | None = None
        self._layers: tuple[str, ...] = ()
        self._others = OtherRuns()
        self._gradient_scale, self._update_scale = SharedLogScale(), SharedLogScale()
        self.gradients: list[LivePlot] = []
        self.updates: list[LivePlot] = []
        self.rate = LivePlot("signals.rate", log=True, small=True)
        self.speed = LivePlot("signals.speed", small=True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 6, 8, 6)
        self._grid.setSpacing(2)
        for plot in (self.rate, self.speed):
            self._connect(plot)
        workspace.runs.changed.connect(self._runs_changed)

    def _runs_changed(self) -> None:
        if self.is_seen:
            self.look_again()

    def look_again(self) -> None:
        if self._frame is not None:
            self.show_frame(self._frame)

    def _connect(self, plot: LivePlot) -> None:
        plot.hovered.connect(self._hover)
        plot.x_changed.connect(self._zoom)
        plot.picked.connect(lambda x: self.workspace.look_at(round(x)))

    def _all(self) -> list[LivePlot]:
        return [*self.gradients, *self.updates, self.rate, self.speed]

    def _hover(self, x: float) -> None:
        for plot in self._all():
            if plot is not self.sender():
                plot.set_crosshair(x)

    def _zoom(self, low: float, high: float) -> None:
        for plot in self._all():
            if plot is not self.sender():
                plot.show_x(low, high)

    def retranslate(self) -> None:
        iteration = self.tr("iteration")
        for layer, gradient, update in zip(self._layers, self.gradients, self.updates, strict=True):
            gradient.set_words(self.tr("Gradient norm {0}").format(layer))
            update.set_words(self.tr("Update / weight {0}").format(layer))
        self.rate.set_words(self.tr("Learning rate"), iteration)
        self.speed.set_words(self.tr("Samples/s"), iteration)

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        layers = layers_of(frame.layout)
        chosen = np.unique(np.linspace(0, len(layers) - 1, min(len(layers), MOST_LAYERS)).round().astype(int))
        names = tuple(layers[index] for index in chosen)
        if names != self._layers:
            self._make_plots(names)
        here = self.workspace.shown.about
        runs = self.workspace.runs.shown()
        others = [run for run in runs if run.place != here.place]
        own = len(others) < len(runs)
        self._others.follow(others)
        label = f"{here.place} {run_name(here, frame.experiment)}" if others else "·"
        curves, colour = frame.all_curves, here.place - 1
        present = math.nan if frame.live else float(frame.iteration)
        seen = len(frame.curves.measures)
        x = curves.measures[:, 0]
        for plots, table in ((self.gradients, curves.gradients), (self.updates, curves.updates)):
            for index, name, plot in zip(chosen, names, plots, strict=True):
                measured = len(table) and own  # a run that was not measured yet has no columns either
                lines = split_lines(x, table[:, index], seen, colour, label) if measured else []
                plot.set_curves([*self._others.of_layer(name, updates=plots is self.updates), *lines])
        self._gradient_scale.fit(self.gradients)
        self._update_scale.fit(self.updates)
        steps = curves.steps
        rate = split_lines(steps[:, 0], steps[:, 3], len(frame.curves.steps), colour, label) if own else []
        self.rate.set_curves([*self._others.rates(), *rate])
        speed = Curve(*samples_per_second(curves, frame), label=self.tr("Samples/s"), run=colour)
        self.speed.set_curves([speed] if own else [])
        end = float(max(frame.total_iterations, 1))
        ends = [float(run.curves.steps[-1, 0]) for run in runs if len(run.curves.steps)]
        reached = max([0.0, *ends])
        end = max(reached, end)
        end = next((end * part for part in (1 / 16, 1 / 8, 1 / 4, 1 / 2) if reached <= end * part), end)
        for plot in self._all():
            plot.set_x(end)
            plot.set_present(present)

    def _make_plots(self, names: tuple[str, ...]) -> None:
        for plot in (*self.gradients, *self.updates):
            plot.hide()
            plot.deleteLater()
        self._layers = names
        self.gradients = [LivePlot(f"signals.gradient.{name}", log=True, small=True) for name in names]
        self.updates = [LivePlot(f"signals.update.{name}", log=True, small=True) for name in names]
        half = max(1, -(-len(names) // 2))
        for index, (gradient, update) in enumerate(zip(self.gradients, self.updates, strict=True)):
            for row, plot in enumerate((gradient, update)):
                plot.set_ticks(x=False, y=index == 0)
                self._connect(plot)
                self._grid.addWidget(plot, row, index)
            gradient.share_margins(update)
            update.share_margins(gradient)
            update.set_bands([HEALTHY])
        self._grid.addWidget(self.rate, 2, 0, 1, half)
        self._grid.addWidget(self.speed, 2, half, 1, max(1, len(names) - half))
        self.retranslate()


def samples_per_second(curves: Curves, frame: Frame) -> tuple[Array, Array]:
    """Return iterations and how many samples a second were learned from around each."""
    steps = curves.steps
    if len(steps) < 2:
        return np.empty(0), np.empty(0)
    rows = np.unique(np.linspace(0, len(steps) - 1, min(SPEED_ROWS, len(steps))).astype(int))
    seconds, samples = steps[rows, 5], steps[rows, 4] * len(frame.data.train)
    passed = np.diff(seconds)
    rates = np.divide(np.diff(samples), passed, out=np.full(len(passed), np.nan), where=passed > 0)
    return steps[rows[1:], 0], rates
