"""The menu of the selected layers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from core.spec import LayerSpec

ENTRIES: Final[tuple[tuple[str, str, str], ...]] = (
    ("duplicate", str(QT_TRANSLATE_NOOP("StackMenu", "Duplicate")), "Ctrl+D"),
    ("up", str(QT_TRANSLATE_NOOP("StackMenu", "Move up")), "Alt+Up"),
    ("down", str(QT_TRANSLATE_NOOP("StackMenu", "Move down")), "Alt+Down"),
    ("freeze", str(QT_TRANSLATE_NOOP("StackMenu", "Freeze its parameters")), ""),
    ("", "", ""),
    ("wrap_sequential", str(QT_TRANSLATE_NOOP("StackMenu", "Put into a block")), "Ctrl+G"),
    ("wrap_residual", str(QT_TRANSLATE_NOOP("StackMenu", "Put into a Residual")), ""),
    ("wrap_parallel", str(QT_TRANSLATE_NOOP("StackMenu", "Put into a Parallel")), ""),
    ("repeat", str(QT_TRANSLATE_NOOP("StackMenu", "Repeat once more")), ""),
    ("unwrap", str(QT_TRANSLATE_NOOP("StackMenu", "Unwrap")), "Ctrl+Shift+G"),
    ("save_block", str(QT_TRANSLATE_NOOP("StackMenu", "Save to my blocks")), ""),
    ("", "", ""),
    ("cut", str(QT_TRANSLATE_NOOP("StackMenu", "Cut")), "Ctrl+X"),
    ("copy", str(QT_TRANSLATE_NOOP("StackMenu", "Copy as text")), "Ctrl+C"),
    ("paste", str(QT_TRANSLATE_NOOP("StackMenu", "Paste after it")), "Ctrl+V"),
    ("", "", ""),
    ("remove", str(QT_TRANSLATE_NOOP("StackMenu", "Remove")), "Del"),
    ("", "", ""),
    ("fold_all", str(QT_TRANSLATE_NOOP("StackMenu", "Collapse all blocks")), ""),
    ("unfold_all", str(QT_TRANSLATE_NOOP("StackMenu", "Expand all blocks")), ""),
    ("export", str(QT_TRANSLATE_NOOP("StackMenu", "Export the drawing…")), ""),
)
"""Command, English words and keys; an empty command is a line between groups."""

RELEASE: Final = str(QT_TRANSLATE_NOOP("StackMenu", "Release its parameters"))
FREE: Final = frozenset({"paste", "fold_all", "unfold_all", "export"})
"""Commands that need no selected layer."""


def make_menu(parent: QWidget, chosen: Sequence[LayerSpec], obey: Callable[[str], None]) -> QMenu:
    """Return a menu of what can be done with layers.

    Parameters
    ----------
    obey
        Called with the command that was chosen.
    """
    menu = QMenu(parent)
    menu.setObjectName("stack.menu")
    frozen = bool(chosen) and all(layer.frozen for layer in chosen)
    holding = any(layer.branches for layer in chosen)
    for command, english, keys in ENTRIES:
        if not command:
            menu.addSeparator()
            continue
        words = QCoreApplication.translate("StackMenu", RELEASE if command == "freeze" and frozen else english)
        action = menu.addAction(f"{words}\t{keys}" if keys else words)
        action.setObjectName(f"stack.menu.{command}")
        action.setEnabled(command in FREE or (bool(chosen) and (command != "unwrap" or holding)))
        action.triggered.connect(lambda _checked=False, c=command: obey(c))
    return menu
