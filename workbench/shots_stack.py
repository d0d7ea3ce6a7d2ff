"""The states of the network lab's stack that are worth a picture of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication

from core.spec import NetworkSpec, Place
from core.text import parse_network
from core.zoo import zoo
from workbench.dragging import LAYER_KIND, mime_of
from workbench.lab import LabView
from workbench.panels.stack.panel import StackPanel
from workbench.workspace import Workspace

LAB: Final = "network"
BROKEN: Final = "Conv(8, 3, pad=1) ReLU Sequential(Conv(8, 3, pad=1) BatchNorm ReLU, repeat=3) Affine(10)"
"""A block that stands three times, and an error with its mends."""


def photograph_stack(view: LabView, workspace: Workspace, take: Callable[[str], None]) -> None:
    """Bring about one state after the other and take each; the document is left as it was.

    Parameters
    ----------
    view
        The lab, open.
    take
        Takes a picture with a name.
    """
    panel = view.docks["stack"].panel
    if not isinstance(panel, StackPanel):
        return
    canvas = panel.canvas
    networks = {network.name: network.spec for network in zoo()}

    def show(network: NetworkSpec, select: str = "") -> None:
        workspace.apply(replace(workspace.experiment, network=network), "")
        workspace.select(select)

    undo_stack = workspace.document.undo_stack
    begun = undo_stack.index()
    show(networks["lenet5"], "conv1")
    take("lenet5")
    show(networks["mini_inception"])
    _drag(panel, "BatchNorm", Place("parallel1", 1, 1))
    take("inception-drop")
    _drag(panel, "Affine", Place("parallel1", 1, 1))
    take("inception-refused")
    QApplication.sendEvent(canvas, QDragLeaveEvent())
    show(networks["resnet20"])
    take("resnet20")
    canvas.fold_all(True)
    take("resnet20-collapsed")
    canvas.fold_all(False)
    show(parse_network(BROKEN), "sequential1")
    take("error")
    while undo_stack.index() > begun:
        undo_stack.undo()
    workspace.select("")


def _drag(panel: StackPanel, kind: str, place: Place) -> None:
    """Hold a new layer over a place, as if it came from the palette."""
    canvas = panel.canvas
    gap = next(gap for gap in canvas.layout_now.gaps if gap.place == place)
    at = QPoint(round(gap.rect.center().x() * canvas.zoom), round(gap.rect.center().y() * canvas.zoom))
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    mime = mime_of(LAYER_KIND, kind)  # an event does not keep it alive
    for event in (QDragEnterEvent, QDragMoveEvent):
        made = event(at, actions, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(canvas, made)
