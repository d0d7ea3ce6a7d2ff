"""Pooling: what a window keeps, and where its gradient goes."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from core.arrays import Array
from core.network import Network
from core.probes.pooling_view import PoolingView, pooling_view
from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.panels.microscope.playing_panel import PlayingPanel
from workbench.panels.microscope.pooling_canvas import PoolingCanvas, PoolingWords
from workbench.workspace import Workspace


@register_panel
class PoolingPanel(PlayingPanel):
    """The pooling that follows the map that is looked at."""

    name: ClassVar[str] = "pooling"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Pooling"))
    places: ClassVar[tuple[Place, ...]] = (Place("filters", column=0, tab=2),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.canvas = PoolingCanvas()
        self.canvas.setObjectName("pooling.canvas")
        self.canvas.placed.connect(self.specimen.take_place)
        self.canvas.toggled.connect(self.toggle)
        self.hold(self.canvas)

    def head_controls(self) -> list[QWidget]:
        return [self.play, self.next]

    def retranslate(self) -> None:
        super().retranslate()
        self.empty.set_words(self.tr("This network has no pooling to look at. Put a MaxPool layer into it."))
        self.canvas.set_words(
            self.tr("Pooling: a map before and after, and the gradient on its way back"),
            PoolingWords(
                before=self.tr("Map {n} before"),
                window=self.tr("Window"),
                after=self.tr("After"),
                routed=self.tr("Gradient back"),
                routed_note=self.tr("if every value has 1"),
                largest=self.tr("The largest of the window is {value}; its pixel gets the whole gradient."),
                mean=self.tr("The mean of the window is {value}; every pixel gets 1/{count} of the gradient."),
                place=self.tr("row {row}, column {column}"),
                left_out=self.tr("rows or columns left out: {n}"),
            ),
        )

    def look(self, network: Network, frame: Frame, x: Array, layer: str, unit: int) -> PoolingView | None:
        return pooling_view(network, frame, x, layer, unit)

    def show_answer(self, found: object | None) -> None:
        if isinstance(found, PoolingView):
            note = self.tr("{layer}, map {n} of {count}")
            self.set_note(note.format(layer=found.layer_id, n=found.channel + 1, count=found.channels))
            rows, columns = found.map.shape
            self.specimen.suggest_middle(rows, columns)
            self.canvas.show_view(found)
            self.follow_place()

    def advance(self) -> None:
        self.canvas.step()

    def follow_place(self) -> None:
        self.canvas.show_place(self.specimen.place)
