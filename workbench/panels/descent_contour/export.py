"""The race as files: a picture, a drawing, a table, an animation."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from core.descent.race import Race
from core.descent.table import COLUMNS, rows_of
from core.errors import FileError
from workbench.panels.descent_contour.canvas import ContourCanvas
from workbench.plots.export import save_png

if TYPE_CHECKING:
    from PIL import Image

MOST_FRAMES: Final = 90
FRAME_MILLISECONDS: Final = 120
LAST_MILLISECONDS: Final = 1500


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


def save_animation(canvas: ContourCanvas, race: Race, _step: int, path: Path) -> None:
    """Write the whole race, as an animated GIF."""
    _writable(path)
    stride = max(1, -(-race.spec.steps // MOST_FRAMES))
    steps = [*range(0, race.spec.steps, stride), race.spec.steps]
    frames = [_frame(canvas, step) for step in steps]
    durations = [FRAME_MILLISECONDS] * (len(frames) - 1) + [LAST_MILLISECONDS]
    frames[0].save(path, format="GIF", save_all=True, append_images=frames[1:], duration=durations, loop=0)


def _frame(canvas: ContourCanvas, step: int) -> Image.Image:
    from PIL import Image

    size: QSize = canvas.size()
    image = QImage(size, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    canvas.draw(painter, step)
    painter.end()
    lines = bytes(image.constBits())
    return Image.frombuffer("RGB", (size.width(), size.height()), lines, "raw", "RGB", image.bytesPerLine(), 1).quantize(96)


def _writable(path: Path) -> None:
    try:
        path.write_bytes(b"")
    except OSError as error:
        raise FileError("cannot_write", path=path, reason=error.strerror or str(error)) from error


Save = Callable[[ContourCanvas, Race, int, Path], None]
SAVES: Final[dict[str, Save]] = {"png": save_picture, "svg": save_drawing, "csv": save_table, "gif": save_animation}
"""What writes each kind of file."""
