"""A page of samples: the worst, the best or the most doubtful ones, of all or of a cell of the confusion matrix."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from core.probes.pictures import frame_pictures
from core.training.frame import Frame
from workbench.data_views.cards import CardGrid
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.gallery.values import ValueList
from workbench.translation.core_text import class_names
from workbench.verdicts import ANY, PAGE, Cell, Verdict, judge_of
from workbench.widgets.buttons import Button, IconButton
from workbench.widgets.labels import ElidedLabel
from workbench.widgets.numbers import figure, grouped
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace


@register_panel
class GalleryPanel(Panel):
    """Each sample with its picture or point, its probabilities and its loss."""

    name: ClassVar[str] = "gallery"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Gallery"))
    places: ClassVar[tuple[Place, ...]] = (Place("train", column=1, row=1, tab=2),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.judge = judge_of(workspace)
        self.ranking = Segmented("gallery.ranking")
        self.cards = CardGrid()
        self.cards.setObjectName("gallery.cards")
        self.values = ValueList()
        self.all = Button("gallery.all", quiet=True)
        self.all.hide()
        self.which = ElidedLabel(size="dense", weight=500)
        self.which.setObjectName("gallery.which")
        self.which.hide()
        self.count = ElidedLabel(size="dense", tone="text2")
        self.back = IconButton("gallery.back", "chevron_left", side=24)
        self.on = IconButton("gallery.on", "chevron_right", side=24)
        self._shown: tuple[object, ...] = ()
        self.judge.serve(self)
        self.count.setObjectName("gallery.count")
        self.ranking.changed.connect(self.judge.rank)
        self.all.clicked.connect(lambda: self.judge.choose(Cell()))
        self.back.clicked.connect(lambda: self.judge.turn_to(self.judge.page - 1))
        self.on.clicked.connect(lambda: self.judge.turn_to(self.judge.page + 1))
        self.judge.changed.connect(lambda: self._when_seen("verdict", self._show))
        self.judge.chosen.connect(self._chosen)
        self._lay_out()

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        held = QWidget()
        held.setObjectName("scrolled")
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.cards)
        scroll.setWidget(held)
        of_cell = QHBoxLayout()
        of_cell.setContentsMargins(0, 0, 0, 0)
        of_cell.addWidget(self.which, 1)
        of_cell.addWidget(self.all)
        pager = QHBoxLayout()
        pager.setContentsMargins(0, 0, 0, 0)
        pager.setSpacing(2)
        pager.addWidget(self.count, 1)
        for button in (self.back, self.on):
            pager.addWidget(button)
        self._stack = QStackedLayout()
        self._stack.addWidget(scroll)
        self._stack.addWidget(self.values)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.ranking)
        column.addLayout(of_cell)
        column.addLayout(pager)
        column.addLayout(self._stack, 1)

    def retranslate(self) -> None:
        about = {
            "worst": self.tr("The highest loss first"),
            "best": self.tr("The lowest loss first"),
            "unsure": self.tr("The smallest lead of the likeliest class before the second first"),
        }
        self.ranking.set_choices([("worst", self.tr("Worst")), ("best", self.tr("Best")), ("unsure", self.tr("Unsure"))], about)
        self.ranking.setAccessibleName(self.tr("Which samples come first"))
        self.cards.setAccessibleName(self.tr("Samples with their probabilities and their loss"))
        self.cards.set_words(self.tr("is {0}"))
        self.values.setAccessibleName(self.tr("Samples with answer, truth and loss"))
        self.values.set_words(self.tr("answer"), self.tr("truth"), self.tr("loss"))
        self.all.setText(self.tr("All"))
        self.all.setAccessibleName(self.tr("Show all samples instead of one cell"))
        self.all.setToolTip(self.all.accessibleName())
        self.back.set_words(self.tr("Page back"))
        self.on.set_words(self.tr("Page on"))
        self._show()

    def show_frame(self, frame: Frame) -> None:
        self.judge.look(frame)

    def look_again(self) -> None:
        self.judge.go_on()

    def _chosen(self) -> None:
        if self.judge.cell != Cell():
            self._come_forward()
        self._when_seen("choice", self._show)

    def _come_forward(self) -> None:
        """Come to the front of its tabs: who asks for the samples of a cell wants to see them."""
        dock = self.parentWidget()
        while dock is not None and not isinstance(dock, QDockWidget):
            dock = dock.parentWidget()
        if dock is not None and not self.is_seen:
            dock.show()
            dock.raise_()

    def _show(self) -> None:
        verdict = self.judge.verdict
        if verdict is None:
            return
        judge, places, page = self.judge, self.judge.chosen_places(), self.judge.page_places()
        judge.page = min(judge.page, max(0, len(places) - 1) // PAGE)
        regression = verdict.frame.data.task == "regression"
        self.ranking.set_key("worst" if regression and judge.ranking == "unsure" else judge.ranking)
        self._stack.setCurrentIndex(int(regression))
        said = verdict.judgement
        if regression:
            self.values.show_values(said.answers[page, 0], said.targets[page, 0], said.losses[page])
        else:
            self._show_cards(verdict)
        first = judge.page * PAGE
        some = self.tr("{0}–{1} of {2}").format(first + 1, first + len(page), grouped(len(places)))
        self.count.set_text(some if len(places) else self.tr("no samples"))
        cell = self._cell_words(class_names(verdict.frame.data.classes))
        self.which.set_text(cell)
        for part in (self.which, self.all):
            part.setVisible(bool(cell))
        self.back.setEnabled(first > 0)
        self.on.setEnabled(first + PAGE < len(places))

    def _show_cards(self, verdict: Verdict) -> None:
        page, data, said = self.judge.page_places(), verdict.frame.data, verdict.judgement
        rows = said.rows[page]
        shown = (verdict.samples, rows.tobytes())
        if not self._shown or shown[0] is not self._shown[0] or shown[1] != self._shown[1]:
            self._shown = shown
            pictures = frame_pictures(verdict.frame, verdict.samples.x[rows])
            self.cards.show_samples(pictures, said.targets[page], class_names(data.classes))
        notes = [self.tr("loss {0}").format(figure(float(loss))) for loss in said.losses[page]]
        self.cards.show_answers(said.answers[page], judged=said.iteration > 0, notes=notes)

    def _cell_words(self, classes: tuple[str, ...]) -> str:
        cell = self.judge.cell
        if cell == Cell() or max(cell.true, cell.said) >= len(classes):
            return ""
        if cell.said == ANY:
            return self.tr("is {0}").format(classes[cell.true])
        if cell.true == ANY:
            return self.tr("taken for {0}").format(classes[cell.said])
        return self.tr("{0} taken for {1}").format(classes[cell.true], classes[cell.said])
