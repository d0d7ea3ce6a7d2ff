"""What does this unit like? The places of the data where it is strongest, and a picture made for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.arrays import Array, Shape
from core.probes.activation_ascent import Ascent, Slope, begin_ascent, climb
from core.probes.asked_network import network_of
from core.probes.attribution_comparison import ground_of
from core.probes.path import path_to
from core.probes.pictures import picture_shape, sample_pictures
from core.probes.top_patches import Patch, top_patches
from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.panels.unit_likes.ascent_view import STEPS, AscentView
from workbench.panels.unit_likes.patch_canvas import PatchCanvas
from workbench.specimen_panel import SpecimenPanel
from workbench.training.probe_worker import Probe
from workbench.training.rounds import Rounds
from workbench.unit_choice import UnitChoice
from workbench.widgets.labels import ElidedLabel
from workbench.widgets.numbers import grouped
from workbench.workspace import Workspace

SEARCHED: Final = 1000
"""Test samples among which the strongest places are looked for."""

COUNT: Final = 9
AT_ONCE: Final = 8
"""Steps of a climb between two pictures."""


@dataclass(frozen=True)
class Climb:
    """One climb under way: its number, the moment and unit it belongs to, and where it stands."""

    number: int
    frame: Frame
    layer: str
    unit: int
    ascent: Ascent | None


@register_panel
class UnitLikesPanel(SpecimenPanel):
    """Follows the map that the lab looks at; a patch that is clicked becomes the lab's sample."""

    name: ClassVar[str] = "unit_likes"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "What it likes"))
    places: ClassVar[tuple[Place, ...]] = (Place("filters", column=0, tab=6),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._run = -1
        self._image_shape: Shape = ()
        self._climb: Climb | None = None
        self._climbs = 0
        self._shown: tuple[str, int] = ("", -1)
        self._rounds = Rounds(workspace.probes, self)
        self._rounds.answered.connect(self._found)
        self._ascents = Probe(workspace.probes, self)
        self._ascents.answered.connect(self._climbed)
        self._build()

    def _build(self) -> None:
        self._without_head = QWidget(self)  # until a dock's head takes it
        self._without_head.hide()
        self.choice = UnitChoice("unit_likes.choice", self.specimen, self._without_head)
        self.choice.changed.connect(self._take_unit)
        self.title_of_patches = ElidedLabel(size="dense", weight=600)
        self.patches = PatchCanvas("unit_likes.patches")
        self.patches.picked.connect(self._look_into)
        self.ascent = AscentView("unit_likes.ascent")
        self.ascent.started.connect(self.start_climb)
        self.ascent.stopped.connect(self.stop_climb)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.title_of_patches)
        left.addWidget(self.patches, 1)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(20)
        row.addLayout(left, 2)
        row.addWidget(self.ascent, 3)
        self.hold(page)

    def head_controls(self) -> list[QWidget]:
        return [self.choice]

    def retranslate(self) -> None:
        self.choice.retranslate()
        self.ascent.retranslate()
        self.patches.setAccessibleName(self.tr("Strongest places"))
        self.empty.set_words(self.tr("What a unit likes is shown as pictures: take data of images."))
        self._say()

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        if frame.run != self._run:
            self._run = frame.run
            self._image_shape = picture_shape(frame)
            self._rounds.give_up()
            self.stop_climb()
            self.choice.show_frame(frame)
            self._stack.setCurrentIndex(0 if self._image_shape and self.choice.layers else 1)
        self._ask(at_once=not self.workspace.is_pacing)

    def look_again(self) -> None:
        self.ask()

    def ask(self) -> None:
        self._ask(at_once=True)

    def _take_unit(self) -> None:
        layer = self.choice.layer
        unit = (layer.id if layer is not None else "", self.choice.unit)
        if unit != self._shown:
            self._shown = unit
            self.stop_climb()
            self.ascent.set_best(None)
            self._show_ascent(None)
            self.patches.show_patches((), np.zeros((0, 1, 1)), ())

    # -- the strongest places -----------------------------------------------------------------------------------

    def _ask(self, *, at_once: bool) -> None:
        frame, layer, unit = self._frame, self.choice.layer, self.choice.unit
        if frame is None or layer is None or not self.is_seen or not self._image_shape:
            return
        x = frame.data.test.x[:SEARCHED]
        key, layer_id = (frame.run, layer.id, unit), layer.id
        self._rounds.begin(
            {"patches": lambda networks: (key, top_patches(networks.at(frame), x, layer_id, unit, COUNT))}, at_once=at_once
        )
        self._say()

    def _found(self, _name: str, answer: tuple[tuple[int, str, int], tuple[Patch, ...]]) -> None:
        (run, layer_id, unit), patches = answer
        frame, layer = self._frame, self.choice.layer
        if frame is None or layer is None or (run, layer_id, unit) != (frame.run, layer.id, self.choice.unit):
            return
        samples = frame.data.test
        rows = [patch.sample for patch in patches]
        pictures = self._pictures(samples.x[rows])
        classes = frame.data.classes
        names = tuple(f"“{classes[int(samples.t[row])]}”" if classes else "" for row in rows)
        self.patches.show_patches(patches, pictures, names)
        comparable = bool(patches) and not (self.ascent.whole_map and len(layer.shape) == 3)
        self.ascent.set_best(patches[0].value if comparable else None)

    def _pictures(self, x: Array) -> Array:
        frame = self._frame
        if frame is None or not len(x):
            return np.zeros((0, 1, 1))
        return sample_pictures(frame.data, x, self._image_shape)

    def _look_into(self, index: int) -> None:
        patch = self.patches.patches[index]
        self.specimen.take_sample(patch.sample)
        if len(patch.unit) == 3:
            self.specimen.take_place(patch.unit[1], patch.unit[2])

    # -- the climb ----------------------------------------------------------------------------------------------

    def start_climb(self) -> None:
        """Begin a climb from faint noise, for the unit and moment that are shown."""
        frame, layer = self._frame, self.choice.layer
        if frame is None or layer is None:
            return
        self._climbs += 1
        self._climb = Climb(self._climbs, frame, layer.id, self.choice.unit, None)
        self.ascent.set_climbing(True)
        self._go_on(self._climb)

    def stop_climb(self) -> None:
        """Leave the picture as it is."""
        self._climb = None
        self.ascent.set_climbing(False)

    def _go_on(self, at: Climb) -> None:
        frame, shape = at.frame, self._image_shape
        regularisers, whole_map = self.ascent.regularisers, self.ascent.whole_map
        seen = frame.data.train.x[:500]
        ends = float(seen.min()), float(seen.max())

        def ask(_networks: object) -> Climb:
            path = path_to(network_of(frame), at.layer)
            slope = Slope(path, at.unit, whole_map, frame.data.input_shape, *ends, ground_of(frame.data, shape))
            done = at.ascent.steps if at.ascent is not None else 0
            rng = np.random.default_rng(np.random.SeedSequence(frame.experiment.seed, spawn_key=(done,)))
            ascent = at.ascent or begin_ascent(slope, shape, rng)
            return Climb(at.number, frame, at.layer, at.unit, climb(slope, ascent, regularisers, rng, AT_ONCE))

        self._ascents.ask(ask)

    def _climbed(self, at: Climb) -> None:
        if self._climb is None or at.number != self._climb.number or at.ascent is None:
            return
        self._climb = at
        self._show_ascent(at.ascent)
        if at.ascent.steps < STEPS and self.is_seen:
            self._go_on(at)
        else:
            self.stop_climb()

    def _show_ascent(self, ascent: Ascent | None) -> None:
        frame = self._frame
        if frame is None or not self._image_shape:
            return
        pictures = np.zeros((0, 1, 1))
        if ascent is not None:
            pictures = sample_pictures(frame.data, ascent.picture[np.newaxis], self._image_shape)
        self.ascent.show_ascent(ascent, pictures)

    # -- words --------------------------------------------------------------------------------------------------

    def _say(self) -> None:
        frame = self._frame
        if frame is None:
            return
        count = grouped(min(SEARCHED, len(frame.data.test)))
        self.title_of_patches.set_text(self.tr("Strongest places among {n} test samples").format(n=count))
        self.set_note(self.tr("iteration {n}").format(n=grouped(frame.iteration)))
