"""Small tables of numbers: every number in a cell of its colour, thin gaps between."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QStaticText, QTransform

from core.arrays import Array
from workbench.theme.colormaps import Sort, colourise
from workbench.theme.fonts import font
from workbench.theme.oklab import luminance
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import MINUS, signed_cell

NUMBER_WIDTH: Final = 30
NUMBER_HEIGHT: Final = 14
"""Cells at least so large show their numbers."""

PALE: Final = 0.18
"""On cells of more luminance than this, dark ink reads better."""


def cell_area(area: QRectF, rows: int, columns: int, row: int, column: int) -> QRectF:
    """Return where a cell of a table is, on whole pixels."""
    left, right = (round(area.left() + area.width() * n / columns) for n in (column, column + 1))
    top, bottom = (round(area.top() + area.height() * n / rows) for n in (row, row + 1))
    return QRectF(left, top, right - left, bottom - top)


def cell_text(value: float) -> str:
    """Return a number for a cell: two decimals, 0 for exactly nothing, ∞ where there is nothing that can win."""
    if np.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    return "0" if value == 0 else signed_cell(value)


@lru_cache(maxsize=2048)
def _written(text: str) -> tuple[QStaticText, QSizeF]:
    """Return a number laid out once: many cells show the same few, and layout is what costs."""
    laid_out = QStaticText(text)
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.prepare(QTransform(), font("caption"))
    return laid_out, laid_out.size()


def paint_cells(
    painter: QPainter, area: QRectF, values: Array, limits: tuple[float, float], sort: Sort = "signed", *, numbers: bool = True
) -> None:
    """Draw a table ``(rows, columns)``; numbers where cells have room for them."""
    theme = current_theme()
    rows, columns = values.shape
    colours = colourise(values, *limits, theme.lookup(sort))
    wide, high = area.width() / columns, area.height() / rows
    written = numbers and wide >= NUMBER_WIDTH and high >= NUMBER_HEIGHT
    gap = 1 if min(wide, high) >= 6 else 0
    pale = luminance(colours[..., :3].reshape(-1, 3) / 255).reshape(values.shape) > PALE
    inks = {True: theme.color("ink_dark"), False: theme.color("ink_light")}
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setFont(font("caption"))
    for (row, column), value in np.ndenumerate(values):
        cell = cell_area(area, rows, columns, row, column).adjusted(0, 0, -gap, -gap)
        r, g, b, visible = map(int, colours[row, column])
        colour = QColor(r, g, b) if visible else theme.color("hover")
        painter.fillRect(cell, colour)
        if written:
            painter.setPen(inks[bool(pale[row, column])] if visible else theme.color("text2"))
            text, size = _written(cell_text(float(value)))
            left, top = cell.left() + (cell.width() - size.width()) / 2, cell.top() + (cell.height() - size.height()) / 2
            painter.drawStaticText(QPointF(left, top), text)
