"""Pictures and tables of the lab as files."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from workbench.plots.export import begin_file


def save_svg(widget: QWidget, draw: Callable[[QPainter], None], path: Path) -> None:
    """Write what a widget draws as lines and text.

    Raises
    ------
    FileError
        If the file cannot be written.
    """
    begin_file(path)
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(widget.size())
    generator.setViewBox(QRectF(widget.rect()))
    generator.setTitle(widget.accessibleName())
    painter = QPainter(generator)
    draw(painter)
    painter.end()


def save_table(rows: Iterable[Sequence[str]], path: Path) -> None:
    """Write rows of cells as CSV.

    Raises
    ------
    FileError
        If the file cannot be written.
    """
    begin_file(path)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
