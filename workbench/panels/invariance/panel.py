"""Disturb the samples and see who minds: this network, a perceptron without maps, and a small convolutional network."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.arrays import Array, Shape
from core.datasets.recipe import Data
from core.probes.attribution_comparison import ground_of
from core.probes.frame_network import FrameNetwork
from core.probes.invariance import (
    DISTURBANCES,
    STRONGEST,
    Disturbance,
    Stillness,
    Trial,
    accuracies,
    disturbed,
    stillness,
    strengths,
)
from core.probes.pictures import picture_shape, sample_pictures
from core.probes.predictions import Predictions, predict
from core.probes.rivals import Kind, Rival, begin_rival, train_on
from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.plots.curve import Curve
from workbench.plots.image_grid import ImageGrid
from workbench.plots.live_plot import LivePlot
from workbench.plots.run_legend import RunLegend
from workbench.specimen_panel import SpecimenPanel
from workbench.training.probe_worker import Probe, Question
from workbench.training.rounds import Rounds
from workbench.widgets.buttons import Button
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.labels import ElidedLabel, Label
from workbench.widgets.numbers import percent, plain_number
from workbench.widgets.progress import Progress
from workbench.widgets.slider import Slider
from workbench.workspace import Workspace

JUDGED: Final = 300
"""Test samples; each is asked once for every strength."""

STILL_SAMPLES: Final = 60
STEPS_AT_ONCE: Final = 6
"""Updates of a rival between two looks at the other questions."""

RIVALS: Final[tuple[Kind, ...]] = ("mlp", "cnn")


@dataclass(frozen=True)
class Progressed:
    """A rival after some more updates; `contest` counts the trainings that were begun."""

    contest: int
    rival: Rival


@register_panel
class InvariancePanel(SpecimenPanel):
    """Choose a disturbance and its strength; curves say what it costs, numbers what pooling keeps still."""

    name: ClassVar[str] = "invariance"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Invariance"))
    places: ClassVar[tuple[Place, ...]] = (Place("filters", column=0, tab=8),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._run = -1
        self._image_shape: Shape = ()
        self._curves: dict[str, Array] = {}
        self._rivals: dict[Kind, Rival] = {}
        self._contest = 0
        self._training: Kind | None = None
        self._begun = 0.0
        self._still: tuple[Stillness, ...] = ()
        self._rounds = Rounds(workspace.probes, self)
        self._rounds.answered.connect(self._found)
        self._previews = Probe(workspace.probes, self)
        self._previews.answered.connect(self._preview)
        self._trainings = Probe(workspace.probes, self)
        self._trainings.answered.connect(self._progressed)
        self._build()

    def _build(self) -> None:
        self._without_head = QWidget(self)  # until a dock's head takes them
        self._without_head.hide()
        self.progress = Progress("invariance.progress", self._without_head)
        self.progress.setFixedWidth(340)
        self.progress.cancelled.connect(self.cancel)
        self.train = Button("invariance.train", parent=self._without_head)
        self.train.clicked.connect(self.train_rivals)
        self.kind = ComboBox("invariance.kind", self._without_head)
        self.kind.setFixedWidth(130)
        self.kind.taken.connect(self._take_kind)
        self.strength = Slider("invariance.strength")
        self.strength.changed.connect(lambda _value: self._ask_preview())
        self._strength_label, self._strength_value = Label(size="dense", tone="text2"), Label(size="dense")
        self._strength_value.setFixedWidth(52)
        self._strength_value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.pictures = ImageGrid("invariance.pictures", "ink", least=72, most=150)
        self.plot = LivePlot("invariance.plot", shares=True)
        self.plot.set_y(0.0, 1.0)
        self.stillness = Label(size="dense", tone="text2", wrap=True)
        self.stillness.setObjectName("invariance.stillness")
        self.stillness.setAlignment(Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._strength_label)
        line.addWidget(self.strength, 1)
        line.addWidget(self._strength_value)
        self._still_title = ElidedLabel(size="dense", weight=600)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addLayout(line)
        left.addWidget(self.pictures, 3)
        left.addWidget(self._still_title)
        left.addWidget(self.stillness, 2)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(20)
        self.legend = RunLegend("invariance.legend")
        right = QVBoxLayout()
        right.setSpacing(4)
        self._plot_title = Label(size="dense", weight=600)  # beside the plot: the curves begin where a title would stand
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._plot_title)
        top.addWidget(self.legend, 1)
        right.addLayout(top)
        right.addWidget(self.plot, 1)
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        self.hold(page)

    def head_controls(self) -> list[QWidget]:
        return [self.progress, self.train, self.kind]

    def retranslate(self) -> None:
        names = self._names()
        self.kind.setAccessibleName(self.tr("Disturbance"))
        self.kind.set_choices([(kind, names[kind]) for kind in DISTURBANCES])
        self._strength_label.setText(self.tr("Strength"))
        self.strength.setAccessibleName(self.tr("Strength"))
        self.train.setText(self.tr("Train MLP and CNN"))
        self.train.setAccessibleName(self.tr("Train MLP and CNN"))
        self.train.setToolTip(self.tr("Trains two small networks of about the same size on this data, beside everything else."))
        self._plot_title.setText(self.tr("Accuracy"))
        self.pictures.setAccessibleName(self.tr("The sample, as it is and disturbed"))
        self._still_title.set_text(self.tr("Cells that stay the same under a shift by 1 px"))
        self.empty.set_words(self.tr("Invariance is measured on images that are told apart: take other data."))
        self._take_kind(self.kind.key)
        if self._still:
            self._say_still()

    def _names(self) -> dict[Disturbance, str]:
        return {
            "shift": self.tr("Shift"),
            "rotate": self.tr("Rotation"),
            "scale": self.tr("Smaller"),
            "noise": self.tr("Noise"),
            "contrast": self.tr("Less contrast"),
            "permutation": self.tr("Mixed pixels"),
        }

    @property
    def disturbance(self) -> Disturbance:
        """The disturbance that is chosen."""
        return next(kind for kind in DISTURBANCES if kind == (self.kind.key or "shift"))

    # -- questions ----------------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        before, self._frame = self._frame, frame
        if frame.run != self._run or before is None or before.data is not frame.data:
            if before is None or before.data is not frame.data:
                self.cancel()
                self._rivals = {}
            self._run = frame.run
            self._image_shape = picture_shape(frame)
            can = bool(self._image_shape) and frame.data.task == "classification"
            self._stack.setCurrentIndex(0 if can else 1)
            self.train.setEnabled(can)
            self._curves = {}
        self._ask(at_once=not self.workspace.is_pacing)
        self._ask_preview()

    def look_again(self) -> None:
        self.ask()

    def ask(self) -> None:
        self._ask_preview()
        if "own" not in self._curves:
            self._ask(at_once=True)

    def _trial(self, data: Data) -> Trial:
        samples = data.test.take(slice(JUDGED))
        images = samples.x.reshape(-1, *self._image_shape)
        return Trial(images, samples.t, ground_of(data, self._image_shape), 0)

    def _ask(self, *, at_once: bool) -> None:
        frame, kind = self._frame, self.disturbance
        if frame is None or not self.is_seen or self._stack.currentIndex() == 1:
            return
        trial, few = self._trial(frame.data), self._trial(frame.data).images[:STILL_SAMPLES]
        questions: dict[str, Question] = {
            "own": lambda networks: (kind, accuracies(networks.at(frame), trial, kind)),
            "still": lambda networks: (kind, stillness(networks.at(frame), few, trial.ground)),
        }
        for name, rival in self._rivals.items():
            questions[name] = partial(self._judge, rival, trial, kind)
        self._rounds.begin(questions, at_once=at_once)

    @staticmethod
    def _judge(rival: Rival, trial: Trial, kind: Disturbance, _networks: FrameNetwork) -> tuple[Disturbance, Array]:
        return kind, accuracies(rival.session.network, trial, kind)

    def _found(self, name: str, answer: tuple[Disturbance, Array | tuple[Stillness, ...]]) -> None:
        kind, found = answer
        if kind != self.disturbance:
            return
        if isinstance(found, np.ndarray):
            self._curves[name] = found
            self._show_curves()
        else:
            self._still = found
            self._say_still()

    def _take_kind(self, _key: str) -> None:
        kind, name = self.disturbance, self._names()[self.disturbance]
        end = STRONGEST[kind]
        self.strength.set_numbers(0, end)
        self.strength.set_number(end / 4)
        units = {"shift": self.tr("px"), "rotate": "°"}
        self.plot.set_words("", f"{name} ({units[kind]})" if kind in units else name)
        self.plot.setAccessibleName(self.tr("Accuracy"))
        self.plot.set_x(end)
        self._curves = {}
        self._show_curves()
        self._ask(at_once=True)
        self._ask_preview()

    def _ask_preview(self) -> None:
        frame, kind, strength, shape = self._frame, self.disturbance, self.strength.number, self._image_shape
        self._strength_value.setText(self._written(kind, strength))
        if frame is None or not shape or not self.is_seen or self._stack.currentIndex() == 1:
            return
        x, ground = self.specimen.sample(frame.data), ground_of(frame.data, shape)

        def ask(networks: FrameNetwork) -> tuple[Array, Predictions]:
            image = x.reshape(1, *shape)
            rng = np.random.default_rng(0)
            both = np.concatenate([image, disturbed(image, kind, strength, ground=ground, rng=rng)])
            laid_out = both.reshape(2, *x.shape[1:])
            return sample_pictures(frame.data, laid_out, shape), predict(networks, frame, laid_out)

        self._previews.ask(ask)

    @staticmethod
    def _written(kind: Disturbance, strength: float) -> str:
        if kind == "shift":
            return f"{plain_number(round(strength, 1))} px"
        return f"{round(strength)}°" if kind == "rotate" else percent(strength, 0)

    def _preview(self, answer: tuple[Array, Predictions]) -> None:
        pictures, said = answer
        frame = self._frame
        if frame is None or said.probabilities.shape[1] != len(frame.data.classes):
            return
        labels = [f"“{frame.data.classes[int(p.argmax())]}” {percent(float(p.max()), 0)}" for p in said.probabilities]
        self.pictures.set_images(pictures, limits=(0.0, 1.0), labels=labels)

    # -- the rivals ---------------------------------------------------------------------------------------------

    def train_rivals(self) -> None:
        """Train both rivals on the present data, one after the other, a little at a time."""
        frame = self._frame
        if frame is None or not self._image_shape:
            return
        self._contest += 1
        self._begun = time.monotonic()
        self._rivals = {}
        self._begin(RIVALS[0], frame)

    def _begin(self, kind: Kind, frame: Frame) -> None:
        self._training = kind
        self.train.hide()
        data, shape, seed, contest = frame.data, self._image_shape, frame.experiment.seed, self._contest
        self._trainings.ask(lambda _networks: Progressed(contest, begin_rival(kind, data, shape, seed)))
        self._show_progress(0.0)

    def _progressed(self, done: Progressed) -> None:
        frame, rival = self._frame, done.rival
        if done.contest != self._contest or self._training is None or frame is None:
            return
        place = RIVALS.index(rival.kind)
        self._show_progress((place + rival.share) / len(RIVALS))
        if rival.share < 1:
            self._trainings.ask(lambda _networks: Progressed(done.contest, train_on(rival, STEPS_AT_ONCE)))
            return
        self._rivals[rival.kind] = rival
        self._ask(at_once=True)
        if place + 1 < len(RIVALS):
            self._begin(RIVALS[place + 1], frame)
        else:
            self._end()

    def _show_progress(self, share: float) -> None:
        words = {"mlp": self.tr("Training the MLP"), "cnn": self.tr("Training the CNN")}
        passed = time.monotonic() - self._begun
        left = passed * (1 - share) / share if share > 0.02 else float("nan")
        self.progress.show_progress(words[self._training or "mlp"], share, left)

    def cancel(self) -> None:
        """Stop the training of the rivals; those that are ready stay."""
        self._contest += 1
        self._end()

    def _end(self) -> None:
        self._training = None
        self.progress.hide()
        self.train.show()

    # -- what is shown ------------------------------------------------------------------------------------------

    def _show_curves(self) -> None:
        labels = {"own": self.tr("this network"), "mlp": "MLP", "cnn": "CNN"}
        x = strengths(self.disturbance)
        curves = [
            Curve(x, self._curves[name], label, run=place)
            for place, (name, label) in enumerate(labels.items())
            if name in self._curves
        ]
        self.plot.set_curves(curves)
        self.legend.show_names([(curve.label, place) for place, curve in zip(self._places(), curves, strict=True)])

    def _places(self) -> list[int]:
        """Return the number of the colour of each curve that is shown."""
        return [place for place, name in enumerate(("own", *RIVALS)) if name in self._curves]

    def _say_still(self) -> None:
        if not self._still:
            self.stillness.setText(self.tr("This network has no pooling."))
            return
        line = self.tr("{layer}: {after} behind it, {before} before it")
        self.stillness.setText(
            "\n".join(
                line.format(layer=each.layer, before=percent(each.before, 1), after=percent(each.after, 1))
                for each in self._still
            )
        )
