"""The circuit as a file: PNG or SVG to look at, CSV for its truth table."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from core.perceptron.board import CircuitBoard
from core.perceptron.circuit_text import table_of
from workbench.panels.perceptron_circuits.canvas import CircuitCanvas
from workbench.plots.export import begin_file


def save_svg(canvas: CircuitCanvas, path: Path) -> None:
    """Write the circuit as it is seen, as lines and text.

    Raises
    ------
    FileError
        If the file cannot be written.
    """
    begin_file(path)
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(QSize(canvas.width(), canvas.height()))
    generator.setViewBox(QRectF(canvas.rect()))
    generator.setTitle(canvas.accessibleName())
    painter = QPainter(generator)
    canvas.draw(painter)
    painter.end()


def save_table(board: CircuitBoard, path: Path) -> None:
    """Write the truth table with a head.

    Raises
    ------
    FileError
        If the file cannot be written.
    """
    begin_file(path)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(table_of(board))
