"""Choosing what a duel is about: one thing, and the values that run against the present one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.errors import CoreError
from core.training.duel import MOST
from core.training.variations import THINGS, Thing, Variation, variations
from workbench.errors import show_error
from workbench.widgets.buttons import Button
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.form_row import FormRow
from workbench.widgets.labels import Label
from workbench.workspace import Workspace

TITLES: Final[dict[Thing, str]] = {
    "optimizer": str(QT_TRANSLATE_NOOP("DuelThings", "Optimizer")),
    "learning rate": str(QT_TRANSLATE_NOOP("DuelThings", "Learning rate")),
    "batch size": str(QT_TRANSLATE_NOOP("DuelThings", "Batch size")),
    "weight decay": str(QT_TRANSLATE_NOOP("DuelThings", "Weight decay")),
    "schedule": str(QT_TRANSLATE_NOOP("DuelThings", "Schedule of the learning rate")),
    "activation": str(QT_TRANSLATE_NOOP("DuelThings", "Activation")),
    "initial values": str(QT_TRANSLATE_NOOP("DuelThings", "Initial values")),
    "dropout": str(QT_TRANSLATE_NOOP("DuelThings", "Dropout")),
    "batch norm": str(QT_TRANSLATE_NOOP("DuelThings", "Batch normalisation")),
}

SHARED_BATCHES: Final = ("batch size",)
SHARED_WEIGHTS: Final = ("initial values", "batch norm")
"""Things that change the batches or the initial weights themselves, which is said beforehand."""


class DuelDialog(QDialog):
    """Two to eight runs in step with one thing changed."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("duel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Duel: change one thing"))
        self.setMinimumSize(400, 420)
        self._workspace = workspace
        self._offered: tuple[Variation, ...] = ()
        self.thing = ComboBox("duel.thing")
        self.values = QListWidget()
        self.values.setObjectName("duel.values")
        self.values.setAccessibleName(self.tr("Values that run against the present one"))
        self.values.itemChanged.connect(self._count)
        self._about = Label(size="caption", tone="text2", wrap=True)
        self._about.setObjectName("duel.about")
        self.start = Button("duel.start", self.tr("Start the duel"), primary=True)
        self.start.setDefault(True)
        self.start.clicked.connect(self._begin)
        cancel = Button("duel.cancel", self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        row = FormRow(self.thing)
        row.set_words(self.tr("What differs"))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(
            Label(self.tr("The runs begin with the same weights and see the same batches, in step."), tone="text2", wrap=True)
        )
        column.addWidget(row)
        column.addWidget(self.values, 1)
        column.addWidget(self._about)
        column.addLayout(foot)
        possible = [thing for thing in THINGS if variations(workspace.experiment, thing)]
        self.thing.set_choices([(thing, QCoreApplication.translate("DuelThings", TITLES[thing])) for thing in possible])
        self.thing.taken.connect(self.offer)
        self.offer(possible[0])

    def offer(self, thing: Thing) -> None:
        """Show the values of a thing; the first is chosen."""
        self.thing.set_key(thing)
        self._offered = variations(self._workspace.experiment, thing)
        self.values.clear()
        for index, variation in enumerate(self._offered):
            item = QListWidgetItem(self.tr("without") if variation.words == "–" else variation.words, self.values)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if index == 0 else Qt.CheckState.Unchecked)
        self.values.setCurrentRow(0)
        self._count()

    def chosen(self) -> list[Variation]:
        """Return what is checked."""
        checked = (self.values.item(row).checkState() is Qt.CheckState.Checked for row in range(self.values.count()))
        return [variation for variation, on in zip(self._offered, checked, strict=False) if on]

    def _count(self) -> None:
        rivals = len(self.chosen())
        fits = 1 <= rivals < MOST
        self.start.setEnabled(fits)
        thing = self.thing.key
        if not rivals:
            words = self.tr("Choose at least one value.")
        elif not fits:
            words = self.tr("At most {0} runs; leave {1} out.").format(MOST, rivals + 1 - MOST)
        elif thing in SHARED_BATCHES:
            words = self.tr("{0} runs. The same samples come in the same order, in batches of different size.").format(rivals + 1)
        elif thing in SHARED_WEIGHTS:
            words = self.tr("{0} runs. Other initial values are what is compared; the batches are the same.").format(rivals + 1)
        else:
            words = self.tr("{0} runs with the same initial weights and the same batches.").format(rivals + 1)
        self._about.setText(words)

    def _begin(self) -> None:
        try:
            self._workspace.starts.duel([variation.experiment for variation in self.chosen()])
        except CoreError as error:
            show_error(self, error)
            return
        self.accept()
