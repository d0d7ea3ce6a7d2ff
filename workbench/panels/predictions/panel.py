"""Some test samples and what the network of the shown moment says to them."""

from __future__ import annotations

from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from core.datasets.base import Samples
from core.probes.output_map import OutputMap, output_map
from core.probes.pictures import frame_pictures
from core.probes.predictions import Predictions, predict
from core.probes.sample_choice import choose_samples
from core.training.frame import Frame
from workbench.data_views.cards import CardGrid
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.predictions.line import MOST_POINTS, LineView
from workbench.panels.predictions.plane import PlaneView
from workbench.panels.predictions.score import Score
from workbench.training.probe_worker import Probe
from workbench.translation.core_text import class_names
from workbench.workspace import Workspace

SHOWN: Final = 12
MAP_SIDE: Final = 60
CURVE_POINTS: Final = 160
PACE_MILLISECONDS: Final = 100


@register_panel
class PredictionsPanel(Panel):
    """Cards for classes; for points of the plane a map, for values over the line a curve, else answers against truth."""

    name: ClassVar[str] = "predictions"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Predictions"))
    places: ClassVar[tuple[Place, ...]] = (Place("train", column=2, row=1, stretch=2),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._run = -1
        self._view = "cards"
        self._samples: Samples | None = None
        self._waiting: Frame | None = None
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.setInterval(PACE_MILLISECONDS)
        self._pace.timeout.connect(self._ask)
        self._probe = Probe(workspace.probes, self)
        self._probe.answered.connect(self._answered)
        self.cards = CardGrid()
        self.cards.setObjectName("predictions.cards")
        self.plane = PlaneView()
        self.plane.setObjectName("predictions.plane")
        self.line = LineView()
        self.line.setObjectName("predictions.line")
        # until a dock's head takes it
        self._without_head = QWidget(self)
        self._without_head.hide()
        self.score = Score(self._without_head)
        self.score.setObjectName("predictions.score")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        held = QWidget()
        held.setObjectName("scrolled")
        margins = QVBoxLayout(held)
        margins.setContentsMargins(12, 12, 12, 12)
        margins.addWidget(self.cards)
        scroll.setWidget(held)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(scroll)
        for view in (self.plane, self.line):
            page = QWidget()
            around = QVBoxLayout(page)
            around.setContentsMargins(12, 12, 12, 8)
            around.addWidget(view)
            self._stack.addWidget(page)

    def head_controls(self) -> list[QWidget]:
        return [self.score]

    def retranslate(self) -> None:
        self.cards.setAccessibleName(self.tr("Predictions for test samples"))
        self.plane.setAccessibleName(self.tr("What the network says everywhere on the plane"))
        self.line.setAccessibleName(self.tr("What the network says, and what is true"))
        self.cards.set_words(self.tr("is {0}"))
        self._say_note()
        self._say_score()

    def show_frame(self, frame: Frame) -> None:
        if frame.run != self._run:
            self._run = frame.run
            self._begin(frame)
        self._waiting = frame
        if not self._pace.isActive():
            self._ask()

    def _ask(self) -> None:
        """Ask about the latest frame, and about the next one only after a while: nobody reads figures any faster."""
        frame, self._waiting = self._waiting, None
        samples = self._samples
        if samples is None or frame is None or frame.run != self._run:
            return
        self._pace.start()
        if self._view == "plane":
            ranges = self.plane.ranges
            self._probe.ask(lambda networks: (frame.run, output_map(networks, frame, ranges, MAP_SIDE)))
        elif self._view == "line":
            line = (self.line.range,)
            self._probe.ask(lambda networks: (frame.run, output_map(networks, frame, line, CURVE_POINTS)))
        else:
            self._probe.ask(lambda networks: (frame.run, predict(networks, frame, samples.x)))

    def _begin(self, frame: Frame) -> None:
        data = frame.data
        values = data.task == "regression"
        if data.input_shape == (2,):
            self._view = "plane"
        elif values:
            self._view = "line" if data.input_shape == (1,) else "scatter"
        else:
            self._view = "cards"
        if self._view == "cards":
            rng = np.random.default_rng(np.random.SeedSequence(frame.experiment.seed, spawn_key=(41,)))
            self._samples = data.test.take(choose_samples(data.test, data.task, SHOWN, rng))
            self.cards.show_samples(frame_pictures(frame, self._samples.x), self._samples.t, class_names(data.classes))
        else:
            self._samples = data.test.take(slice(0, MOST_POINTS))
        units = (data.offset, data.scale)
        if self._view == "plane":
            self.plane.show_samples(self._samples, len(data.classes), units)
        elif self._view == "line":
            self.line.show_curve(np.empty((0, 2)))
            self.line.show_points(np.stack([self._samples.x[:, 0], self._samples.t[:, 0]], axis=1), units)
        elif self._view == "scatter":
            truth = self._samples.t[:, 0]
            self.line.show_points(np.stack([truth, truth], axis=1))
            self.line.show_curve(np.array([[end, end] for end in self.line.range]))
        self._stack.setCurrentIndex({"cards": 0, "plane": 1}.get(self._view, 2))
        self._say_note()
        self._say_score()

    def _answered(self, answer: tuple[int, Predictions | OutputMap]) -> None:
        run, said = answer
        samples = self._samples
        if run != self._run or samples is None:
            return
        if isinstance(said, OutputMap):
            if self._view == "plane":
                self.plane.show_map(said)
            elif self._view == "line":
                self.line.show_curve(np.stack([said.axes[0], said.outputs[:, 0]], axis=1))
        elif self._view == "scatter":
            self.line.show_points(np.stack([samples.t[:, 0], said.probabilities[:, 0]], axis=1), fit=False)
        else:
            self.cards.show_answers(said.probabilities, judged=said.iteration > 0)
        self._say_score()

    def _say_note(self) -> None:
        if self._samples is not None:
            self.set_note(self.tr("{n} test samples").format(n=len(self._samples)))

    def _say_score(self) -> None:
        """Show how many are right, where there is a right and a wrong."""
        right, count = self.cards.right, len(self.cards.cards)
        known = self._view == "cards" and self.cards.judged
        if self._view == "plane" and self._samples is not None and self.plane.judged:
            count, known = len(self._samples), True
            right = count - len(self.plane.wrong_points())
        if not known or not count:
            self.score.clear()
            return
        self.score.show_score(right, count, self.tr("{0} / {1} right"))
