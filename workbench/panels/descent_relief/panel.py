"""The panel of the surface in space."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.descent.panel import DescentPanel
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.panels.descent_relief.canvas import ReliefCanvas
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

NOTED = 0.8
"""From which power on it is worth saying that the picture is not to scale."""


@register_panel
class DescentReliefPanel(DescentPanel):
    """The same race in space."""

    name: ClassVar[str] = "descent_relief"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Surface in 3-D"))
    places: ClassVar[tuple[Place, ...]] = (Place("descent", 2, 0, stretch=7),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.canvas = ReliefCanvas(self.session)
        self._style = Segmented("descent.relief.style")
        self._style.changed.connect(lambda key: self.canvas.set_wire(key == "wire"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.canvas)

    def head_controls(self) -> list[QWidget]:
        return [self._style]

    def retranslate(self) -> None:
        self.canvas.setAccessibleName(self.tr("The surface in space; the arrow keys turn it"))
        self._style.setAccessibleName(self.tr("How the surface is drawn"))
        self._style.set_choices([("surface", self.tr("Surface")), ("wire", self.tr("Wire"))])

    def show_race(self) -> None:
        self.canvas.show_race()
        relief = self.canvas.relief()
        self.set_note(self.tr("heights pressed together") if relief.power < NOTED else "")

    def show_moment(self) -> None:
        self.canvas.update()
