"""The numbers at one place of a map: the window, the filter and their products, and what they add up to.

Under the mouse they are written with every move. What stays as it is from place to place, titles and labels, belongs to
the backdrop, and a channel's filter is painted once and kept.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from core.probes.dot_product import DotProduct, PooledWindow
from workbench.panels.overview.captions import paint_title
from workbench.panels.overview.colours import most_of
from workbench.panels.overview.detail_layout import LINE, SIGN, DetailLayout
from workbench.panels.overview.detail_words import DetailWords
from workbench.panels.overview.map_detail import PlaceDetail
from workbench.plots.cells import cell_area, paint_cells
from workbench.theme.colormaps import Sort
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import figure
from workbench.widgets.painting import rounded

RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class PlaceNumbers:
    """Draws the tables and the lines under them."""

    def __init__(self) -> None:
        self.words = DetailWords()
        self._filters: dict[int, QPixmap] = {}

    def forget(self) -> None:
        """Have the filters painted anew: another map, size or theme."""
        self._filters = {}

    def paint_still(self, painter: QPainter, layout: DetailLayout, at: PlaceDetail) -> None:
        """Draw what is the same at every place: the titles of the tables, the labels of the lines."""
        words = self.words
        for area, title in zip(layout.tables, (words.window, words.filter, words.products), strict=False):
            paint_title(painter, area.left(), title, max(area.width() + SIGN - 4, 60.0))
        theme, labels = current_theme(), _labels(at, words)
        for n, label in enumerate(labels):
            strong = n == len(labels) - 1
            painter.setFont(font("dense", 600 if strong else 400))
            painter.setPen(theme.color("text" if strong else "text2"))
            painter.drawText(_line(layout, n), LEFT, label)

    def paint_moving(
        self,
        painter: QPainter,
        layout: DetailLayout,
        at: PlaceDetail,
        active: int,
        seen: tuple[tuple[float, float], Sort],
    ) -> None:
        """Draw the numbers of a place.

        Parameters
        ----------
        active
            Which channel the tables show; counts for a convolution only.
        seen
            Limits and colours of what lies under the window.
        """
        theme, numbers, first = current_theme(), _numbers(at, active), ""
        if at.dot is not None:
            self._paint_tables(painter, layout, at.dot, active, seen)
            first = self.words.channel.format(n=at.dot.first_channel + active + 1, count=len(at.dot.filter))
        elif at.pooled is not None:
            _paint_pooled(painter, layout.tables[0], at.pooled)
        plain = font("dense")
        painter.setFont(plain)
        if first:
            painter.setPen(theme.color("text2"))
            painter.drawText(_line(layout, 0), LEFT, first)
        painter.setPen(theme.color("text"))
        for n, number in enumerate(numbers):
            if n == len(numbers) - 1:
                painter.setFont(font("dense", 600))
            painter.drawText(_line(layout, n), RIGHT, figure(number))

    def _paint_tables(
        self, painter: QPainter, layout: DetailLayout, dot: DotProduct, active: int, seen: tuple[tuple[float, float], Sort]
    ) -> None:
        window, kernel, products = layout.tables
        most = most_of(dot.products)
        paint_cells(painter, window, dot.seen[active], *seen)
        painter.drawPixmap(kernel.topLeft(), self._filter(painter, kernel, dot, active))
        paint_cells(painter, products, dot.products[active], (-most, most))

    def _filter(self, painter: QPainter, area: QRectF, dot: DotProduct, active: int) -> QPixmap:
        """Return a channel of the filter as a table, painted once."""
        kept = self._filters.get(active)
        if kept is None:
            ratio = painter.device().devicePixelRatioF()
            kept = QPixmap(area.size().toSize() * ratio)
            kept.setDevicePixelRatio(ratio)
            kept.fill(Qt.GlobalColor.transparent)
            inner, most = QPainter(kept), most_of(dot.filter)
            paint_cells(inner, QRectF(QPointF(0, 0), area.size()), dot.filter[active], (-most, most))
            inner.end()
            self._filters[active] = kept
        return kept


def _line(layout: DetailLayout, n: int) -> QRectF:
    return QRectF(layout.lines.left(), layout.lines.top() + LINE * n, layout.lines.width(), LINE)


def _labels(at: PlaceDetail, words: DetailWords) -> list[str]:
    """Return what the lines are called; the name of the channel's line goes with the place."""
    if at.dot is not None:
        return ["", words.all_channels, words.bias, words.output]
    if at.pooled is not None:
        return [words.largest if at.pooled.winner is not None else words.mean]
    return [words.output] if at.before is None else [words.before, words.output]


def _numbers(at: PlaceDetail, active: int) -> list[float]:
    """Return the numbers of the lines."""
    if at.dot is not None:
        sums = at.dot.channel_sums
        return [float(sums[active]), float(sums.sum()), at.dot.bias, at.dot.output]
    if at.pooled is not None:
        return [at.pooled.output]
    return [at.value] if at.before is None else [at.before, at.value]


def _paint_pooled(painter: QPainter, area: QRectF, pooled: PooledWindow) -> None:
    taps, most = pooled.seen.shape[-1], most_of(pooled.seen)
    paint_cells(painter, area, pooled.seen, (-most, most))
    if pooled.winner is not None:
        spot = cell_area(area, taps, taps, *pooled.winner)
        rounded(painter, spot.adjusted(-1, -1, 0, 0), 1, None, current_theme().color("accent"), width=2.0)
