"""The numbers of a run at the transport: a small label over a figure, in widths that never jump."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme

GAP: Final = 16


@dataclass(frozen=True, slots=True)
class ReadOut:
    """One number.

    Parameters
    ----------
    widest
        The widest text the figure can have, which gives the width.
    rank
        What is left out first where room is short has the highest.
    """

    name: str
    label: str
    widest: str
    rank: int = 0


class ReadOuts(QWidget):
    """Numbers side by side, painted as one widget, because they change thirty times a second."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._all: tuple[ReadOut, ...] = ()
        self._values: dict[str, tuple[str, str]] = {}
        self._rank = 9
        current_theme().changed.connect(self.update)

    def set_read_outs(self, read_outs: Sequence[ReadOut]) -> None:
        """Set which numbers there are, in order."""
        self._all = tuple(read_outs)
        self.updateGeometry()
        self.update()

    def set_rank(self, rank: int) -> None:
        """Show only those up to a rank."""
        if rank != self._rank:
            self._rank = rank
            self.updateGeometry()
            self.update()

    def show_values(self, values: dict[str, tuple[str, str]]) -> None:
        """Show a figure by name, and what stands behind it in quiet, such as ``/ 5``."""
        if values != self._values:
            self._values = values
            self.update()

    def text(self, name: str) -> str:
        """Return what a number reads now."""
        return "".join(self._values.get(name, ("—", "")))

    def describe(self) -> str:
        """Return all numbers in words."""
        return ", ".join(f"{one.label} {self.text(one.name)}" for one in self._all)

    def width_for(self, rank: int) -> int:
        """Return the width of the numbers up to a rank."""
        return sum(width + GAP for one, width in self._columns(rank))

    def _columns(self, rank: int) -> list[tuple[ReadOut, int]]:
        small, large = QFontMetrics(font("caption")), QFontMetrics(font("body", 600))
        return [
            (one, max(small.horizontalAdvance(one.label), large.horizontalAdvance(one.widest)) + 2)
            for one in self._all
            if one.rank <= rank
        ]

    def sizeHint(self) -> QSize:
        return QSize(self.width_for(self._rank), 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        strong = font("body", 600)
        x = 0.0
        for one, width in self._columns(self._rank):
            value, quiet = self._values.get(one.name, ("—", ""))
            painter.setFont(font("caption"))
            painter.setPen(theme.color("text2"))
            painter.drawText(QPointF(x, 12), one.label)
            painter.setFont(strong)
            painter.setPen(theme.color("text"))
            painter.drawText(QPointF(x, 30), value)
            if quiet:
                painter.setFont(font("body"))
                painter.setPen(theme.color("text3"))
                painter.drawText(QPointF(x + QFontMetrics(strong).horizontalAdvance(value), 30), quiet)
            x += width + GAP
