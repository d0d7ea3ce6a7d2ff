"""What can be done on the canvas, as the menu of its right mouse button, with the keys that do the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

ENTRIES: Final = (
    ("copy", str(QT_TRANSLATE_NOOP("CircuitMenu", "Copy")), "Ctrl+C"),
    ("cut", str(QT_TRANSLATE_NOOP("CircuitMenu", "Cut")), "Ctrl+X"),
    ("paste", str(QT_TRANSLATE_NOOP("CircuitMenu", "Paste")), "Ctrl+V"),
    ("duplicate", str(QT_TRANSLATE_NOOP("CircuitMenu", "Duplicate")), "Ctrl+D"),
    ("delete", str(QT_TRANSLATE_NOOP("CircuitMenu", "Delete")), "Del"),
    ("", "", ""),
    ("select_all", str(QT_TRANSLATE_NOOP("CircuitMenu", "Select all")), "Ctrl+A"),
    ("fit", str(QT_TRANSLATE_NOOP("CircuitMenu", "Show everything")), "F"),
)
"""Command, English words and keys; an empty command is a line between groups."""


def make_menu(parent: QWidget, possible: set[str], obey: Callable[[str], None]) -> QMenu:
    """Return the menu.

    Parameters
    ----------
    possible
        The commands that would do something now.
    obey
        Called with the command that was chosen.
    """
    menu = QMenu(parent)
    menu.setObjectName("circuits.menu")
    for command, english, keys in ENTRIES:
        if not command:
            menu.addSeparator()
            continue
        words = QCoreApplication.translate("CircuitMenu", english)
        action = menu.addAction(f"{words}\t{keys}")
        action.setObjectName(f"circuits.menu.{command}")
        action.setEnabled(command in possible)
        action.triggered.connect(lambda _checked=False, c=command: obey(c))
    return menu
