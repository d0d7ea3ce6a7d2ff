"""A plot as a file: PNG or SVG to look at, CSV to count with."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from core.errors import FileError
from workbench.plots.live_plot import LivePlot
from workbench.theme.theme import current_theme

PNG_RATIO = 2.0


def save_png(widget: QWidget, path: Path) -> None:
    """Write a widget as it looks, at twice its pixels.

    Raises
    ------
    FileError
        If the file cannot be written.
    """
    image = QImage(widget.size() * PNG_RATIO, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(PNG_RATIO)
    image.fill(current_theme().color("panel"))
    widget.render(image)
    begin_file(path)
    writer = QImageWriter(str(path), QByteArray(b"png"))
    if not writer.write(image):
        raise FileError("cannot_write", path=path, reason=writer.errorString())


def save_svg(plot: LivePlot, path: Path) -> None:
    """Write a plot as lines and text, which any size shows sharply.

    Raises
    ------
    FileError
        If the file cannot be written.
    """
    begin_file(path)
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(QSize(plot.width(), plot.height()))
    generator.setViewBox(QRectF(plot.rect()))
    generator.setTitle(plot.accessibleName())
    painter = QPainter(generator)
    painter.fillRect(plot.rect(), current_theme().color("panel"))
    plot.draw(painter, plot.plot_layout(plot.width(), plot.height()), thin=False)
    painter.end()


def save_csv(plot: LivePlot, path: Path) -> None:
    """Write the curves as columns: x, then a column for each curve, empty where it has no value.

    Raises
    ------
    FileError
        If the file cannot be written.
    """
    curves = [curve for curve in plot.curves if len(curve.x)]
    xs = np.unique(np.concatenate([curve.x for curve in curves])) if curves else np.empty(0)
    columns = [_column(xs, curve.x, curve.y) for curve in curves]
    names = [f"{curve.label} (raw)" if curve.faint else curve.label for curve in curves]
    begin_file(path)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["x", *names])
        for index, x in enumerate(xs):
            writer.writerow([f"{x:.9g}", *(column[index] for column in columns)])


def begin_file(path: Path) -> None:
    """Make an empty file, before anything is drawn for it.

    Raises
    ------
    FileError
        If the file cannot be written.
    """
    try:
        path.write_bytes(b"")
    except OSError as error:
        raise FileError("cannot_write", path=path, reason=error.strerror or str(error)) from error


def _column(xs: np.ndarray, x: np.ndarray, y: np.ndarray) -> list[str]:
    cells = [""] * len(xs)
    for index, value in zip(np.searchsorted(xs, x), y, strict=True):
        cells[index] = f"{value:.9g}"
    return cells
