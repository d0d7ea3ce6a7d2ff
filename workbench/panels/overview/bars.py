"""The probabilities at the end of the overview."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from core.arrays import Array
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import percent

MOST_BARS: Final = 10


def paint_bars(painter: QPainter, area: QRectF, classes: Sequence[str], said: Array) -> None:
    """Draw a row for each class, of many the likeliest: name, bar, percentage."""
    theme = current_theme()
    rows = list(range(len(said))) if len(said) <= MOST_BARS else np.argsort(-said, kind="stable")[:MOST_BARS].tolist()
    best = int(np.argmax(said))
    plain, bold = font("dense"), font("dense", 600)
    metrics = QFontMetricsF(bold)
    names = [classes[k] if k < len(classes) else str(k) for k in rows]
    name_width = min(max(map(metrics.horizontalAdvance, names)) + 8, area.width() * 0.4)
    figure_width = metrics.horizontalAdvance("100.0 %") + 4
    height = min(24.0, area.height() / len(rows))
    top = area.top() + (area.height() - height * len(rows)) / 2
    thick = min(8.0, height * 0.5)
    for place, (k, name) in enumerate(zip(rows, names, strict=True)):
        row = QRectF(area.left(), top + place * height, area.width(), height)
        painter.setFont(bold if k == best else plain)
        painter.setPen(theme.color("text" if k == best else "text2"))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, name_width - 4)
        painter.drawText(QRectF(row.left(), row.top(), name_width, height), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, percent(float(said[k]), 1))
        bar = QRectF(row.left() + name_width, row.center().y() - thick / 2, row.width() - name_width - figure_width, thick)
        painter.fillRect(bar, theme.color("hover"))
        share = float(np.nan_to_num(said[k]))
        filled = QRectF(bar.left(), bar.top(), max(1.0, bar.width() * share), thick)
        painter.fillRect(filled, theme.color("accent" if k == best else "axis"))
