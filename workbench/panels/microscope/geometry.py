"""Where the parts of the im2col view are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from workbench.panels.microscope.painting import fitted

MARGIN: Final = 16.0
TOP: Final = 40.0
FOOTER: Final = 26.0
TITLE: Final = 22.0
LINK: Final = 40.0
"""Between the image and the matrix: the curve and the row's number."""

CARD: Final = 164.0
MOST_CARD: Final = 240.0
SIGN: Final = 34.0
MOST_CELL = (46.0, 24.0)
LEAST_TABLES: Final = 84.0


@dataclass(frozen=True)
class Parts:
    """The areas of everything."""

    image: QRectF
    matrix: QRectF
    filter: QRectF
    output: QRectF
    map: QRectF
    tables: tuple[QRectF, QRectF, QRectF]
    card: QRectF
    footer: QRectF


def lay_out(width: float, height: float, image: tuple[int, int], map_size: tuple[int, int], taps: int) -> Parts:
    """Return the areas for a widget of that size.

    Parameters
    ----------
    image, map_size
        Rows and columns of the padded image and of the map.
    taps
        Side of the filter.
    """
    inner = width - 2 * MARGIN
    tables_wide = inner - CARD - 2 * SIGN - 20
    cell_wide = min(MOST_CELL[0], tables_wide / (3 * taps))
    room = height - TOP - FOOTER - TITLE - 14
    cell_high = min(MOST_CELL[1], cell_wide, max(LEAST_TABLES, 0.38 * room) / taps)
    tables_high = max(taps * cell_high, LEAST_TABLES)
    side = max(40.0, min((inner - LINK - 186) / 3.22, room - tables_high))
    picture = fitted(MARGIN, TOP, side, *image)
    matrix = QRectF(picture.left() + side + LINK, TOP, inner - 2 * side - LINK - 178, side)
    filter_area = QRectF(matrix.right() + 26, TOP, 24, side)
    output = QRectF(filter_area.right() + 50, TOP, 22, side)
    result = fitted(output.right() + 46, TOP, side, *map_size)
    top = TOP + side + TITLE + 10
    tables = tuple(QRectF(MARGIN + n * (taps * cell_wide + SIGN), top, taps * cell_wide, taps * cell_high) for n in range(3))
    card_wide = max(CARD, min(MOST_CARD, width - MARGIN - tables[2].right() - 20))
    card = QRectF(width - MARGIN - card_wide, top - TITLE, card_wide, tables_high + TITLE)
    footer = QRectF(MARGIN, height - FOOTER, inner, FOOTER - 4)
    return Parts(picture, matrix, filter_area, output, result, (tables[0], tables[1], tables[2]), card, footer)
