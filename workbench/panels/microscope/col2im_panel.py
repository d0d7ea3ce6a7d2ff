"""col2im: how the gradient finds its way back to the image."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from core.probes.convolution_view import ConvolutionView
from core.probes.folding import ROWS
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.panels.microscope.col2im_canvas import Col2imCanvas, Col2imWords
from workbench.panels.microscope.lens_panel import LensPanel
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace


@register_panel
class Col2imPanel(LensPanel):
    """Rows of the matrix are added back to the pixels they came from; visit counts say how often."""

    name: ClassVar[str] = "col2im"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "col2im"))
    places: ClassVar[tuple[Place, ...]] = (Place("filters", column=0, tab=1),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.canvas = Col2imCanvas()
        self.canvas.setObjectName("col2im.canvas")
        self.canvas.placed.connect(self.specimen.take_place)
        self.canvas.toggled.connect(self.toggle)
        self.hold(self.canvas)
        self.kind = Segmented("col2im.kind", self.without_head)
        self.kind.changed.connect(self._take_kind)

    def head_controls(self) -> list[QWidget]:
        return [self.play, self.next, self.kind, self.fields]

    def retranslate(self) -> None:
        super().retranslate()
        self.kind.setAccessibleName(self.tr("What stands in the rows"))
        self.kind.set_choices(
            [("windows", self.tr("windows")), ("ones", self.tr("ones")), ("gradient", self.tr("gradient"))],
            {
                "windows": self.tr("The windows themselves: each pixel comes back as often as it was visited."),
                "ones": self.tr("Ones: each pixel counts how many windows look at it."),
                "gradient": self.tr("The filter in every row: the gradient by the image of the sum of the map."),
            },
        )
        self.kind.set_key(self.canvas.kind)
        self.canvas.set_words(
            self.tr("col2im: the column matrix added back to the image"),
            Col2imWords(
                matrix=self.tr("Column matrix"),
                row=self.tr("Row {n}"),
                so_far=self.tr("Added up so far"),
                total=self.tr("After the last row"),
                visits=self.tr("Visits"),
                visits_note=self.tr("{least} to {most} windows"),
                pixel=self.tr("Pixel ({y}, {x})"),
                none=self.tr("no window looks at this pixel"),
                hint=self.tr("Point at a pixel to see which rows add to it."),
                misfit=self.tr("The window is larger than the padded image. Take a smaller kernel or more padding."),
            ),
        )

    def _take_kind(self, key: str) -> None:
        self.canvas.set_kind(next(kind for kind in ROWS if kind == key))

    def advance(self) -> None:
        self.canvas.step()

    def show_view(self, view: ConvolutionView) -> None:
        self.canvas.show_view(view)

    def follow_place(self) -> None:
        self.canvas.show_place(self.specimen.place)
