"""The numbers of a run at the transport: a small label over a figure, in widths that never jump."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.kept_text import KeptText

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
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._all: tuple[ReadOut, ...] = ()
        self._values: dict[str, tuple[str, str]] = {}
        self._rank = 9
        self._caption, self._figure, self._quiet = (
            KeptText(face, self) for face in (font("caption"), font("body", 600), font("body"))
        )
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
        return [
            (one, math.ceil(max(self._caption.width(one.label), self._figure.width(one.widest))) + 2)
            for one in self._all
            if one.rank <= rank
        ]

    def sizeHint(self) -> QSize:
        return QSize(self.width_for(self._rank), 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("window"))
        name_colour, colour, quiet_colour = theme.color("text2"), theme.color("text"), theme.color("text3")
        x = 0.0
        for one, width in self._columns(self._rank):
            value, quiet = self._values.get(one.name, ("—", ""))
            self._caption.draw(painter, x, 8, one.label, name_colour)
            self._figure.draw(painter, x, 26, value, colour)
            if quiet:
                self._quiet.draw(painter, x + self._figure.width(value), 26, quiet, quiet_colour)
            x += width + GAP
