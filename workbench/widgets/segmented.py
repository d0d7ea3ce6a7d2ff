"""A few choices side by side, one of them taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

PADDING: Final = 10
LEAST_PADDING: Final = 4


class Segmented(QWidget):
    """Chooses one of a few. Left and Right move, a click takes.

    Attributes
    ----------
    changed
        With the key that was taken by the person.
    """

    changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFont(font("dense", 500))
        self.setMouseTracking(True)
        self._choices: tuple[tuple[str, str], ...] = ()
        self._about: dict[str, str] = {}
        self._key = ""
        self._hovered = -1
        current_theme().changed.connect(self.update)

    def set_choices(self, choices: Sequence[tuple[str, str]], about: dict[str, str] | None = None) -> None:
        """Set key and label of each choice, and a tooltip by key."""
        self._choices = tuple(choices)
        self._about = about or {}
        if self._key not in self.keys() and choices:
            self._key = choices[0][0]
        self._tell()
        self.updateGeometry()
        self.update()

    def keys(self) -> list[str]:
        """Return the keys in order."""
        return [key for key, _ in self._choices]

    @property
    def key(self) -> str:
        """The key that is taken."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show another choice as taken without telling it."""
        if key != self._key:
            self._key = key
            self._tell()
            self.update()

    def take(self, key: str) -> None:
        """Take a choice as the person does."""
        if key != self._key and key in self.keys():
            self.set_key(key)
            self.changed.emit(key)

    def _tell(self) -> None:
        self.setAccessibleDescription(dict(self._choices).get(self._key, ""))

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(font("dense", 600))
        natural = [metrics.horizontalAdvance(label) + 2 * PADDING for _, label in self._choices]
        spare = self.width() - sum(natural)
        return natural if spare >= 0 else _fitted(natural, self.width())

    def _cells(self) -> list[QRectF]:
        cells, x = [], 0.0
        for width in self._widths():
            cells.append(QRectF(x, 0, width, self.height()))
            x += width
        return cells

    def _at(self, x: float) -> int:
        return next((i for i, cell in enumerate(self._cells()) if cell.left() <= x < cell.right()), -1)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("dense", 600))
        return QSize(sum(metrics.horizontalAdvance(label) + 2 * PADDING for _, label in self._choices), 26)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 40 * max(1, len(self._choices))), 26)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position().x())
        if index >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.take(self._choices[index][0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._at(event.position().x())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        keys = self.keys()
        if step and self._key in keys:
            self.take(keys[min(len(keys) - 1, max(0, keys.index(self._key) + step))])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            index = self._at(event.pos().x())
            text = self._about.get(self._choices[index][0], "") if index >= 0 else ""
            QToolTip.showText(event.globalPos(), text or self.toolTip(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        cells = self._cells()
        if not cells:
            return
        area = QRectF(0, 0, cells[-1].right(), self.height())
        rounded(painter, area, 4, theme.color("surface"), theme.color("axis"))
        path = QPainterPath()
        path.addRoundedRect(area.adjusted(1, 1, -1, -1), 3, 3)
        painter.setClipPath(path)
        for index, (cell, (key, label)) in enumerate(zip(cells, self._choices, strict=True)):
            taken = key == self._key
            if taken or index == self._hovered:
                painter.fillRect(cell, theme.color("wash" if taken else "hover"))
            if index:
                painter.fillRect(QRectF(cell.left(), 0, 1, self.height()), theme.color("line2"))
            face = font("dense", 600 if taken else 400)
            painter.setFont(face)
            painter.setPen(theme.color("line2" if not self.isEnabled() else "text" if taken else "text2"))
            shown = QFontMetrics(face).elidedText(label, Qt.TextElideMode.ElideRight, int(cell.width()) - 2 * LEAST_PADDING + 1)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, shown)
        painter.setClipping(False)
        if has_keyboard_focus(self):
            focus_ring(painter, area, 4, theme.color("accent"))


def _fitted(natural: list[int], room: int) -> list[int]:
    """Return widths that fit the room: first the space around the words goes, then the widest words are cut."""
    tight = [width - 2 * PADDING + 2 * LEAST_PADDING for width in natural]
    over = sum(tight) - room
    if over <= 0:
        spare = -over // len(tight)
        return [width + spare for width in tight]
    widths = list(tight)
    for _ in range(over):
        widest = max(range(len(widths)), key=widths.__getitem__)
        widths[widest] -= 1
    return widths
