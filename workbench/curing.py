"""A cure for what goes wrong inside a network, tried as a duel with the present run."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.errors import CoreError
from core.probes.inside_troubles import Cure, cured
from workbench.errors import show_error
from workbench.workspace import Workspace


def try_cure(cure: Cure, workspace: Workspace, asker: QWidget) -> None:
    """Train the present experiment and the one with the cure in step, where both can be watched; nothing if it has no place."""
    rival = cured(workspace.experiment, cure)
    if rival is None:
        return
    try:
        workspace.starts.duel([rival])
    except CoreError as error:
        show_error(asker, error)
        return
    workspace.lab_wanted.emit("train")
