"""The top of the window: menus, the document's name in the middle, undo, redo and the search for actions."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenuBar, QSizePolicy, QWidget

from workbench.theme.fonts import font
from workbench.theme.icons import paint_icon
from workbench.theme.theme import current_theme
from workbench.widgets.buttons import IconButton
from workbench.widgets.painting import circle, focus_ring, has_keyboard_focus, rounded

HEIGHT: Final = 30


class FindButton(QAbstractButton):
    """Looks like a search field, with its keys in a box; opens the list of actions."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("title.find")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self.retranslate)
        current_theme().changed.connect(self.update)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words of the action."""
        self.setText(self._action.text())
        self.setAccessibleName(self._action.text())
        self.updateGeometry()

    def _keys(self) -> str:
        return self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")

    def sizeHint(self) -> QSize:
        metrics, small = QFontMetrics(font("dense")), QFontMetrics(font("caption"))
        return QSize(24 + metrics.horizontalAdvance(self.text()) + 8 + small.horizontalAdvance(self._keys()) + 18, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        if self.underMouse():
            rounded(painter, QRectF(self.rect()), 4, theme.color("hover"))
        paint_icon(painter, "search", QRectF(5, 5, 14, 14), theme.color("text2"))
        painter.setFont(font("dense"))
        painter.setPen(theme.color("text2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(24, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, self.text())
        width = QFontMetrics(font("caption")).horizontalAdvance(self._keys()) + 10
        keys = QRectF(self.width() - width - 4, 4, width, 16)
        rounded(painter, keys, 3, None, theme.color("axis"))
        painter.setFont(font("caption"))
        painter.drawText(keys, Qt.AlignmentFlag.AlignCenter, self._keys())
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, theme.color("accent"))


class TitleBar(QWidget):
    """30 px at the top of the window."""

    def __init__(self, menus: QMenuBar, undo: QAction, redo: QAction, find: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("titleBar")
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name, self._dirty = "", False
        self._menus = menus
        menus.setNativeMenuBar(False)
        menus.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._pairs = ((IconButton("title.undo", "undo"), undo), (IconButton("title.redo", "redo"), redo))
        self._find = FindButton(find)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 0)
        line.setSpacing(4)
        line.addWidget(menus)
        line.addStretch(1)
        for button, action in self._pairs:
            button.clicked.connect(action.trigger)
            action.changed.connect(self._take_actions)
            line.addWidget(button)
        line.addWidget(self._find)
        current_theme().changed.connect(self.update)
        self._take_actions()

    def _take_actions(self) -> None:
        for button, action in self._pairs:
            button.setEnabled(action.isEnabled())
            button.set_words(action.text(), action.shortcut())

    def set_document(self, name: str, *, dirty: bool, about: str = "") -> None:
        """Show the name of the document, with a dot when it has unsaved edits."""
        self._name, self._dirty = name, dirty
        self.setToolTip(about)
        self.setAccessibleName(name)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._find.retranslate()
            self._take_actions()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("window"))
        face = font("body")
        metrics = QFontMetrics(face)
        left, right = self._menus.geometry().right() + 12, self._pairs[0][0].geometry().left() - 12
        shown = metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, max(0, right - left - 16))
        width = metrics.horizontalAdvance(shown)
        x = min(max((self.width() - width) / 2, left), right - width - 16)
        painter.setFont(face)
        painter.setPen(theme.color("text2"))
        painter.drawText(QPointF(x, HEIGHT / 2 + metrics.ascent() / 2 - 1), shown)
        if self._dirty:
            circle(painter, QPointF(x + width + 10, HEIGHT / 2), 3, theme.color("text2"))
