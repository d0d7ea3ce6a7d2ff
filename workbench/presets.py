"""The menu of networks to begin with, filled from the zoo."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QMenu, QWidget

from core.spec import NetworkSpec
from core.zoo import ZooNetwork, zoo
from workbench.theme.fonts import font
from workbench.translation.core_text import translate_core
from workbench.widgets.buttons import Button
from workbench.workspace import Workspace

ARROW = 20
"""Pixels for the arrow that says that a menu opens."""


def use_network(workspace: Workspace, network: NetworkSpec, title: str) -> None:
    """Take a network in place of the document's, undoably, and select nothing."""
    text = QCoreApplication.translate("Presets", "Begin with {network}").format(network=title)
    workspace.apply(replace(workspace.experiment, network=network, by_hand=()), text)
    workspace.select("")


class PresetsButton(Button):
    """Opens the menu; what fits the present data stands first."""

    def __init__(self, name: str, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent, quiet=True)
        self.setFont(font("dense"))
        self._workspace = workspace
        self._menu = QMenu(self)
        self._menu.setObjectName(f"{name}.menu")
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)
        self.fill()
        self.retranslate()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(ARROW, 0)

    def fill(self) -> None:
        """List the networks anew."""
        self._menu.clear()
        blank = self._menu.addAction(self.tr("Blank"))
        blank.setObjectName("preset.blank")
        blank.triggered.connect(lambda: use_network(self._workspace, NetworkSpec(), self.tr("a blank network")))
        data = self._workspace.data
        rank = len(data.input_shape) if data is not None else 0
        networks = zoo()
        for fits in (True, False):
            group = [n for n in networks if (len(n.card.input_shape) == rank) is fits]
            if group:
                self._menu.addSeparator()
            for network in group:
                self._add(network)

    def _add(self, network: ZooNetwork) -> None:
        card = network.card
        title = translate_core(card.title)
        words = f"{title} ({card.year})" if card.year and str(card.year) not in title else title
        action = self._menu.addAction(words)
        action.setObjectName(f"preset.{network.name}")
        action.setToolTip(f"{translate_core(card.task)} {translate_core(card.architecture)} {translate_core(card.result)}")
        action.triggered.connect(lambda: use_network(self._workspace, network.spec, translate_core(card.title)))

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setText(self.tr("Presets"))
        self.setAccessibleName(self.tr("Presets"))
