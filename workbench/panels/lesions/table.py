"""Units in the order of what they are worth: a bar for all classes, a cell for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.probes.lesions import Lesions
from workbench.plots.array_file import ShownArray
from workbench.plots.array_menu import ArrayMenu
from workbench.plots.cells import cell_area, paint_cells
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import MINUS
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

ROW: Final = 18
ROOMY_ROW: Final = 26
FEW: Final = 10
"""Up to so many rows are roomy; of more, many should be seen at once."""

HEAD: Final = 22
NAME: Final = 56
BAR: Final = 150
NUMBER: Final = 44


class LesionTable(QWidget):
    """Rows that can be chosen; as high as all of them need.

    Attributes
    ----------
    picked
        With the unit whose row was clicked or reached by keys.
    """

    picked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.found: Lesions | None = None
        self.order: list[int] = []
        self.selected = -1
        self._classes: tuple[str, ...] = ()
        self._words = ("", "", "")
        ArrayMenu(self, self._shown_at)
        current_theme().changed.connect(self.update)

    def set_words(self, name: str, unit: str, drop: str) -> None:
        """Set the accessible name and the heads of the columns."""
        self.setAccessibleName(name)
        self._words = (name, unit, drop)
        self.update()

    def show_lesions(self, found: Lesions | None, classes: Sequence[str], *, by_number: bool = False) -> None:
        """Show what every unit is worth, the most important first or in the order of their numbers."""
        self.found, self._classes = found, tuple(classes)
        drops = found.drops if found is not None else np.zeros(0)
        self.order = list(range(len(drops))) if by_number else np.argsort(-drops, kind="stable").tolist()
        self.setMinimumHeight(HEAD + self.row * len(drops) + 2)
        self.updateGeometry()
        self.update()

    def select(self, unit: int) -> None:
        """Mark a unit's row without telling it."""
        self.selected = unit
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, HEAD + self.row * max(1, len(self.order)) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, HEAD + self.row * max(1, len(self.order)) + 2)

    @property
    def row(self) -> int:
        """The height of a row."""
        return ROOMY_ROW if len(self.order) <= FEW else ROW

    @property
    def points(self) -> Array:
        """The drops of each class in percentage points, in the order of the rows, ``(units, K)``."""
        if self.found is None or not self.order:
            return np.zeros((1, 1))
        ordered: Array = 100 * self.found.class_drops[self.order]
        return ordered

    def cells(self) -> QRectF:
        """Return where the drops of each class are."""
        left = NAME + BAR + NUMBER
        return QRectF(left, HEAD, max(40.0, self.width() - left - 2), self.row * len(self.order))

    def row_area(self, unit: int) -> QRectF:
        """Return where a unit's row is."""
        place = self.order.index(unit) if unit in self.order else 0
        return QRectF(0, HEAD + self.row * place, self.width(), self.row)

    def paintEvent(self, event: QPaintEvent) -> None:
        found = self.found
        if found is None:
            return
        theme, painter = current_theme(), QPainter(self)
        cells, (_, unit_word, drop_word) = self.cells(), self._words
        painter.setFont(font("caption"))
        painter.setPen(theme.color("text3"))
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(QRectF(0, 0, NAME, HEAD - 4), bottom, unit_word)
        painter.drawText(QRectF(NAME, 0, BAR + NUMBER - 8, HEAD - 4), bottom | Qt.AlignmentFlag.AlignRight, drop_word)
        metrics, count = QFontMetricsF(painter.font()), max(1, len(self._classes))
        for k, name in enumerate(self._classes):
            spot = QRectF(cells.left() + k * cells.width() / count, 0, cells.width() / count, HEAD - 4)
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, spot.width())
            painter.drawText(spot, bottom | Qt.AlignmentFlag.AlignHCenter, shown)
        points = self.points
        most = max(5.0, float(np.abs(np.nan_to_num(points)).max()))
        # what is lost is drawn in the colour of negative values
        paint_cells(painter, cells, -points, (-most, most))
        largest = max(0.02, float(np.abs(found.drops).max(initial=0.0)))
        high = self.row
        for place, unit in enumerate(self.order):
            top, drop = HEAD + high * place, float(found.drops[unit])
            painter.setFont(font("dense", 600 if unit == self.selected else 400))
            painter.setPen(theme.color("text" if unit == self.selected else "text2"))
            painter.drawText(QRectF(4, top, NAME - 4, high), Qt.AlignmentFlag.AlignVCenter, str(unit + 1))
            painter.fillRect(QRectF(NAME, top + high / 2 - 3, BAR, 6), theme.color("hover"))
            length = abs(drop) / largest * BAR
            painter.fillRect(QRectF(NAME, top + high / 2 - 3, length, 6), theme.color("accent" if drop > 0 else "axis"))
            sign = MINUS if drop >= 0.0005 else "+" if drop <= -0.0005 else ""
            painter.setFont(font("dense"))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(NAME + BAR, top, NUMBER - 8, high), right, f"{sign}{100 * abs(drop):.1f}")
        if self.selected in self.order:
            rounded(painter, self.row_area(self.selected), 2, None, theme.color("accent"), width=1.5)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 3, theme.color("accent"))

    def _shown_at(self, position: QPointF | None) -> ShownArray | None:
        if self.found is None or (position is not None and not self.cells().contains(position)):
            return None
        points = -self.points
        most = max(5.0, float(np.abs(np.nan_to_num(points)).max()))
        return ShownArray(points, (-most, most), "signed", self._words[0])

    def unit_at(self, position: QPointF) -> int:
        """Return the unit whose row is at a pixel, −1 for none."""
        place = int((position.y() - HEAD) // self.row)
        return self.order[place] if position.y() >= HEAD and place < len(self.order) else -1

    def _pick(self, unit: int) -> None:
        self.select(unit)
        if self.found is not None:
            self.setAccessibleDescription(f"{unit + 1}: {MINUS}{100 * float(self.found.drops[unit]):.1f}")
        self.picked.emit(unit)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        unit = self.unit_at(event.position())
        if unit >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._pick(unit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        unit, cells = self.unit_at(event.position()), self.cells()
        tip = ""
        if unit >= 0 and cells.contains(event.position()) and self._classes:
            k = min(len(self._classes) - 1, int((event.position().x() - cells.left()) / cells.width() * len(self._classes)))
            tip = f"{unit + 1}, “{self._classes[k]}”: {-self.points[self.order.index(unit), k]:.1f}".replace("-", MINUS)
        self.setToolTip(tip)

    def leaveEvent(self, event: QEvent) -> None:
        self.setToolTip("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        place = self.order.index(self.selected) + step if self.selected in self.order else 0
        if step and 0 <= place < len(self.order):
            self._pick(self.order[place])
        else:
            super().keyPressEvent(event)

    def cell_area(self, unit: int, k: int) -> QRectF:
        """Return the cell of a unit and a class."""
        return cell_area(self.cells(), len(self.order), len(self._classes), self.order.index(unit), k)
