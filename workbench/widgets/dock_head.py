"""The head of a dock: title, a quiet note, local controls and a menu of more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolTip, QWidget

from workbench.theme.theme import current_theme
from workbench.widgets.buttons import IconButton
from workbench.widgets.labels import ElidedLabel, Label

HEIGHT: Final = 30


class DockHead(QWidget):
    """30 px at the top of a dock. What it does not handle of the mouse moves the dock.

    Attributes
    ----------
    menu
        The "…" menu; a panel may add actions of its own.
    double_clicked
        When the free part was double-clicked.
    """

    double_clicked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = Label(size="dense", weight=600)
        self._note = ElidedLabel(size="dense", tone="text3", ground="head")
        self._controls = QHBoxLayout()
        self._controls.setSpacing(6)
        self._more = IconButton(f"{name}.more", "dots", side=24, icon_side=14)
        self.menu = QMenu(self)
        self._more.setMenu(self.menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 6, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._note, 1)
        layout.addLayout(self._controls)
        layout.addWidget(self._more)
        for label in (self._title, self._note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        current_theme().changed.connect(self.update)
        self.retranslate()

    def set_title(self, title: str) -> None:
        """Set what the dock is called."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def show_title(self, shown: bool) -> None:
        """Show the title, or leave it to a tab."""
        self._title.setVisible(shown)

    @property
    def shows_title(self) -> bool:
        """Whether the title stands in the head."""
        return not self._title.isHidden()

    def set_note(self, note: str) -> None:
        """Set the quiet note behind the title."""
        self._note.set_text(note)

    @property
    def note(self) -> str:
        """The quiet note."""
        return self._note.whole

    def add_controls(self, controls: Sequence[QWidget]) -> None:
        """Put small widgets at the right, in order."""
        for control in controls:
            self._controls.addWidget(control)

    def retranslate(self) -> None:
        """Set the texts anew."""
        self._more.set_words(self.tr("More"))

    def event(self, event: QEvent) -> bool:
        # The note leaves the mouse to the head, by which docks are dragged, and its tooltip with it.
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._note.geometry().contains(event.pos()):
            QToolTip.showText(event.globalPos(), self._note.toolTip(), self, self._note.geometry())
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.double_clicked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()  # so that the dock can be dragged by it

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(0, 0, self.width(), HEIGHT + 8), 6, 6)
        painter.fillPath(path, theme.color("head"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), theme.color("line"))
