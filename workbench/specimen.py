"""What the views of the filter lab look into together: one sample or a drawing, and one value of one map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from core.arrays import Array
from core.datasets.recipe import Data
from workbench.workspace import Workspace


class Specimen(QObject):
    """A choice that several panels share, because they do not know each other.

    Attributes
    ----------
    row
        Which sample of the test set.
    drawing
        What the person drew, prepared as a batch of one; it takes the place of the sample. None for no drawing.
    layer, unit
        Which map: the layer's id ("" for none yet) and the channel.
    place
        Row and column on the map.
    sample_changed, map_changed, place_changed
        After another sample, another map, another place.
    """

    sample_changed = Signal()
    map_changed = Signal()
    place_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.row = 0
        self.drawing: Array | None = None
        self.layer = ""
        self.unit = 0
        self.place = (0, 0)
        self._chosen = False
        self._known: dict[Callable[..., Any], object] = {}

    def take_sample(self, row: int) -> None:
        """Look into another sample."""
        if row != self.row or self.drawing is not None:
            self.row, self.drawing = row, None
            self.sample_changed.emit()

    def take_drawing(self, drawing: Array | None) -> None:
        """Look into a drawing, ``(1, *input_shape)``; None brings the sample back."""
        if drawing is not None or self.drawing is not None:
            self.drawing = drawing
            self.sample_changed.emit()

    def is_drawn(self, data: Data) -> bool:
        """Whether the drawing is looked into, because there is one and it suits the data."""
        return self.drawing is not None and self.drawing.shape[1:] == data.input_shape

    def sample(self, data: Data) -> Array:
        """Return what is looked into, ``(1, *input_shape)``."""
        if self.drawing is not None and self.is_drawn(data):
            return self.drawing
        row = min(self.row, len(data.test) - 1)
        return data.test.x[row : row + 1]

    def take_map(self, layer: str, unit: int) -> None:
        """Look at another map."""
        if (layer, unit) != (self.layer, self.unit):
            self.layer, self.unit = layer, unit
            self.map_changed.emit()

    def suggest_middle(self, rows: int, columns: int) -> None:
        """Look at the middle of a map, where there is more to see than in a corner, until somebody chooses a place."""
        if not self._chosen:
            self.take_place(rows // 2, columns // 2)
            self._chosen = False

    def take_place(self, row: int, column: int) -> None:
        """Look at another value of the map."""
        self._chosen = True
        if (row, column) != self.place:
            self.place = (row, column)
            self.place_changed.emit()

    def remember(self, look: Callable[..., Any], answer: object) -> None:
        """Keep the last answer to a kind of question, for another panel that will ask the same."""
        self._known[look] = answer

    def known(self, look: Callable[..., Any]) -> object | None:
        """Return the last answer to a kind of question, or None."""
        return self._known.get(look)


def specimen_of(workspace: Workspace) -> Specimen:
    """Return what the panels of a window look into; made when first asked for."""
    found = workspace.findChild(Specimen, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Specimen) else Specimen(workspace)
