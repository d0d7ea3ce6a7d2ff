"""A short word at the bottom right that goes by itself, with one act where it applies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.labels import Label
from workbench.widgets.painting import rounded

MILLISECONDS: Final = 4000
MARGIN: Final = 12


class Toast(QWidget):
    """Shows over its parent, four seconds or as long as the mouse stays on it. A new one takes the place of the old.

    Parameters
    ----------
    lift
        Pixels that are to stay free below it.
    """

    def __init__(self, parent: QWidget, lift: int = 0) -> None:
        super().__init__(parent)
        self._host = parent
        self._lift = lift
        self.setObjectName("toast")
        self._label = Label()
        self._act = QPushButton()
        self._act.setObjectName("toast.act")
        self._act.setFont(font("body", 600))
        self._act.setFlat(True)
        self._act.hide()
        self._act.clicked.connect(self._do)
        self._do_it: Callable[[], None] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(12)
        layout.addWidget(self._label)
        layout.addWidget(self._act)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        current_theme().changed.connect(self._colour)
        self._colour()
        self.hide()

    def say(self, text: str, act: str = "", do: Callable[[], None] | None = None) -> None:
        """Show a text, and a button for an act such as undoing it."""
        self._label.setText(text)
        self._act.setText(act)
        self._act.setAccessibleName(act)
        self._act.setVisible(do is not None)
        self._do_it = do
        self.setAccessibleName(text)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start(MILLISECONDS)

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def _do(self) -> None:
        self.hide()
        if self._do_it is not None:
            self._do_it()

    def _colour(self) -> None:
        theme = current_theme()
        ink, ground = theme.css("on_tooltip"), theme.css("tooltip")
        self._label.setStyleSheet(f"color: {ink};")
        self._act.setStyleSheet(f"QPushButton {{ color: {ink}; background: {ground}; border: 1px solid {ink}; }}")

    def _place(self) -> None:
        host = self._host
        self.move(host.width() - self.width() - MARGIN, host.height() - self.height() - MARGIN - self._lift)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter:
            self._timer.stop()
        elif event.type() == QEvent.Type.Leave:
            self._timer.start(MILLISECONDS)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 6, current_theme().color("tooltip"))


def toast_over(widget: QWidget) -> Toast:
    """Return the toast of the window that a widget stands in, so that two never lie on each other."""
    window = widget.window()
    found = window.findChild(Toast, "toast", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if found is not None else Toast(window)
