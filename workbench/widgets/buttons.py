"""Buttons: with words, or with an icon alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from workbench.theme.fonts import font
from workbench.theme.icons import paint_icon
from workbench.theme.theme import current_theme
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded


class Button(QPushButton):
    """A button that says what happens.

    Parameters
    ----------
    primary
        True for the one act that is meant most.
    quiet
        True for no border until hovered.
    """

    def __init__(
        self, name: str, text: str = "", parent: QWidget | None = None, *, primary: bool = False, quiet: bool = False
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setFont(font("body", 500))
        self.setProperty("primary", primary)
        self.setProperty("quiet", quiet)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def setMenu(self, menu: QMenu) -> None:
        super().setMenu(menu)
        self.setProperty("opens", True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.menu() is not None:
            spot = QRectF(self.width() - 20, (self.height() - 12) / 2, 12, 12)
            paint_icon(QPainter(self), "chevron_down", spot, current_theme().color("text2"))


class IconButton(QToolButton):
    """An icon alone, with an accessible name and a tooltip.

    Parameters
    ----------
    icon
        Name of the icon.
    side
        Width and height of the button: 24 to 32.
    tone
        Token of the icon's colour.
    """

    def __init__(
        self, name: str, icon: str, parent: QWidget | None = None, *, side: int = 26, icon_side: int = 16, tone: str = "text2"
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon, self._icon_side, self._tone = icon, icon_side, tone
        self._filled = False
        self.setFixedSize(side, side)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        current_theme().changed.connect(self.update)

    def set_words(self, words: str, shortcut: QKeySequence | None = None) -> None:
        """Set the accessible name, and the tooltip with the shortcut."""
        self.setAccessibleName(words)
        keys = shortcut.toString(QKeySequence.SequenceFormat.NativeText) if shortcut is not None else ""
        self.setToolTip(f"{words} ({keys})" if keys else words)

    def set_icon(self, icon: str, tone: str | None = None) -> None:
        """Show another icon."""
        self._icon = icon
        self._tone = tone or self._tone
        self.update()

    def set_filled(self, filled: bool) -> None:
        """Draw it as the one button that is meant most, on the accent."""
        self._filled = filled
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        radius = 6 if self._filled else 4
        if self._filled:
            rounded(painter, area, radius, theme.color("accent" if self.isEnabled() else "track"))
        elif self.isChecked() or self.isDown():
            rounded(painter, area, radius, theme.color("wash"))
        elif self.underMouse() and self.isEnabled():
            rounded(painter, area, radius, theme.color("hover"))
        token = "line2" if not self.isEnabled() else "accent" if self.isChecked() else self._tone
        if self._filled:
            token = "on_accent" if self.isEnabled() else "text3"
        side = self._icon_side
        spot = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, self._icon, spot, theme.color(token))
        if has_keyboard_focus(self):
            focus_ring(painter, area, radius, theme.color("text" if self._filled else "accent"))
