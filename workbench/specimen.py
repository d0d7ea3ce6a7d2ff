"""What the views of the filter lab look into together: one test sample, and one value of one map."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from workbench.workspace import Workspace


class Specimen(QObject):
    """A choice that several panels share, because they do not know each other.

    Attributes
    ----------
    row
        Which sample of the test set.
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
        self.layer = ""
        self.unit = 0
        self.place = (0, 0)
        self._chosen = False

    def take_sample(self, row: int) -> None:
        """Look into another sample."""
        if row != self.row:
            self.row = row
            self.sample_changed.emit()

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


def specimen_of(workspace: Workspace) -> Specimen:
    """Return what the panels of a window look into; made when first asked for."""
    found = workspace.findChild(Specimen, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Specimen) else Specimen(workspace)
