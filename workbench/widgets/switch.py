"""Yes or no: a switch, and a check box for lists."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from workbench.theme.icons import paint_icon
from workbench.theme.theme import current_theme
from workbench.widgets.painting import circle, focus_ring, has_keyboard_focus, rounded

TRACK = QSize(30, 16)
SIDE = 15


class Switch(QCheckBox):
    """A switch with its label at the right; screen readers take it for a check box."""

    def __init__(self, name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(TRACK.width() + (8 + width if self.text() else 0), 26)

    def minimumSizeHint(self) -> QSize:
        return QSize(TRACK.width(), 24)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        y = (self.height() - TRACK.height()) / 2
        area = QRectF(0, y, TRACK.width(), TRACK.height())
        on = self.isChecked()
        fill = theme.color("track" if not self.isEnabled() else "accent" if on else "surface")
        rounded(painter, area, 8, fill, theme.color("accent" if on and self.isEnabled() else "axis"))
        x = area.right() - 8 if on else area.left() + 8
        circle(painter, QPointF(x, area.center().y()), 5, theme.color("on_accent" if on else "axis"))
        if has_keyboard_focus(self):
            focus_ring(painter, area.adjusted(-0, -3, 0, 3), 8, theme.color("text" if on else "accent"))
        painter.setFont(self.font())
        painter.setPen(theme.color("text" if self.isEnabled() else "text3"))
        painter.drawText(self.rect().adjusted(TRACK.width() + 8, 0, 0, 0), 0x0084, self.text())


class CheckBox(QCheckBox):
    """A check box with our check mark."""

    def __init__(self, name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(SIDE + (8 + width if self.text() else 0), 26)

    def minimumSizeHint(self) -> QSize:
        return QSize(SIDE, 24)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(0, (self.height() - SIDE) // 2, SIDE, SIDE)
        on = self.isChecked()
        rounded(painter, area, 3, theme.color("accent" if on else "surface"), theme.color("accent" if on else "axis"))
        if on:
            paint_icon(painter, "check", area.adjusted(2, 2, -2, -2), theme.color("on_accent"))
        if has_keyboard_focus(self):
            focus_ring(painter, area, 3, theme.color("text" if on else "accent"))
        painter.setFont(self.font())
        painter.setPen(theme.color("text" if self.isEnabled() else "text3"))
        painter.drawText(self.rect().adjusted(SIDE + 8, 0, 0, 0), 0x0084, self.text())
