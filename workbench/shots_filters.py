"""The states of the filter lab that are worth a picture of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QAbstractButton

from workbench.lab import LabView
from workbench.panels.kernel_edit.panel import KernelEditPanel
from workbench.panels.overview.panel import OverviewPanel
from workbench.specimen import specimen_of
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

LAB: Final = "filters"


def photograph_filters(view: LabView, workspace: Workspace, take: Callable[[str], None]) -> None:
    """Bring about one state after the other and take each; the document is left as it was.

    Parameters
    ----------
    view
        The lab, open.
    take
        Takes a picture with a name once everything has settled.
    """
    overview = view.findChild(OverviewPanel)
    edit = view.findChild(KernelEditPanel)
    if overview is None or edit is None:
        return
    specimen = specimen_of(workspace)
    drawing, before = specimen.drawing, (specimen.layer, specimen.unit)
    undo, steps = workspace.document.undo_stack, workspace.document.undo_stack.index()

    def front(panel: str) -> None:
        view.docks[panel].show()
        view.docks[panel].raise_()

    def choose(name: str, key: str) -> None:
        choice = view.findChild(Segmented, name)
        if choice is not None:
            choice.take(key)

    def press(name: str) -> None:
        button = view.findChild(QAbstractButton, name)
        if button is not None:
            button.click()

    overview.canvas.opened.emit("conv2", 2)
    take("map")
    overview.close_map()
    specimen.take_map("conv1", 0)
    front("kernel_edit")
    take("kernel")
    edit.take_preset("sobel_x")
    take("sobel")
    undo.setIndex(steps)
    front("filters")
    choose("filters.beside", "beside")
    take("kernels-before-after")
    choose("filters.beside", "small")
    front("attribution")
    choose("attribution.weights", "both")
    take("attribution")
    choose("attribution.weights", "trained")
    specimen.take_map("conv2", 3)
    front("unit_likes")
    press("unit_likes.ascent.go")
    take("unit-likes")
    for panel in ("lesions", "embedding"):
        front(panel)
        take(panel)
    front("invariance")
    press("invariance.train")
    take("invariance")
    for page in ("why", "mind"):
        choose("draw_pad.page", page)
        take(f"pad-{page}")
    choose("draw_pad.page", "steps")
    specimen.take_drawing(drawing)
    specimen.take_map(*before)
    front("im2col")
