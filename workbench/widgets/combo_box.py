"""A drop-down list with our chevron."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QToolTip, QWidget

from workbench.theme.icons import paint_icon
from workbench.theme.theme import current_theme


class ComboBox(QComboBox):
    """Chooses one of many by its key. The wheel does nothing unless the list is open.

    A label that has no room ends in …, and the whole of it is the tooltip then.

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

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self.shown_text() != self.currentText():
            QToolTip.showText(event.globalPos(), self.currentText(), self)
            return True
        return super().event(event)

    def shown_text(self) -> str:
        """Return the label as far as there is room for it."""
        return self._fitted(self._option())

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option

    def _fitted(self, option: QStyleOptionComboBox) -> str:
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = self._option()
        option.currentText = self._fitted(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        spot = QRectF(self.width() - 20, (self.height() - 14) / 2, 14, 14)
        paint_icon(painter, "chevron_down", spot, current_theme().color("text2" if self.isEnabled() else "line2"))
