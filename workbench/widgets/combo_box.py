"""A drop-down list with our chevron."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from workbench.theme.icons import paint_icon
from workbench.theme.theme import current_theme


class ComboBox(QComboBox):
    """Chooses one of many by its key. The wheel does nothing unless the list is open.

    Attributes
    ----------
    taken
        With the key that the person took.
    """

    taken = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(16)
        self.activated.connect(lambda index: self.taken.emit(str(self.itemData(index))))
        current_theme().changed.connect(self.update)

    def set_choices(self, choices: list[tuple[str, str]], about: dict[str, str] | None = None) -> None:
        """Set key and label of each choice, and a tooltip by key; keeps the present key where it can."""
        kept = self.key
        self.clear()
        for key, label in choices:
            self.addItem(label, key)
            if about and about.get(key):
                self.setItemData(self.count() - 1, about[key], Qt.ItemDataRole.ToolTipRole)
        self.set_key(kept)

    @property
    def key(self) -> str:
        """The key that is taken; "" without any."""
        return str(self.currentData() or "")

    def set_key(self, key: str) -> None:
        """Show another choice as taken without telling it."""
        index = self.findData(key)
        if index >= 0:
            self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        spot = QRectF(self.width() - 20, (self.height() - 14) / 2, 14, 14)
        paint_icon(painter, "chevron_down", spot, current_theme().color("text2" if self.isEnabled() else "line2"))
