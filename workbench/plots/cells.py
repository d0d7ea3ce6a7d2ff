"""Small tables of numbers: every number in a cell of its colour, thin gaps between."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QStaticText, QTransform

from core.arrays import Array
from workbench.plots.picture import image_of_pixels
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
    """Return a number for a cell: two decimals, 0 for exactly nothing, ∞ where nothing can win, nothing for none."""
    if math.isnan(value):
        return ""
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    return "0" if value == 0 else signed_cell(value)


@lru_cache(maxsize=2048)
def _written(text: str) -> tuple[QStaticText, float, float]:
    """Return a number laid out once, with half its size: many cells show the same few, and layout is what costs."""
    laid_out = QStaticText(text)
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.prepare(QTransform(), font("caption"))
    size = laid_out.size()
    return laid_out, size.width() / 2, size.height() / 2


def paint_cells(
    painter: QPainter,
    area: QRectF,
    values: Array,
    limits: tuple[float, float],
    sort: Sort = "signed",
    *,
    numbers: bool = True,
    ground: str = "panel",
) -> None:
    """Draw a table ``(rows, columns)``; numbers where cells have room for them.

    All cells are one picture with lines over it, and the numbers are written in two goes, one for each ink: under the
    mouse this is drawn with every move, and each call of Qt's costs more than what it draws.

    Parameters
    ----------
    ground
        The token of what shows between the cells.
    """
    theme = current_theme()
    rows, columns = values.shape
    colours = colourise(values, *limits, theme.lookup(sort))
    unseen = colours[..., 3] == 0
    if unseen.any():
        colours[unseen] = np.array(theme.color("hover").getRgb(), np.uint8)
    xs = [round(area.left() + area.width() * n / columns) for n in range(columns + 1)]
    ys = [round(area.top() + area.height() * n / rows) for n in range(rows + 1)]
    wide, high = area.width() / columns, area.height() / rows
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    image = image_of_pixels(colours)
    painter.drawImage(QRectF(xs[0], ys[0], xs[-1] - xs[0], ys[-1] - ys[0]), image)
    gap = 1 if min(wide, high) >= 6 else 0
    if gap:
        painter.setPen(theme.color(ground))
        lines = [QLineF(x - 1, ys[0], x - 1, ys[-1] - 1) for x in xs[1:]]
        painter.drawLines(lines + [QLineF(xs[0], y - 1, xs[-1] - 1, y - 1) for y in ys[1:]])
    if not (numbers and wide >= NUMBER_WIDTH and high >= NUMBER_HEIGHT):
        return
    painter.setFont(font("caption"))
    pale = (luminance(colours[..., :3].reshape(-1, 3) / 255) > PALE).tolist()
    written = [_written(cell_text(value)) for value in values.ravel().tolist()]
    places = [
        ((left + right - gap) / 2, (top + bottom - gap) / 2) for top, bottom in pairwise(ys) for left, right in pairwise(xs)
    ]
    for ink, token in ((True, "ink_dark"), (False, "ink_light")):
        painter.setPen(theme.color(token))
        for (text, width, height), (x, y), dark in zip(written, places, pale, strict=True):
            if dark is ink:
                painter.drawStaticText(QPointF(x - width, y - height), text)
