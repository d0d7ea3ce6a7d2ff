"""A picture that grows to please a unit, with what keeps it near pictures."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from core.arrays import Array
from core.probes.activation_ascent import Ascent, Regularisers
from workbench.plots.curve import Curve
from workbench.plots.image_grid import ImageGrid
from workbench.plots.live_plot import LivePlot
from workbench.widgets.buttons import Button
from workbench.widgets.labels import Label
from workbench.widgets.numbers import plain_number
from workbench.widgets.segmented import Segmented
from workbench.widgets.slider import Slider

STEPS: Final = 240
"""Where a climb ends; what is to grow has grown by then."""


class AscentView(QWidget):
    """Start and stop, three sliders, the picture, and how the unit's value rose.

    Attributes
    ----------
    started, stopped
        When the person wants the climb to begin anew, or to end.
    """

    started = Signal()
    stopped = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = Label(size="dense", weight=600)
        self.picture = ImageGrid(f"{name}.picture", "ink", least=96, most=420)
        self.hint = Label(size="dense", tone="text2", wrap=True)
        self.hint.setObjectName(f"{name}.hint")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.plot = LivePlot(f"{name}.plot")
        self.plot.setMinimumHeight(72)
        self.plot.set_x(STEPS)
        self.go = Button(f"{name}.go", primary=True)
        self.go.clicked.connect(self._toggle)
        self.goal = Segmented(f"{name}.goal")
        self.goal.changed.connect(lambda _key: self.started.emit())
        self._climbing = False
        self._best: float | None = None
        self.ascent: Ascent | None = None
        self.decay, self.blur, self.jitter = self.sliders = tuple(Slider(f"{name}.{key}") for key in ("decay", "blur", "jitter"))
        self._labels, self._values = (
            [Label(size="dense", tone="text2") for _ in range(3)],
            [Label(size="dense") for _ in range(3)],
        )
        for slider, high, start, whole in zip(self.sliders, (0.1, 1.5, 4), (0.01, 0.5, 1), (False, False, True), strict=True):
            slider.set_numbers(0, high, whole=whole)
            slider.set_number(start)
            slider.changed.connect(lambda _number: self._show_values())
            slider.settled.connect(lambda _number: self.started.emit())
        self._lay_out()
        self._show_values()

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(2)
        for line, (label, slider, value) in enumerate(zip(self._labels, self.sliders, self._values, strict=True)):
            value.setFixedWidth(36)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            form.addWidget(label, line, 0)
            form.addWidget(slider, line, 1)
            form.addWidget(value, line, 2)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.go)
        acts.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addLayout(acts)
        side.addWidget(self.goal)
        side.addLayout(form)
        side.addWidget(self.plot, 1)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.hint)
        self._pages.addWidget(self.picture)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(self._pages, 1)
        row.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addLayout(row, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def retranslate(self) -> None:
        """Set all texts anew."""
        self.title.setText(self.tr("A picture made to please it"))
        self.picture.setAccessibleName(self.tr("A picture made to please it"))
        self.hint.setText(self.tr("Climb begins with noise and changes it step by step, until the unit answers most."))
        names = (self.tr("Decay"), self.tr("Blur"), self.tr("Jitter"))
        about = (
            self.tr("Pulls every pixel back to the ground at each step: what is not needed fades."),
            self.tr("Smooths the picture every few steps: without it the climb ends in noise."),
            self.tr("Moves the picture before each step: what grows must not depend on the exact place."),
        )
        for label, slider, name, words in zip(self._labels, self.sliders, names, about, strict=True):
            label.setText(name)
            label.setToolTip(words)
            slider.setAccessibleName(name)
            slider.setToolTip(words)
        self.goal.setAccessibleName(self.tr("What is to grow"))
        self.goal.set_choices([("middle", self.tr("its middle")), ("map", self.tr("its whole map"))])
        self._say()

    def _say(self) -> None:
        self.go.setText(self.tr("Stop") if self._climbing else self.tr("Climb"))
        self.go.setAccessibleName(self.go.text())
        self.plot.set_words(self.tr("The unit's value"), self.tr("step"))
        self._show_curve()

    @property
    def regularisers(self) -> Regularisers:
        """What the sliders say."""
        return Regularisers(self.decay.number, self.blur.number, int(self.jitter.number))

    @property
    def whole_map(self) -> bool:
        """Whether the mean of the map is to grow, and not its middle."""
        return self.goal.key == "map"

    def _show_values(self) -> None:
        for slider, value in zip(self.sliders, self._values, strict=True):
            value.setText(plain_number(slider.number))

    def set_climbing(self, climbing: bool) -> None:
        """Show whether it climbs."""
        if climbing != self._climbing:
            self._climbing = climbing
            self._say()

    def _toggle(self) -> None:
        (self.stopped if self._climbing else self.started).emit()

    def show_ascent(self, ascent: Ascent | None, pictures: Array) -> None:
        """Show where the climb stands; pictures ``(1, H, W)`` or ``(1, 3, H, W)``, 0 to 1."""
        self.ascent = ascent
        self.picture.set_images(pictures, limits=(0.0, 1.0))
        self._pages.setCurrentWidget(self.hint if ascent is None else self.picture)
        self._show_curve()

    def set_best(self, value: float | None) -> None:
        """Show as a level what the strongest place of the data gives."""
        self._best = value
        self._show_curve()

    def _show_curve(self) -> None:
        values = np.array(self.ascent.activations if self.ascent is not None else ())
        steps = np.arange(1, len(values) + 1, dtype=float)
        curves = [Curve(steps, values, self.tr("picture"))]
        if self._best is not None:
            level = np.full(2, self._best)
            curves.append(Curve(np.array([1.0, float(STEPS)]), level, self.tr("best of the data"), run=None))
        self.plot.set_curves(curves)
