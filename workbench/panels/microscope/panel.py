"""im2col: the convolution as one product of matrices, step by step."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from core.probes.convolution_view import ConvolutionView
from core.probes.loop_timing import LoopTiming, time_both
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.panels.microscope.col2im_panel import Col2imPanel
from workbench.panels.microscope.im2col_canvas import Im2colCanvas
from workbench.panels.microscope.im2col_words import Im2colWords
from workbench.panels.microscope.lens_panel import LensPanel
from workbench.panels.microscope.pooling_panel import PoolingPanel
from workbench.training.probe_worker import Probe
from workbench.widgets.buttons import IconButton
from workbench.workspace import Workspace

__all__ = ["Col2imPanel", "Im2colPanel", "PoolingPanel"]


@register_panel
class Im2colPanel(LensPanel):
    """The window slides over the padded image; its row, the filter, the output and the numbers follow."""

    name: ClassVar[str] = "im2col"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "im2col"))
    places: ClassVar[tuple[Place, ...]] = (Place("filters", column=0, stretch=6),)
    has_batch: ClassVar[bool] = True

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.canvas = Im2colCanvas()
        self.canvas.setObjectName("im2col.canvas")
        self.canvas.placed.connect(self.specimen.take_place)
        self.canvas.sampled.connect(self.take_sample)
        self.canvas.toggled.connect(self.toggle)
        self.hold(self.canvas)
        self.stopwatch = IconButton("im2col.time", "clock", self.without_head, side=24, icon_side=14)
        self.stopwatch.clicked.connect(self.time_loops)
        self._timed_shapes: tuple[object, ...] = ()
        self._timing = Probe(workspace.probes, self)
        self._timing.answered.connect(self._timed)

    def head_controls(self) -> list[QWidget]:
        return [self.play, self.next, self.stopwatch, self.fields]

    def time_loops(self) -> None:
        """Time plain loops against im2col on what is shown, on this machine."""
        view = self.view
        if view is not None and view.fits:
            self._timed_shapes = _shapes(view)
            self._timing.ask(lambda _networks: time_both(view.batch, view.w, view.window))

    def _timed(self, found: LoopTiming) -> None:
        self.canvas.show_timing(found)

    def retranslate(self) -> None:
        super().retranslate()
        self.stopwatch.set_words(self.tr("Time plain loops against im2col on this machine"))
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
                sample=self.tr("sample {n} of {count}"),
                sum=self.tr("sum"),
                bias=self.tr("bias"),
                result=self.tr("output"),
                after=self.tr("after {activation}"),
                values=self.tr("column matrix {rows}·{columns} = {values} values, {times} × the image"),
                timing=self.tr("loops {loops} ms, im2col {im2col} ms: {factor} times faster"),
                left_out=self.tr("rows or columns left out: {n}"),
                misfit=self.tr("The window is larger than the padded image. Take a smaller kernel or more padding."),
            ),
        )

    def advance(self) -> None:
        self.canvas.step()

    def show_view(self, view: ConvolutionView) -> None:
        if _shapes(view) != self._timed_shapes:
            self._timed_shapes = ()
            self.canvas.show_timing(None)
        self.canvas.show_view(view)

    def follow_place(self) -> None:
        self.canvas.show_place(self.specimen.place)


def _shapes(view: ConvolutionView) -> tuple[object, ...]:
    """Return what the time of a pass depends on."""
    return view.batch.shape, view.w.shape, view.window
