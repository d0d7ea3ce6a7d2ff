"""Find an action by a few of its letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from workbench.theme.fonts import font

WIDTH: Final = 420
ROWS: Final = 10
ROW: Final = 28
ROW_HEIGHT: Final = 26


def match(query: str, text: str) -> int:
    """Return how well the letters of a query stand in a text, in order: 0 for not at all, more is better."""
    wanted, where = query.lower().replace(" ", ""), text.lower()
    if not wanted:
        return 1
    found = where.find(query.lower().strip())
    if found >= 0:
        return 1000 - found
    at, score = -1, 500
    for letter in wanted:
        following = where.find(letter, at + 1)
        if following < 0:
            return 0
        score -= following - at - 1
        at = following
    return max(1, score)


def fitness(query: str, action: QAction) -> int:
    """Return how well a query fits an action: its words, or the beginning of its stable name such as ``language``."""
    name = action.objectName().rpartition(".")[2]
    named = query.strip() and name.startswith(query.strip().lower())
    return max(match(query, action.text()), 400 if named else 0)


class FindAction(QFrame):
    """A line to type in and the actions that fit, best first; Return does the chosen one, Escape closes."""

    def __init__(self, parent: QWidget, actions: Sequence[QAction]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("find")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._actions = [action for action in actions if action.text() and action.isEnabled()]
        self.line = QLineEdit()
        self.line.setObjectName("find.line")
        self.line.setPlaceholderText(self.tr("Find an action"))
        self.line.setAccessibleName(self.tr("Find an action"))
        self.line.setFont(font("body"))
        self.list = QTreeWidget()
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setObjectName("find.list")
        self.list.setAccessibleName(self.tr("Actions that fit"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.line.textChanged.connect(self._fill)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._do)
        self.setFocusProxy(self.line)
        self._fill("")

    def open_over(self) -> None:
        """Open at the top of the parent, in its middle."""
        parent = self.parentWidget()
        self.setFixedSize(WIDTH, ROWS * ROW + 60)
        if parent is not None:
            self.move(parent.mapToGlobal(QPoint((parent.width() - WIDTH) // 2, 40)))
        self.show()
        self.line.setFocus()

    def _fill(self, query: str) -> None:
        self.list.clear()
        scored = [(fitness(query, action), index) for index, action in enumerate(self._actions)]
        for score, index in sorted(scored, key=lambda entry: (-entry[0], entry[1])):
            if score:
                action = self._actions[index]
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QTreeWidgetItem([action.text(), keys])
                item.setData(0, Qt.ItemDataRole.UserRole, index)
                item.setSizeHint(0, QSize(0, ROW_HEIGHT))
                self.list.addTopLevelItem(item)
        if self.list.topLevelItemCount() == 0:
            nothing = QTreeWidgetItem([self.tr("No action fits"), ""])
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addTopLevelItem(nothing)
        self._choose(0)

    def _choose(self, row: int) -> None:
        item = self.list.topLevelItem(min(self.list.topLevelItemCount() - 1, max(0, row)))
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.list.setCurrentItem(item)

    def _do(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            action = self._actions[int(item.data(0, Qt.ItemDataRole.UserRole))]
            self.close()
            action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            move = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -ROWS, Qt.Key.Key_PageDown: ROWS}.get(
                Qt.Key(event.key())
            )
            if move is not None:
                current = self.list.currentItem()
                self._choose((self.list.indexOfTopLevelItem(current) if current else 0) + move)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._do(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
