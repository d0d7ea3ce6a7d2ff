"""im2col: the convolution as one product of matrices, step by step."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from core.probes.convolution_view import ConvolutionView
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.panels.microscope.im2col_canvas import Im2colCanvas, Im2colWords
from workbench.panels.microscope.lens_panel import LensPanel
from workbench.widgets.buttons import IconButton
from workbench.workspace import Workspace

STEP_MILLISECONDS: Final = 250


@register_panel
class Im2colPanel(LensPanel):
    """The window slides over the padded image; its row, the filter, the output and the numbers follow."""

    name: ClassVar[str] = "im2col"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "im2col"))
    places: ClassVar[tuple[Place, ...]] = (Place("filters", column=0, stretch=6),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.canvas = Im2colCanvas()
        self.canvas.setObjectName("im2col.canvas")
        self.canvas.placed.connect(self.specimen.take_place)
        self.canvas.toggled.connect(self.toggle)
        self.hold(self.canvas)
        self.play = IconButton("im2col.play", "play", self.without_head, side=24, icon_side=14)
        self.play.clicked.connect(self.toggle)
        self.next = IconButton("im2col.step", "step", self.without_head, side=24, icon_side=14)
        self.next.clicked.connect(self.canvas.step)
        self._steps = QTimer(self)
        self._steps.setInterval(STEP_MILLISECONDS)
        self._steps.timeout.connect(self.canvas.step)

    def head_controls(self) -> list[QWidget]:
        return [self.play, self.next, self.fields]

    def retranslate(self) -> None:
        super().retranslate()
        self._say_play()
        self.next.set_words(self.tr("Next position"))
        self.canvas.set_words(
            self.tr("im2col: image, column matrix, filter and map"),
            Im2colWords(
                image=self.tr("Image"),
                padded=self.tr("Image, padded"),
                matrix=self.tr("Column matrix"),
                rows=self.tr("rows {first}–{last}"),
                filter=self.tr("Filter {n}"),
                output=self.tr("Output"),
                map=self.tr("Map {n}"),
                window=self.tr("Window"),
                place=self.tr("row {row}, column {column}"),
                products=self.tr("Products"),
                channel=self.tr("channel {n} of {count}"),
                sum=self.tr("sum"),
                bias=self.tr("bias"),
                result=self.tr("output"),
                after=self.tr("after {activation}"),
                values=self.tr("column matrix {rows}·{columns} = {values} values, {times} × the image"),
                left_out=self.tr("{n} rows or columns are left out"),
                misfit=self.tr("The window is larger than the padded image. Take a smaller kernel or more padding."),
            ),
        )

    @property
    def playing(self) -> bool:
        """Whether the window moves by itself."""
        return self._steps.isActive()

    def toggle(self) -> None:
        """Let the window move by itself, or stop it."""
        if self.playing:
            self._steps.stop()
        else:
            self._steps.start()
        self._say_play()

    def _say_play(self) -> None:
        self.play.set_icon("pause" if self.playing else "play")
        words = self.tr("Stop the window") if self.playing else self.tr("Move the window by itself")
        self.play.set_words(words, QKeySequence("Space"))

    def hideEvent(self, event: QHideEvent) -> None:
        if self.playing:
            self.toggle()
        super().hideEvent(event)

    def show_view(self, view: ConvolutionView) -> None:
        self.canvas.show_view(view)

    def follow_place(self) -> None:
        self.canvas.show_place(self.specimen.place)
