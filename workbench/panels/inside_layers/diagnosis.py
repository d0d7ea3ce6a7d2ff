"""What goes wrong inside, in words, with a button for each cure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.probes.inside_troubles import Cure, Trouble
from workbench.translation.core_text import message
from workbench.widgets.buttons import Button
from workbench.widgets.card import Card
from workbench.widgets.labels import Label, Lamp

MOST: Final = 3
"""So many troubles are shown in full; the others are counted."""


class Diagnosis(QWidget):
    """A card for each trouble.

    Attributes
    ----------
    wanted
        With the `Cure` whose button was pressed.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inside.diagnosis")
        self.sentences: list[Label] = []
        self._shown: object = None
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_troubles(self, found: Sequence[Trouble], possible: Sequence[Cure], dead: int = 0, units: int = 0) -> None:
        """Show other troubles; cures that are not possible have no button.

        Parameters
        ----------
        dead, units
            So many units of all are dead, which is told even where they are too few to be a trouble.
        """
        told = tuple((t.code, tuple(t.details.items()), t.cures) for t in found)
        key = (told, tuple(possible), dead, units, self.tr("warning"))
        if key == self._shown:
            return
        self._shown = key
        for part in self._parts:
            part.hide()
            self._column.removeWidget(part)
            part.deleteLater()
        self._parts, self.sentences = [], []
        if not found:
            words = self.tr("Every layer is alive, and gradients reach them all.")
            if dead:
                words = self.tr("Gradients reach every layer. Few units are dead: {0} of {1}.").format(dead, f"{units:,}")
            self._add(self._line("ok", words))
        for trouble in found[:MOST]:
            card = Card(tone="error" if trouble.severe else "warn", margin=8)
            card.body.addWidget(self._line("error" if trouble.severe else "warn", message(trouble.code, dict(trouble.details))))
            cures = [cure for cure in trouble.cures if cure in possible]
            if cures:
                card.body.addLayout(self._buttons(cures))
            self._add(card)
        if len(found) > MOST:
            self._add(self._line("warn", self.tr("and {0} more").format(len(found) - MOST)))

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)
        self._parts.append(part)

    def _line(self, tone: str, text: str) -> QWidget:
        lamp = Lamp("inside.tone")
        lamp.show_state("", tone)
        lamp.setAccessibleName({"ok": self.tr("in order"), "warn": self.tr("warning")}.get(tone, self.tr("fault")))
        lamp.setFixedWidth(14)
        sentence = Label(text, wrap=True)
        self.sentences.append(sentence)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(lamp)
        row.addWidget(sentence, 1)
        return line

    def _buttons(self, cures: Sequence[Cure]) -> QHBoxLayout:
        words = {
            "initial": self.tr("Try suitable initial values"),
            "rate": self.tr("Try a tenth of the rate"),
            "batch_norm": self.tr("Try BatchNorm"),
            "clip": self.tr("Try gradient clipping"),
        }
        row = QHBoxLayout()
        row.setContentsMargins(22, 0, 0, 0)
        row.setSpacing(8)
        for index, cure in enumerate(cures):
            button = Button(f"inside.cure.{cure}", words[cure], primary=index == 0)
            button.setToolTip(self.tr("Starts a duel: this network against the one with the change."))
            button.clicked.connect(lambda _on=False, c=cure: self.wanted.emit(c))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(Label(self.tr("each starts a duel"), size="caption", tone="text3"))
        return row
