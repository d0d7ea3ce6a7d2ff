"""What the network says as a surface over the plane; dragging turns it."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from core.arrays import Array
from core.probes.output_map import OutputMap
from workbench.plots.answers import signed_answers
from workbench.plots.surface import paint_cells
from workbench.plots.turning_view import TurningView
from workbench.theme.theme import current_theme
from workbench.widgets.painting import focus_ring, has_keyboard_focus

CELLS: Final = 33
HEIGHT: Final = 0.5
SHADES: Final = 24


class SurfaceView(TurningView):
    """Heights: of two classes how sure the network is of the second, of more how sure it is of the likeliest, else the value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boundary.surface")
        self.setMinimumSize(160, 160)
        self._map: OutputMap | None = None
        self._classes = 0
        self._limit = 1.0
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(380, 380)

    def show_map(self, answers: OutputMap, classes: int, limit: float) -> None:
        """Show other answers, of so many classes, or 0 for values up to a limit."""
        self._map, self._classes, self._limit = answers, classes, limit
        self.update()

    def heights(self) -> Array:
        """Return the heights of the corners from −1 to 1, ``(CELLS, CELLS)``, rows along the second input."""
        if self._map is None:
            return np.zeros((CELLS, CELLS))
        rows = np.linspace(0, self._map.outputs.shape[0] - 1, CELLS).round().astype(int)
        said = self._map.outputs[np.ix_(rows, rows)]
        if self._classes == 2:
            heights: Array = signed_answers(said)
        elif self._classes:
            heights = 2 * said.max(axis=-1) - 1
        else:
            heights = np.clip(said[..., 0] / self._limit, -1.2, 1.2)
        return heights

    def _tones(self, heights: Array) -> tuple[Array, list[QColor]]:
        """Return the colour of each cell: signed, or that of the likeliest class."""
        theme = current_theme()
        if self._classes > 2 and self._map is not None:
            rows = np.linspace(0, self._map.outputs.shape[0] - 1, CELLS).round().astype(int)
            likeliest = self._map.outputs[np.ix_(rows, rows)].argmax(axis=-1)[:-1, :-1]
            return likeliest, [theme.run(k) for k in range(self._classes)]
        table = theme.lookup("signed")
        places = np.linspace(0, len(table) - 1, SHADES).round().astype(int)
        middle = (heights[:-1, :-1] + heights[1:, 1:]) / 2
        tones = np.clip((middle + 1) / 2 * (SHADES - 1), 0, SHADES - 1).round().astype(int)
        return tones, [QColor.fromRgb(*(int(c) for c in table[place])) for place in places]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.color("plot"))
        if self._map is None:
            return
        heights = self.heights()
        across = np.linspace(-0.5, 0.5, CELLS)
        x, y = np.meshgrid(across, across)
        camera = self.seen_from(min(self.width() / 1.45, self.height() / 1.25))
        tones, colours = self._tones(heights)
        paint_cells(painter, np.stack([x, y, HEIGHT * heights / 2]), camera, tones, colours, theme=theme)
        self.paint_compass(painter, ("x₁", "x₂", "y"))
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))
