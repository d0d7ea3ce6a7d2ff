"""A layout that breaks into as many rows as it needs."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays widgets from left to right and begins a new row where the width ends.

    Parameters
    ----------
    gap
        Pixels between widgets and between rows.
    stretch
        True to widen the widgets of each full row, so that the rows end flush.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, stretch: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._stretch = stretch
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        x = 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            wide = item.sizeHint().width()
            if not rows or (x + wide > width and x > 0):
                rows.append([])
                x = 0
            rows[-1].append(item)
            x += wide + self._gap
        return rows

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        margins: QMargins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        y = inner.y()
        extra = 0
        for number, row in enumerate(self._rows(inner.width())):
            natural = sum(item.sizeHint().width() for item in row) + self._gap * (len(row) - 1)
            if self._stretch and number == 0:
                extra = max(0, inner.width() - natural) // len(row)
            high = max(item.sizeHint().height() for item in row)
            x = inner.x()
            for item in row:
                wide = item.sizeHint().width() + extra
                if place:
                    item.setGeometry(QRect(QPoint(x, y), QSize(wide, high)))
                x += wide + self._gap
            y += high + self._gap
        used = y - self._gap if self._items else y
        return used - inner.y() + margins.top() + margins.bottom()
