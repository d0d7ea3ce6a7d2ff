"""What a network can be compared with: earlier states, networks of the zoo, documents, the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QMenu, QWidget

from core.arrays import Shape
from core.datasets.recipe import DataRecipe
from core.spec import NetworkSpec
from core.zoo import zoo
from workbench.theme.fonts import font
from workbench.translation.core_text import translate_core
from workbench.widgets.buttons import Button
from workbench.workspace import Workspace

MOST_STATES: Final = 12
"""So many of the last acts are offered to be compared with; the beginning always is."""
ARROW: Final = 20
"""Pixels for the arrow that says that a menu opens."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A network to compare with.

    Parameters
    ----------
    title
        What it is called, in the present language.
    shape
        The shape of its samples; empty for that of its data.
    data
        Its data; None for the present one.
    """

    title: str
    network: NetworkSpec
    shape: Shape = ()
    data: DataRecipe | None = None


class ReferenceButton(Button):
    """Opens the menu of everything to compare with.

    Attributes
    ----------
    chosen
        With the `Reference` that was chosen.
    file_wanted, clipboard_wanted
        When a document, or what the clipboard says, is to be compared with.
    """

    chosen = Signal(object)
    file_wanted = Signal()
    clipboard_wanted = Signal()

    def __init__(self, name: str, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.setFont(font("dense"))
        self._workspace = workspace
        self._chosen = ""
        self._menu = QMenu(self)
        self._menu.setObjectName(f"{name}.menu")
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(ARROW, 0)

    def fill(self) -> None:
        """List everything anew."""
        self._menu.clear()
        states = self._workspace.document.states()
        if states:
            self._offer("compare.beginning", self.beginning())
            earlier = self._menu.addMenu(self.tr("Before one of the last edits"))
            earlier.setObjectName("compare.earlier")
            for number, (act, experiment) in reversed(list(enumerate(states))[-MOST_STATES:]):
                title = self.tr("the state before “{act}”").format(act=act)
                reference = Reference(title, experiment.network, data=experiment.data)
                self._offer(f"compare.state.{number}", reference, earlier)
            self._menu.addSeparator()
        presets = self._menu.addMenu(self.tr("A network of the zoo"))
        presets.setObjectName("compare.zoo")
        for network in zoo():
            title = translate_core(network.card.title)
            self._offer(f"compare.zoo.{network.name}", Reference(title, network.spec, network.card.input_shape), presets)
        self._menu.addSeparator()
        self._ask("compare.file", self.tr("A document…"), self.file_wanted.emit)
        self._ask("compare.clipboard", self.tr("What was copied"), self.clipboard_wanted.emit)

    def beginning(self) -> Reference | None:
        """Return the network before the first edit that can be undone, if there is one."""
        states = self._workspace.document.states()
        if not states:
            return None
        return Reference(self.tr("the first state"), states[0][1].network, data=states[0][1].data)

    def _offer(self, name: str, reference: Reference | None, menu: QMenu | None = None) -> None:
        if reference is not None:
            words = reference.title[:1].upper() + reference.title[1:]
            self._ask(name, words, lambda: self.chosen.emit(reference), menu)

    def _ask(self, name: str, words: str, do: Callable[[], object], menu: QMenu | None = None) -> None:
        action = (menu or self._menu).addAction(words)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: do())

    def retranslate(self) -> None:
        """Set the words anew."""
        self.show_chosen(self._chosen)
        self.fill()

    def show_chosen(self, title: str) -> None:
        """Say what is being compared with."""
        self._chosen = title
        words = self.tr("Compared with {title}").format(title=title) if title else self.tr("Compare with")
        self.setText(words)
        self.setAccessibleName(words)
