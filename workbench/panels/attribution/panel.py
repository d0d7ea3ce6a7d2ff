"""Why this class? Six explanations of one prediction, and the check whether they depend on what was learned."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from core.arrays import Array, Shape
from core.probes.attribution_comparison import METHODS, SIGNED, Attribution, Method, attribute, similarity
from core.probes.pictures import picture_shape, sample_pictures
from core.probes.predictions import Predictions, predict
from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.attribution.card import AttributionColumn, Comparison, SampleColumn
from workbench.panels.base import register_panel
from workbench.specimen_panel import SpecimenPanel
from workbench.training.probe_worker import Question
from workbench.training.rounds import Rounds
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.numbers import MINUS, figure, percent
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

SEED: Final = 0
"""Of the noise of SmoothGrad: the same at every moment, so that what changes is the network."""


@register_panel
class AttributionPanel(SpecimenPanel):
    """The sample or drawing that the lab looks into, explained for the likeliest class or any other."""

    name: ClassVar[str] = "attribution"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Why"))
    places: ClassVar[tuple[Place, ...]] = (Place("filters", column=0, tab=5),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._image_shape: Shape = ()
        self._run = -1
        self._said: Predictions | None = None
        self._heats: dict[str, Array] = {}
        self._rounds = Rounds(workspace.probes, self)
        self._rounds.answered.connect(self._explained)
        self._build()

    def _build(self) -> None:
        self._without_head = QWidget(self)  # until a dock's head takes them
        self._without_head.hide()
        self.class_choice = ComboBox("attribution.class", self._without_head)
        self.class_choice.setFixedWidth(184)
        self.class_choice.taken.connect(lambda _key: self.ask())
        self.weights = Segmented("attribution.weights", self._without_head)
        self.weights.changed.connect(self._take_weights)
        self.sample = SampleColumn("attribution.sample")
        self.cards = {method: AttributionColumn(f"attribution.{method}", signed=method in SIGNED) for method in METHODS}
        self.comparison = Comparison(self.sample, list(self.cards.values()))
        self.hold(self.comparison)

    def head_controls(self) -> list[QWidget]:
        return [self.class_choice, self.weights]

    def retranslate(self) -> None:
        self.class_choice.setAccessibleName(self.tr("Class to explain"))
        self._offer_classes()
        self.weights.setAccessibleName(self.tr("Which weights are asked"))
        self.weights.set_choices(
            [("trained", self.tr("as trained")), ("both", self.tr("beside random weights"))],
            {"both": self.tr("The sanity check: an explanation that stays the same says nothing of what was learned.")},
        )
        random = self.tr("random weights")
        for method, (title, caution) in self._texts().items():
            self.cards[method].set_words(title, caution, random)
        self.sample.set_words(self.tr("Input"), random)
        self.empty.set_words(
            self.tr("Explanations are pictures: they need data of images and a network that tells classes apart.")
        )
        self._say()

    def _texts(self) -> dict[Method, tuple[str, str]]:
        """Return title and caution of each method."""
        return {
            "saliency": (
                self.tr("Saliency"),
                self.tr("Where a tiny change moves the score. Not what the score is made of: a saturated cause shows nothing."),
            ),
            "guided": (
                self.tr("Guided backprop"),
                self.tr("Sharp edges that excite. Close to an edge detector: check it against random weights."),
            ),
            "smooth_grad": (
                self.tr("SmoothGrad"),
                self.tr("Saliency averaged over noisy copies: steadier to look at, no truer than what it averages."),
            ),
            "integrated_gradients": (
                self.tr("Integrated gradients"),
                self.tr(
                    "Shares that add up to the score's difference from an empty picture. Another empty picture, other shares."
                ),
            ),
            "grad_cam": (
                self.tr("Grad-CAM"),
                self.tr("Which region the last maps use for this class. As coarse as those maps; says nothing of details."),
            ),
            "occlusion": (
                self.tr("Occlusion"),
                self.tr("How far the score falls when a square is covered. A true experiment, but with pictures never seen."),
            ),
        }

    # -- the question -------------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        if frame.run != self._run:
            self._run = frame.run
            self._image_shape = picture_shape(frame)
            can = bool(self._image_shape) and frame.data.task == "classification"
            self._stack.setCurrentIndex(0 if can else 1)
            self._rounds.give_up()
            self._heats = {}
            self._offer_classes()
        self._frame = frame
        self._ask(at_once=not self.workspace.is_pacing)

    def look_again(self) -> None:
        self.ask()

    def ask(self) -> None:
        self._ask(at_once=True)

    def _ask(self, *, at_once: bool) -> None:
        frame = self._frame
        if frame is None or not self.is_seen or self._stack.currentIndex() == 1:
            return
        x, shape = self.specimen.sample(frame.data), self._image_shape
        wanted = self.class_choice.key
        self.comparison.show_sample(sample_pictures(frame.data, x, shape))
        chosen: list[int] = []  # written by the first question of the round, read by the others, in the worker's thread

        def first(networks: object) -> Predictions:
            said = predict(networks, frame, x)  # type: ignore[arg-type]
            chosen.append(int(wanted) if wanted else int(np.argmax(said.probabilities[0])))
            return said

        def explain(method: Method, untrained: bool, _networks: object) -> Attribution:
            rng = np.random.default_rng(SEED)
            return attribute(frame, x, chosen[0], method, shape, rng=rng, untrained=untrained)

        questions: dict[str, Question] = {"said": first}
        questions |= {method: partial(explain, method, False) for method in METHODS}
        if self.weights.key == "both":
            questions |= {f"{method}/random": partial(explain, method, True) for method in METHODS}
        self._rounds.begin(questions, at_once=at_once)

    def _take_weights(self, _key: str) -> None:
        both = self.weights.key == "both"
        self.comparison.show_random(shown=both)
        self._heats = {name: heat for name, heat in self._heats.items() if both or "/" not in name}
        self.ask()

    def _explained(self, name: str, found: object) -> None:
        if isinstance(found, Predictions):
            self._said = found
            self._say()
        elif isinstance(found, Attribution):
            card = self.cards[found.method]
            random = name.endswith("/random")
            if found.heat is not None:
                self._heats[name] = found.heat
            card.show_heat(found.heat, random=random)
            card.number.set_text(self._number(found))

    def _number(self, found: Attribution) -> str:
        """Return what can be said of an explanation in one number."""
        trained, random = self._heats.get(found.method), self._heats.get(f"{found.method}/random")
        if self.weights.key == "both" and trained is not None and random is not None and trained.shape == random.shape:
            alike = similarity(trained, random)
            return self.tr("alike: {rank}").format(rank=f"{alike:.2f}".replace("-", MINUS))
        if found.heat is None:
            return self.tr("needs maps")
        if found.method == "integrated_gradients":
            return self.tr("sum {total} of {difference}").format(total=figure(found.total), difference=figure(found.difference))
        return found.layer

    # -- words --------------------------------------------------------------------------------------------------

    def _offer_classes(self) -> None:
        frame = self._frame or self.workspace.frame
        classes = frame.data.classes if frame is not None else ()
        self.class_choice.set_choices([("", self.tr("likeliest class")), *((str(k), name) for k, name in enumerate(classes))])

    def _say(self) -> None:
        frame, said = self._frame, self._said
        if frame is None or said is None or not frame.data.classes or said.probabilities.shape[1] != len(frame.data.classes):
            return
        k = int(self.class_choice.key) if self.class_choice.key else int(np.argmax(said.probabilities[0]))
        name, share = frame.data.classes[k], percent(float(said.probabilities[0, k]), 1)
        self.set_note(self.tr("why “{name}”? {share}").format(name=name, share=share))
        self.sample.number.set_text(f"“{name}” {share}")
