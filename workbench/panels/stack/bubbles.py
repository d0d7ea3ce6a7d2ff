"""The bubbles of a canvas: which layers have one, how much room it takes, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QWidget

from core.shapes import Problem
from workbench.panels.stack.block import scaled
from workbench.panels.stack.bubble import Bubble
from workbench.panels.stack.standing import LOSS, Layout

LEAST_WIDTH: Final = 260


class Bubbles(QObject):
    """Gives a bubble to each layer with an error, and to the selected one with a hint.

    Attributes
    ----------
    mended
        With the `Fix` that was chosen.
    standing
        The bubbles by their layer's id, "" for that of the whole network.
    """

    mended = Signal(object)

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.standing: dict[str, Bubble] = {}
        self._canvas = canvas
        self._problems: Mapping[str, tuple[Problem, ...]] = {}
        self._notes: Mapping[str, tuple[str, ...]] = {}
        self._selected = ""
        self._zoom, self._room = 1.0, 0.0

    def tell(
        self, problems: Mapping[str, tuple[Problem, ...]], notes: Mapping[str, tuple[str, ...]], selected: str
    ) -> frozenset[str]:
        """Say other problems, with what their mends cost; return the layers that have a bubble then."""
        self._problems, self._notes, self._selected = problems, notes, selected
        return frozenset(layer_id for layer_id in problems if self._is_wanted(layer_id))

    def fit(self, zoom: float, room: float) -> None:
        """Work for another zoom and another width of the view."""
        self._zoom, self._room = zoom, room

    def height(self, layer_id: str, width: float) -> float:
        """Return how high the bubble of a layer is in the layout, for a width of it; 0 where it has none."""
        if not self._is_wanted(layer_id):
            return 0.0
        if layer_id not in self.standing:
            bubble = Bubble(layer_id, self._canvas)
            bubble.mended.connect(self.mended)
            self.standing[layer_id] = bubble
        bubble = self.standing[layer_id]
        bubble.show_problems(self._problems[layer_id], self._notes.get(layer_id, ()))
        return bubble.height_for(self._width(width)) / self._zoom

    def place(self, layout: Layout) -> None:
        """Put each bubble where it belongs; those of layers without one go."""
        for gone in self.standing.keys() - layout.bubbles.keys():
            bubble = self.standing.pop(gone)
            bubble.hide()
            bubble.deleteLater()
        for layer_id, area in layout.bubbles.items():
            bubble, on_screen = self.standing[layer_id], scaled(area, self._zoom)
            on_screen.setWidth(self._width(area.width()))
            on_screen.moveCenter(QPointF(area.center().x() * self._zoom, on_screen.center().y()))
            bubble.setGeometry(QRectF(on_screen).toAlignedRect())
            under = layout.spots.get(layer_id, layout.spots[LOSS])
            bubble.point_at(under.rect.center().x() * self._zoom - on_screen.left())
            bubble.show()
            bubble.raise_()

    def retranslate(self) -> None:
        """Say all in another language."""
        for bubble in self.standing.values():
            bubble.say()

    def _is_wanted(self, layer_id: str) -> bool:
        problems = self._problems.get(layer_id, ())
        return any(problem.severity == "error" for problem in problems) or bool(problems and layer_id == self._selected)

    def _width(self, width: float) -> float:
        """Return how wide a bubble is on the screen: its words do not shrink with the drawing."""
        return max(width * self._zoom, min(LEAST_WIDTH, self._room - 12)) if self._zoom < 1 else width
