"""Where the keys go when the control that had them disappears.

Qt gives the focus to whatever comes next in the order of Tab, be it the menu button of some dock: the next Space would
press it instead of starting or pausing the run. Here it stays at the nearest thing that is still seen.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class KeptFocus(QObject):
    """Watches the focus in a window, which owns it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is None or now is None or not isValid(old) or old.isVisible() or old.window() is not self._window:
            return
        place: QWidget | None = old
        while place is not None and not place.isVisible():
            place = place.parentWidget()
        if place is not None:
            place.setFocus()


def give_up_focus(part: QWidget) -> None:
    """Hand the keys to the window if a control in a part of it has them, because another part covers it now."""
    focused = QApplication.focusWidget()
    if focused is not None and part.isAncestorOf(focused):
        part.window().setFocus()
