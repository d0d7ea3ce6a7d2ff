"""Pictures in a row with words under them, for what the network answers about a drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.plots.array_file import ShownArray
from workbench.plots.array_menu import ArrayMenu
from workbench.plots.picture import draw_image
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.painting import rounded

GAP: Final = 6
MOST_SIDE: Final = 92
LEAST_SIDE: Final = 26
WORDS: Final = 32


@dataclass(frozen=True)
class Exhibit:
    """A picture with a title and a number under it; its title is also what a saved copy is called."""

    shown: ShownArray
    note: str = ""


class ExhibitRow(QWidget):
    """Pictures side by side, all of one size."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.exhibits: tuple[Exhibit, ...] = ()
        self._hint = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ArrayMenu(self, self._shown_at)
        current_theme().changed.connect(self.update)

    def show_exhibits(self, exhibits: tuple[Exhibit, ...], hint: str = "") -> None:
        """Show pictures, or without any a hint."""
        self.exhibits, self._hint = exhibits, hint
        self.setAccessibleDescription("; ".join(f"{e.shown.title} {e.note}".strip() for e in exhibits) or hint)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(4 * 80, MOST_SIDE + WORDS)

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * LEAST_SIDE, 48 + WORDS)

    def area(self, index: int) -> QRectF:
        """Return where a picture is."""
        count = max(1, len(self.exhibits))
        side = min(float(MOST_SIDE), (self.width() - (count - 1) * GAP) / count, self.height() - WORDS)
        return QRectF(round(index * (side + GAP)), 0, int(side), int(side))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        if not self.exhibits:
            painter.setFont(font("dense"))
            painter.setPen(theme.color("text2"))
            flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self._hint)
            return
        for n, exhibit in enumerate(self.exhibits):
            area = self.area(n)
            draw_image(painter, area, exhibit.shown.image())
            rounded(painter, area.adjusted(-1, -1, 1, 1), 1, None, theme.color("line2"))
            for line, (text, face, token) in enumerate(
                ((exhibit.shown.title, font("caption", 500), "text"), (exhibit.note, font("caption"), "text3"))
            ):
                painter.setFont(face)
                painter.setPen(theme.color(token))
                shown = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, area.width() + GAP - 2)
                painter.drawText(QRectF(area.left(), area.bottom() + 2 + 14 * line, area.width() + GAP, 14), shown)

    def _shown_at(self, position: QPointF | None) -> ShownArray | None:
        if position is None:
            return self.exhibits[0].shown if self.exhibits else None
        return next((e.shown for n, e in enumerate(self.exhibits) if self.area(n).contains(position)), None)
