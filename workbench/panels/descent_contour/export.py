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

from core.descent.race import Race
from core.descent.table import COLUMNS, rows_of
from core.errors import FileError
from workbench.film.scene import Scene, drawn_pixels
from workbench.film.writing import Timing
from workbench.panels.descent_contour.canvas import ContourCanvas
from workbench.plots.export import save_png

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
    _writable(path)
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
    _writable(path)
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
    shown = [0.0]
    size = canvas.size()
    return Scene(
        moments=moments,
        show=lambda moment: shown.__setitem__(0, moment),
        picture=lambda: drawn_pixels(size, lambda painter: canvas.paint_race(painter, shown[0])),
    ), (Timing() if kind == "gif" else SMOOTH)


def _writable(path: Path) -> None:
    try:
        path.write_bytes(b"")
    except OSError as error:
        raise FileError("cannot_write", path=path, reason=error.strerror or str(error)) from error


Save = Callable[[ContourCanvas, Race, int, Path], None]
SAVES: Final[dict[str, Save]] = {"png": save_picture, "svg": save_drawing, "csv": save_table}
"""What writes each kind of file at once."""
