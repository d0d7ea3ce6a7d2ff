"""Histograms of every layer over the run, and what goes wrong in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from core.arrays import Array
from core.experiment import Experiment
from core.probes.frame_network import FrameNetwork
from core.probes.inside import DYING, LayerMoment, Moment, look_inside
from core.probes.inside_troubles import Cure, cured, troubles
from core.training.frame import Frame
from core.training.measuring import layers_of
from core.training.snapshot import Snapshot
from workbench.curing import try_cure
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.inside_layers.diagnosis import Diagnosis
from workbench.plots.live_plot import LivePlot
from workbench.plots.measured_lines import HEALTHY, split_lines
from workbench.plots.ridge import SIDE, RidgePlot
from workbench.plots.shared_scale import SharedLogScale
from workbench.training.probe_worker import Question
from workbench.training.rounds import Rounds
from workbench.widgets.labels import ElidedLabel
from workbench.widgets.numbers import figure, percent
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

MOST_LAYERS: Final = 6
"""Deeper networks show so many layers, evenly chosen, the first and the last among them."""

MOST_MOMENTS: Final = 16
MOST_MEASURED: Final = 64
"""So many moments are remembered: all that a person comes by who drags the time slider through a run of some hundred."""

CURES: Final[tuple[Cure, ...]] = ("initial", "rate", "batch_norm", "clip")


@register_panel
class InsideLayersPanel(Panel):
    """A column for each layer with weights; what is shown are kept moments up to the one that is looked at."""

    name: ClassVar[str] = "inside_layers"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Layers inside"))
    places: ClassVar[tuple[Place, ...]] = (Place("inside", column=0),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._frame: Frame | None = None
        self._possible: tuple[Cure, ...] = ()
        self._run = -1
        self._measured: dict[int, tuple[Snapshot, Moment]] = {}
        self._wanted: tuple[int, ...] = ()
        self._gradient_scale, self._update_scale = SharedLogScale(), SharedLogScale()
        self._undrawn = False
        self._names: tuple[str, ...] = ()
        self.heads: list[ElidedLabel] = []
        self.states: list[ElidedLabel] = []
        self.ridges: list[RidgePlot] = []
        self.gradients: list[LivePlot] = []
        self.updates: list[LivePlot] = []
        self._rounds = Rounds(workspace.probes, self)
        self._rounds.answered.connect(self._take)
        self._rounds.finished.connect(self._draw_undrawn)
        self._rounds.failed.connect(lambda _name, error: self._say_failed(error))
        self._without_head = QWidget(self)  # until a dock's head takes them
        self._without_head.hide()
        self.what = Segmented("inside.what", self._without_head)
        self.what.changed.connect(lambda _key: self._draw())
        self.kind = Segmented("inside.kind", self._without_head)
        self.kind.changed.connect(lambda _key: self._draw())
        self.diagnosis = Diagnosis()
        self.diagnosis.wanted.connect(self._cure)
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 12)
        column.setSpacing(8)
        column.addLayout(self._grid, 1)
        beside = QVBoxLayout()
        beside.setContentsMargins(SIDE, 0, SIDE, 0)
        beside.addWidget(self.diagnosis)
        column.addLayout(beside)

    def head_controls(self) -> list[QWidget]:
        return [self.what, self.kind]

    def retranslate(self) -> None:
        self.what.setAccessibleName(self.tr("What is shown of each layer"))
        self.what.set_choices(
            [("outputs", self.tr("Activations")), ("weights", self.tr("Weights")), ("gradients", self.tr("Gradients"))]
        )
        self.kind.setAccessibleName(self.tr("How it is drawn"))
        self.kind.set_choices([("ridge", self.tr("Ridge")), ("heat", self.tr("Heat"))])
        self._name_plots()
        self._draw()

    # -- measuring ----------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        self._possible = tuple(cure for cure in CURES if cured(experiment, cure) is not None)
        self._draw()

    def show_frame(self, frame: Frame) -> None:
        if frame.run != self._run:
            self._run = frame.run
            self._rounds.give_up()
            self._measured.clear()
        self._frame = frame
        moments = self._moments(frame)
        self._wanted = tuple(snapshot.iteration for snapshot in moments)
        missing = []
        for snapshot in moments:
            known = self._measured.pop(snapshot.iteration, None)
            if known is not None and known[0] is snapshot:
                self._measured[snapshot.iteration] = known  # anew, so that what was not looked at for longest goes first
            else:
                missing.append(snapshot)
        while len(self._measured) > MOST_MEASURED - len(missing):
            del self._measured[next(iter(self._measured))]
        self._ask(frame, missing)
        if self.workspace.is_pacing or frame.iteration in self._measured:
            self._draw()
        elif set(self._names) <= set(layers_of(frame.layout)):  # the answer comes soon, and draws the rest
            self._draw_lines(frame)

    def _ask(self, frame: Frame, missing: Sequence[Snapshot]) -> None:
        """Ask about moments, first about the one that is looked at; while the person goes through time the others wait."""
        questions: dict[str, Question] = {
            str(snapshot.iteration): partial(_measure, replace(frame, snapshot=snapshot)) for snapshot in reversed(missing)
        }
        own = str(frame.iteration)
        if own in questions and not self.workspace.is_pacing:
            self._rounds.begin({own: questions.pop(own)}, at_once=True)
        if questions:
            self._rounds.begin(questions, at_once=False)

    def _moments(self, frame: Frame) -> list[Snapshot]:
        """Return kept moments up to the one that is looked at, at equal distances, and that one itself.

        The distance is a power of two, so that moments at different places of the slider mostly are the same ones.
        """
        kept = [s for s in self.workspace.shown.timeline.snapshots if s.iteration < frame.iteration]
        distance = 1
        while distance * (MOST_MOMENTS - 1) < len(kept):
            distance *= 2
        return [*kept[::distance], frame.snapshot]

    def _take(self, _name: str, answer: tuple[Snapshot, Moment]) -> None:
        snapshot, moment = answer
        self._measured[moment.iteration] = answer
        self._undrawn = True
        if self._frame is not None and snapshot is self._frame.snapshot:
            self._draw()

    def _draw_undrawn(self) -> None:
        if self._undrawn:
            self._draw()

    def _say_failed(self, error: Exception) -> None:
        self.set_note(str(error))

    def _measured_moments(self, frame: Frame) -> list[Moment]:
        """Return what is known of the wanted moments; while training is ahead of the answers, the newest before it too."""
        known = {iteration for iteration in self._wanted if iteration in self._measured}
        newest = max((iteration for iteration in self._measured if iteration <= frame.iteration), default=0)
        return [self._measured[iteration][1] for iteration in sorted(known | {newest}) if iteration in self._measured]

    # -- drawing ------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        frame = self._frame
        if frame is None or not self._measured or not self.what.key:
            return
        moments = self._measured_moments(frame)
        if not moments:
            return
        self._undrawn = False
        newest = moments[-1]
        chosen = evenly(len(newest.layers), MOST_LAYERS)
        names = tuple(newest.layers[index].id for index in chosen)
        if names != self._names:
            self._make(names)
        for index, head, state, ridge in zip(chosen, self.heads, self.states, self.ridges, strict=True):
            layer = newest.layers[index]
            head.set_text(f"{layer.id}  {layer.activation}".strip())
            words, tone = self._state(layer)
            state.set_text(words)
            state.set_tone(tone)
            ridge.set_kind("heat" if self.kind.key == "heat" else "ridge")
            ridge.set_words(*self._words(layer))
            ridge.set_moments([ridge_values(moment.layers[index], self.what.key) for moment in moments])
        self._draw_lines(frame)
        self.set_note(self.tr("{0} moments up to iteration {1}").format(len(moments), f"{newest.iteration:,}"))
        dead, units = sum(layer.dead for layer in newest.layers), sum(layer.units for layer in newest.layers)
        self.diagnosis.show_troubles(troubles(newest, self._updates(frame)), self._possible, dead, units)

    def _draw_lines(self, frame: Frame) -> None:
        """Draw the measured gradients and updates; what came after the moment that is looked at is pale."""
        curves, seen = frame.all_curves, len(frame.curves.measures)
        columns, colour = layers_of(frame.layout), self.workspace.shown.about.place - 1
        x = curves.measures[:, 0]
        for plots, table in ((self.gradients, curves.gradients), (self.updates, curves.updates)):
            for name, plot in zip(self._names, plots, strict=True):
                plot.set_curves(split_lines(x, table[:, columns.index(name)], seen, colour) if len(x) else [])
                plot.set_x(float(max(frame.all_curves.steps[-1, 0] if len(frame.all_curves.steps) else 1.0, 1.0)))
                plot.set_present(float("nan") if frame.live else float(frame.iteration))

        self._gradient_scale.fit(self.gradients)
        self._update_scale.fit(self.updates)

    def _name_plots(self) -> None:
        for gradient, update in zip(self.gradients, self.updates, strict=True):
            gradient.set_words(self.tr("Gradient norm"))
            update.set_words(self.tr("Update / weight"), self.tr("iteration"))

    def _state(self, layer: LayerMoment) -> tuple[str, str]:
        if layer.dead:
            share = layer.dead / layer.units
            words = self.tr("{0} of {1} dead").format(layer.dead, layer.units)
            return words, "error" if share >= 0.5 else "warn" if share >= 0.2 else "text2"
        if layer.saturated >= 0.2:
            return self.tr("{0} saturated").format(percent(layer.saturated, 0)), "error" if layer.saturated >= 0.5 else "warn"
        return self.tr("{0} units").format(f"{layer.units:,}"), "text2"

    def _words(self, layer: LayerMoment) -> tuple[str, str]:
        match self.what.key:
            case "weights":
                return self.tr("Weights"), self.tr("std {0}").format(figure(float(layer.weights.std())))
            case "gradients":
                return self.tr("Gradients"), self.tr("size {0}").format(figure(layer.gradient))
            case _:
                zeros = self.tr("{0} zeros").format(percent(layer.zeros, 0))
                return self.tr("Activations"), zeros if layer.zeros else self.tr("std {0}").format(figure(layer.spread))

    def _updates(self, frame: Frame) -> dict[str, float]:
        rows = frame.curves.updates
        return dict(zip(layers_of(frame.layout), map(float, rows[-1]), strict=False)) if len(rows) else {}

    def _make(self, names: tuple[str, ...]) -> None:
        for part in (*self.heads, *self.states, *self.ridges, *self.gradients, *self.updates):
            part.hide()
            self._grid.removeWidget(part)
            part.deleteLater()
        self._names = names
        self.heads = [ElidedLabel(weight=600) for _ in names]
        self.states = [ElidedLabel(size="caption") for _ in names]
        self.ridges = [RidgePlot(f"inside.ridge.{name}") for name in names]
        self.gradients = [LivePlot(f"inside.gradient.{name}", log=True, small=True) for name in names]
        self.updates = [LivePlot(f"inside.update.{name}", log=True, small=True) for name in names]
        for gradient, update in zip(self.gradients, self.updates, strict=True):
            gradient.set_ticks(x=False)
            gradient.picked.connect(lambda x: self.workspace.look_at(round(x)))
            update.picked.connect(lambda x: self.workspace.look_at(round(x)))
            update.set_bands([HEALTHY])
            gradient.share_margins(update)
            update.share_margins(gradient)
        self._name_plots()
        columns = zip(self.heads, self.states, self.ridges, self.gradients, self.updates, strict=True)
        for index, parts in enumerate(columns):
            for row, part in enumerate(parts):
                self._grid.addWidget(part, row, index)
            self._grid.setColumnStretch(index, 1)
            for label in (self.heads[index], self.states[index]):
                label.setContentsMargins(SIDE, 0, 0, 0)
        for row, share in ((2, 4), (3, 1), (4, 1)):
            self._grid.setRowStretch(row, share)

    # -- cures --------------------------------------------------------------------------------------------------

    def _cure(self, cure: Cure) -> None:
        try_cure(cure, self.workspace, self)


def evenly(count: int, most: int) -> list[int]:
    """Return at most so many of the places 0 to count − 1, evenly chosen, the first and the last among them."""
    return sorted({round(place) for place in np.linspace(0, count - 1, min(count, most))}) if count else []


def ridge_values(layer: LayerMoment, what: str) -> Array:
    """Return the values to draw; ReLU's zeros are told as a share instead, or nothing else would be seen."""
    values = layer.values(what)
    return values[values != 0] if what == "outputs" and layer.activation in DYING else values


def _measure(frame: Frame, networks: FrameNetwork) -> tuple[Snapshot, Moment]:
    return frame.snapshot, look_inside(networks, frame)
