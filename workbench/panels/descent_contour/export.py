"""The race as files: a picture, a drawing, a table, and what is filmed of it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from core.arrays import Array
from core.descent.race import Race
from core.descent.table import COLUMNS, rows_of
from workbench.film.scene import Scene, drawn_pixels
from workbench.film.writing import Timing
from workbench.panels.descent_contour.canvas import ContourCanvas
from workbench.plots.export import begin_file, save_png

MOST_PICTURES: Final = 90
SMOOTH: Final = Timing(each=40)
STEPS_PER_SECOND: Final = 4.0
SHORTEST: Final = 2.0
LONGEST: Final = 15.0
"""Seconds of an MP4."""


def save_picture(canvas: ContourCanvas, _race: Race, _step: int, path: Path) -> None:
    """Write the plane as it is seen, as PNG."""
    save_png(canvas, path)


def save_drawing(canvas: ContourCanvas, _race: Race, step: int, path: Path) -> None:
    """Write the plane as lines and text, as SVG."""
    begin_file(path)
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(canvas.size())
    generator.setViewBox(QRectF(canvas.rect()))
    generator.setTitle(canvas.accessibleName())
    painter = QPainter(generator)
    canvas.draw(painter, step)
    painter.end()


def save_table(_canvas: ContourCanvas, race: Race, _step: int, path: Path) -> None:
    """Write every step of every path, as CSV."""
    begin_file(path)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows_of(race))


def race_scene(canvas: ContourCanvas, race: Race, kind: str) -> tuple[Scene, Timing]:
    """Return the whole race to be filmed: whole steps for a GIF, which takes much room, all between them for an MP4."""
    steps = race.spec.steps
    if kind == "gif":
        moments: list[float] = [*range(0, steps, -(-steps // MOST_PICTURES)), steps]
    else:
        seconds = min(LONGEST, max(SHORTEST, steps / STEPS_PER_SECOND))
        moments = np.linspace(0, steps, round(1000 * seconds / SMOOTH.each)).tolist()
    projector = Projector(canvas)
    return Scene(moments, projector.show, projector.picture), (Timing() if kind == "gif" else SMOOTH)


class Projector:
    """Shows a moment of the race on a picture, and leaves the plane on the window as it is."""

    def __init__(self, canvas: ContourCanvas) -> None:
        self._canvas, self._size, self._position = canvas, canvas.size(), 0.0

    def show(self, moment: float) -> None:
        """Take another moment."""
        self._position = moment

    def picture(self) -> Array:
        """Return how it looks, ``(height, width, 3)``."""
        return drawn_pixels(self._size, lambda painter: self._canvas.paint_race(painter, self._position))


Save = Callable[[ContourCanvas, Race, int, Path], None]
SAVES: Final[dict[str, Save]] = {"png": save_picture, "svg": save_drawing, "csv": save_table}
"""What writes each kind of file at once."""
