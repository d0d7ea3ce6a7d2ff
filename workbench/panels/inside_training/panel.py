"""Dropout and BatchNorm at the shown moment: what they will do in the update that comes next."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QStackedLayout, QWidget

from core.probes.coming_update import Answers, ComingUpdate, Dropped, coming_update, held_out_answers, layers_that_differ
from core.probes.inside_troubles import cured
from core.training.frame import Frame
from workbench.curing import try_cure
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.inside_training.batch_norm_page import BatchNormPage
from workbench.panels.inside_training.dropout_page import DropoutPage
from workbench.training.probe_worker import Question
from workbench.training.rounds import Rounds
from workbench.widgets.card import EmptyState
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.numbers import grouped
from workbench.workspace import Workspace

LIST_WIDTH = 160


@register_panel
class InsideTrainingPanel(Panel):
    """One layer at a time, chosen in the head; a network without either kind is offered a duel against BatchNorm."""

    name: ClassVar[str] = "inside_training"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Dropout and BatchNorm"))
    places: ClassVar[tuple[Place, ...]] = (Place("inside", column=0, tab=1),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._run = -1
        self.update_told: ComingUpdate | None = None
        self._rounds = Rounds(workspace.probes, self)
        self._rounds.answered.connect(self._take)
        self._rounds.failed.connect(lambda _name, error: self.set_note(str(error)))
        self._without_head = QWidget(self)  # until a dock's head takes it
        self._without_head.hide()
        self.layer = ComboBox("inside_training.layer", self._without_head)
        self.layer.setFixedWidth(LIST_WIDTH)
        self.layer.taken.connect(lambda _id: self._show())
        self.dropout = DropoutPage()
        self.batch_norm = BatchNormPage()
        self.empty = EmptyState("inside_training.empty")
        self.empty.asked.connect(self._try_batch_norm)
        self._stack = QStackedLayout(self)
        for page in (QWidget(), self.dropout, self.batch_norm, self.empty):  # the first before the first answer
            self._stack.addWidget(page)

    def head_controls(self) -> list[QWidget]:
        return [self.layer]

    def retranslate(self) -> None:
        self.layer.setAccessibleName(self.tr("Layer"))
        self.dropout.retranslate()
        self.batch_norm.retranslate()
        self._say_empty()
        self._show()

    def _say_empty(self) -> None:
        possible = cured(self.workspace.experiment, "batch_norm") is not None
        self.empty.set_words(
            self.tr("Dropout and BatchNorm do something else in training than in prediction. This network has neither."),
            self.tr("Try BatchNorm in a duel") if possible else "",
        )

    def show_frame(self, frame: Frame) -> None:
        if frame.run != self._run:
            self._run = frame.run
            self._rounds.give_up()
            self.update_told = None
        if not layers_that_differ(frame.experiment.network):
            self._stack.setCurrentWidget(self.empty)
            self.layer.setVisible(False)
            self.set_note("")
            self._say_empty()
            return
        update: dict[str, Question] = {"update": lambda networks: (frame.run, coming_update(networks, frame))}
        answers: dict[str, Question] = {"answers": lambda networks: (frame.run, held_out_answers(networks, frame))}
        if self.workspace.is_pacing:
            self._rounds.begin({**update, **answers}, at_once=False)
        else:
            self._rounds.begin(update, at_once=True)
            self._rounds.begin(answers, at_once=False)

    def _take(self, name: str, answer: tuple[int, object]) -> None:
        run, found = answer
        if run != self._run:
            return
        if isinstance(found, ComingUpdate):
            self.update_told = found
            self._show()
        elif name == "answers":
            self.batch_norm.show_answers(found if isinstance(found, Answers) else None)

    def _show(self) -> None:
        update = self.update_told
        if update is None or not update.layers:
            return
        ids = [layer.id for layer in update.layers]
        if [self.layer.itemData(n) for n in range(self.layer.count())] != ids:
            self.layer.set_choices([(each, each) for each in ids])
        self.layer.setVisible(True)
        layer = next((each for each in update.layers if each.id == self.layer.key), update.layers[0])
        if isinstance(layer, Dropped):
            self.dropout.show_layer(update, layer)
            self._stack.setCurrentWidget(self.dropout)
        else:
            self.batch_norm.show_layer(update, layer)
            self._stack.setCurrentWidget(self.batch_norm)
        self.set_note(
            self.tr("update {n}, batch of {samples}").format(n=grouped(update.iteration), samples=grouped(update.samples))
        )

    def _try_batch_norm(self) -> None:
        try_cure("batch_norm", self.workspace, self)
