"""The panel of the curves: f against the step, or how far the minimum still is."""

from __future__ import annotations

from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.arrays import Array
from core.descent.path import Path
from workbench.descent.panel import DescentPanel
from workbench.descent.wording import racer_name
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.plots.curve import Curve
from workbench.plots.live_plot import LivePlot
from workbench.plots.scales import Scale, covering
from workbench.widgets.numbers import figure
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

HIGHEST: Final = {"log": 1e12, "linear": 10.0}
"""The axis ends at so many times the height of the start: a path that is lost leaves at the top."""

LOWEST: Final = 1e-10


@register_panel
class DescentCurvePanel(DescentPanel):
    """Curves over the steps; the part that is still to come is pale."""

    name: ClassVar[str] = "descent_curve"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "f against step"))
    places: ClassVar[tuple[Place, ...]] = (Place("descent", 1, 1, stretch=5),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._shown_step, self._start = -1, 0
        self._numbers: list[tuple[Path, Array]] = []
        self.plot = LivePlot("descent.curves", log=True)
        self.plot.picked.connect(lambda x: self.session.player.look_at(round(x)))
        self._what = Segmented("descent.curve.what")
        self._what.changed.connect(self.show_race)
        self._axis = Segmented("descent.curve.axis")
        self._axis.changed.connect(self.show_race)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 4)
        layout.addWidget(self.plot)

    def head_controls(self) -> list[QWidget]:
        return [self._what, self._axis]

    def retranslate(self) -> None:
        self._what.setAccessibleName(self.tr("What the curves show"))
        self._what.set_choices(
            [("f", "f"), ("distance", self.tr("Distance"))],
            {"f": self.tr("The height"), "distance": self.tr("How far the nearest minimum is")},
        )
        self._axis.setAccessibleName(self.tr("Axis of the curves"))
        self._axis.set_choices([("log", self.tr("Log")), ("linear", self.tr("Linear"))])
        self.plot.set_words("", self.tr("step"))
        self.plot.setAccessibleName(self.tr("f against step"))
        self.show_race()

    def show_race(self) -> None:
        race, log = self.session.race, self._axis.key != "linear"
        far = self._what.key == "distance"
        shown = [path for path in race.paths if path.racer.shown]
        objective = race.objective
        distance = objective.distance_to_minimum
        self._numbers = [(p, distance(np.moveaxis(p.at, 1, 0)) if far else p.value) for p in shown]
        self.plot.set_log(log)
        self.plot.set_x(race.spec.steps)
        self.plot.set_y(*self._ends(log))
        self._shown_step, self._start = -1, self.session.start_of(race)
        self.show_moment()

    def _ends(self, log: bool) -> tuple[float, float]:
        """Return the ends of y over all of the race, so that the axis stands still while it plays."""
        values = np.concatenate([numbers.ravel() for _, numbers in self._numbers]) if self._numbers else np.empty(0)
        starts = [abs(float(n)) for _, numbers in self._numbers for n in numbers[0] if np.isfinite(n)]
        most = HIGHEST["log" if log else "linear"] * max(1e-6, *starts) if starts else 1.0
        values = values[np.isfinite(values) & (np.abs(values) <= most)]
        if log:
            values = values[values > 0]
        if not len(values):
            return (0.001, 1.0) if log else (0.0, 1.0)
        low, high = float(values.min()), float(values.max())
        if log:
            scale = covering(Scale(1e-3, 2e-3, log=True), max(low, high * LOWEST), high)
        else:
            scale = covering(Scale(0.0, 1e-9), low, high)
        return scale.low, scale.high

    def show_moment(self) -> None:
        step = self.session.player.step
        if step == self._shown_step:
            return
        self._shown_step = step
        curves = []
        for path, numbers in self._numbers:
            name, colour = racer_name(path.racer), path.racer.colour
            x = np.arange(len(numbers), dtype=np.float64)
            curves += [Curve(x, numbers[:, start], name, colour, faint=True) for start in range(numbers.shape[1])]
            curves.append(Curve(x[: step + 1], numbers[: step + 1, self._start], name, colour))
        self.plot.set_curves(curves)
        self.plot.set_present(float(step))
        self._show_note(step)

    def _show_note(self, step: int) -> None:
        now = [(float(numbers[min(step, len(numbers) - 1), self._start]), path) for path, numbers in self._numbers]
        finite = [entry for entry in now if np.isfinite(entry[0])]
        if finite:
            value, path = min(finite, key=lambda entry: entry[0])
            words = self.tr("lowest {value} by {name}").format(value=figure(value), name=racer_name(path.racer))
            if value < 0 and self._axis.key != "linear":
                words = self.tr("{words}; below 0 no place on a log axis").format(words=words)
            self.set_note(words)
        else:
            self.set_note("")
