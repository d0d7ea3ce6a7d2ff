"""Silence each unit of a layer in turn: what is lost shows what it was worth."""

from __future__ import annotations

from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.probes.lesions import Lesions, lesions
from core.probes.silencing import UnitPart, silencing_parts
from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.panels.lesions.table import LesionTable
from workbench.specimen_panel import SpecimenPanel
from workbench.training.by_hand import SettingByHand, Spot
from workbench.training.rounds import Rounds
from workbench.unit_choice import UnitChoice
from workbench.widgets.buttons import Button, IconButton
from workbench.widgets.labels import ElidedLabel
from workbench.widgets.numbers import grouped, percent, plain_number
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

JUDGED: Final = 500
"""Validation samples; a layer of 64 units is asked 65 times."""

MOST_UNITS: Final = 256
"""Of a larger layer only the first units are silenced: nobody reads more rows, and each costs a pass over the data."""


@register_panel
class LesionsPanel(SpecimenPanel):
    """A table of units and classes; the chosen unit can be silenced for good, and brought back by Undo."""

    name: ClassVar[str] = "lesions"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Lesions"))
    places: ClassVar[tuple[Place, ...]] = (Place("filters", column=0, tab=7),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._run = -1
        self._asked: tuple[int, str] | None = None
        self._of: tuple[tuple[int, str, int], tuple[UnitPart, ...]] = ((-1, "", -1), ())
        self._hand = SettingByHand(workspace, self)
        self._rounds = Rounds(workspace.probes, self)
        self._rounds.answered.connect(self._judged)
        self._build()

    def _build(self) -> None:
        self._without_head = QWidget(self)  # until a dock's head takes them
        self._without_head.hide()
        self.choice = UnitChoice("lesions.choice", self.specimen, self._without_head)
        self.choice.changed.connect(self._take_unit)
        self.order = Segmented("lesions.order", self._without_head)
        self.order.changed.connect(lambda _key: self._show())
        self.undo = IconButton("lesions.undo", "undo", self._without_head, side=24, icon_side=14)
        self.undo.clicked.connect(self.workspace.document.undo_stack.undo)
        self.undo.setEnabled(False)
        self.workspace.document.undo_stack.canUndoChanged.connect(self.undo.setEnabled)
        self.table = LesionTable("lesions.table")
        self.table.picked.connect(self._pick)
        self.verdict = ElidedLabel(tone="text2")
        self.verdict.setObjectName("lesions.verdict")
        self.silence = Button("lesions.silence")
        self.silence.clicked.connect(self.silence_unit)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.table)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.verdict, 1)
        line.addWidget(self.silence)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(scroll, 1)
        self.hold(page)

    def head_controls(self) -> list[QWidget]:
        return [self.choice, self.order, self.undo]

    def retranslate(self) -> None:
        self.choice.retranslate()
        self.order.setAccessibleName(self.tr("Order of the units"))
        self.order.set_choices([("worth", self.tr("by importance")), ("number", self.tr("by number"))])
        self.undo.set_words(self.tr("Undo"))
        self.silence.setText(self.tr("Silence it"))
        self.silence.setAccessibleName(self.tr("Silence it"))
        self.table.set_words(
            self.tr("What is lost without each unit, in percentage points"), self.tr("without"), self.tr("accuracy")
        )
        self.empty.set_words(self.tr("Lesions are judged by accuracy: they need a network that tells classes apart."))
        self._say()

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        if frame.run != self._run:
            self._run = frame.run
            self._rounds.give_up()
            self._asked = None
            self.choice.show_frame(frame)
            self._stack.setCurrentIndex(0 if frame.data.task == "classification" and self.choice.layers else 1)
        self._ask(at_once=not self.workspace.is_pacing)

    def look_again(self) -> None:
        self.ask()

    def ask(self) -> None:
        frame, layer = self._frame, self.choice.layer
        if frame is not None and layer is not None and self._asked != (id(frame.snapshot), layer.id):
            self._ask(at_once=True)

    def _ask(self, *, at_once: bool) -> None:
        frame, layer = self._frame, self.choice.layer
        if frame is None or layer is None or not self.is_seen or self._stack.currentIndex() == 1:
            return
        self._asked = (id(frame.snapshot), layer.id)
        samples, layer_id, units = frame.data.validation.take(slice(JUDGED)), layer.id, min(layer.count, MOST_UNITS)
        self._rounds.begin(
            {"lesions": lambda networks: lesions(networks.at(frame), frame, samples, layer_id, units)}, at_once=at_once
        )

    def _judged(self, _name: str, found: Lesions) -> None:
        layer = self.choice.layer
        if self._frame is not None and found.frame.run == self._frame.run and layer is not None and found.layer == layer.id:
            self.table.found = found
            self._show()

    def _show(self) -> None:
        found = self.table.found
        if found is not None:
            self.table.show_lesions(found, found.frame.data.classes, by_number=self.order.key == "number")
            self.table.select(self.choice.unit)
        self._say()

    def _take_unit(self) -> None:
        layer, found = self.choice.layer, self.table.found
        if found is not None and layer is not None and layer.id != found.layer:
            self.table.show_lesions(None, ())
        self.table.select(self.choice.unit)
        self._say()

    def _pick(self, unit: int) -> None:
        if self.choice.layer is not None:
            self.specimen.take_map(self.choice.layer.id, unit)

    # -- silencing for good -------------------------------------------------------------------------------------

    def spots(self) -> dict[Spot, float]:
        """Return every number that has to be 0 for the chosen unit to be, and is not yet; nothing where none would do."""
        frame, layer = self._frame, self.choice.layer
        if frame is None or layer is None:
            return {}
        arrays = frame.parameters()
        found: dict[Spot, float] = {}
        for part in self._parts():
            found |= {(part.name, place): 0.0 for place in part.places(arrays[part.name])}
        return found

    def _parts(self) -> tuple[UnitPart, ...]:
        frame, layer, unit = self._frame, self.choice.layer, self.choice.unit
        if frame is None or layer is None:
            return ()
        asked = (frame.run, layer.id, unit)
        if asked != self._of[0]:
            self._of = asked, silencing_parts(frame.experiment.network, frame.data.input_shape, layer.id, unit)
        return self._of[1]

    def silence_unit(self) -> None:
        """Set all that makes the chosen unit to 0, as one step of undo."""
        self._hand.set_at_once(self.spots(), self.tr("Silence a unit"))

    def _about_silence(self, count: int) -> str:
        parts = self._parts()
        if not parts:
            return self.tr("No weights make this unit 0 for every sample and leave the others as they are.")
        if not count:
            return self.tr("It is silent already.")
        layers = ", ".join(dict.fromkeys(part.name.partition(".")[0] for part in parts))
        return self.tr("Set the {n} numbers of {layers} that make the unit to 0. Undo brings them back.").format(
            n=grouped(count), layers=layers
        )

    def _say(self) -> None:
        found, layer, unit = self.table.found, self.choice.layer, self.choice.unit
        spots = self.spots()
        self.silence.setEnabled(bool(spots) and self._hand.possible)
        self.silence.setToolTip(self._about_silence(len(spots)))
        if found is None or layer is None or found.layer != layer.id or unit >= len(found.drops):
            self.verdict.set_text("")
            return
        drops = np.nan_to_num(found.class_drops[unit], nan=-np.inf)
        worst = int(drops.argmax())
        text = (
            self.tr("Accuracy {whole}; without unit {n}: {less}, “{label}” loses most: {points} points")
            if drops[worst] > 0
            else self.tr("Accuracy {whole}; without unit {n}: {less}, no class loses anything")
        )
        self.verdict.set_text(
            text.format(
                whole=percent(found.whole.total, 1),
                n=unit + 1,
                less=percent(found.whole.total - float(found.drops[unit]), 1),
                label=found.frame.data.classes[worst],
                points=plain_number(100 * max(0.0, float(drops[worst])), 1),
            )
        )
