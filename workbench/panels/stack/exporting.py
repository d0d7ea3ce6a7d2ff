"""The whole drawing as a file: PNG for documents, SVG for any size."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from core.errors import FileError
from workbench.panels.stack.block import Face, paint_block
from workbench.panels.stack.figure import Figure, Words
from workbench.panels.stack.layout import Wishes, lay_out
from workbench.panels.stack.scenery import Scene, paint_scenery
from workbench.panels.stack.standing import Layout
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme

WIDTH: Final = 420
"""The least width of the drawing; a network with branches side by side gets more."""

RATIO: Final = 2.0
LARGEST_SIDE: Final = 30_000
"""Pixels; a picture with a longer side is drawn smaller, because programs refuse it."""


@dataclass(frozen=True)
class Drawing:
    """A network ready to be drawn: without selection, and with the blocks closed that are closed on the screen.

    Parameters
    ----------
    ends
        What input and loss say.
    """

    figure: Figure
    ends: Mapping[str, Words]
    folded: Collection[str] = ()
    unfolded: Collection[str] = ()
    title: str = ""

    @property
    def layout(self) -> Layout:
        """Where everything stands."""
        tall = {layer for layer, words in self.figure.words.items() if any(words.cost)}
        wishes = Wishes(folded=self.folded, unfolded=self.unfolded, tall=tall)
        return lay_out(self.figure.network, WIDTH, QFontMetrics(font("dense")).height(), wishes)

    def draw(self, painter: QPainter, layout: Layout) -> None:
        """Draw it all."""
        area = QRectF(0, 0, layout.width, layout.height)
        painter.fillRect(area, current_theme().color("panel"))
        paint_scenery(painter, Scene(layout, self.figure), area)
        for layer_id, spot in layout.spots.items():
            words = self.figure.words.get(layer_id) or self.ends[layer_id]
            paint_block(painter, spot.rect, Face(words, spot))

    def save(self, path: Path) -> None:
        """Write a PNG or an SVG, by the ending of the name.

        Raises
        ------
        FileError
            If the file cannot be written.
        """
        written = self._svg() if path.suffix.lower() == ".svg" else self._png()
        try:
            path.write_bytes(written)
        except OSError as error:
            raise FileError("cannot_write", path=path, reason=error.strerror or str(error)) from error

    def _png(self) -> bytes:
        layout = self.layout
        ratio = min(RATIO, LARGEST_SIDE / max(layout.width, layout.height))
        image = QImage(round(layout.width * ratio), round(layout.height * ratio), QImage.Format.Format_RGB32)
        image.fill(current_theme().color("panel"))
        painter = QPainter(image)
        painter.scale(ratio, ratio)
        self.draw(painter, layout)
        painter.end()
        return _bytes_of(lambda buffer: QImageWriter(buffer, QByteArray(b"png")).write(image))

    def _svg(self) -> bytes:
        layout = self.layout

        def write(buffer: QBuffer) -> None:
            generator = QSvgGenerator()
            generator.setOutputDevice(buffer)
            generator.setSize(QSize(round(layout.width), round(layout.height)))
            generator.setViewBox(QRectF(0, 0, round(layout.width), round(layout.height)))
            generator.setTitle(self.title)
            painter = QPainter(generator)
            self.draw(painter, layout)
            painter.end()

        return _bytes_of(write)


def _bytes_of(write: Callable[[QBuffer], object]) -> bytes:
    """Return what was written into memory: a file is begun only when all of it is there."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write(buffer)
    buffer.close()
    return bytes(held.data())
