"""What the keys do while the stack has the focus."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier

KEYS: Final[dict[tuple[Qt.KeyboardModifier, Qt.Key], str]] = {
    (_NONE, Qt.Key.Key_Down): "next",
    (_NONE, Qt.Key.Key_Up): "previous",
    (_SHIFT, Qt.Key.Key_Down): "extend_down",
    (_SHIFT, Qt.Key.Key_Up): "extend_up",
    (_NONE, Qt.Key.Key_Home): "first",
    (_NONE, Qt.Key.Key_End): "last",
    (_NONE, Qt.Key.Key_Escape): "none",
    (_CTRL, Qt.Key.Key_A): "all",
    (_NONE, Qt.Key.Key_Left): "fold",
    (_NONE, Qt.Key.Key_Right): "unfold",
    (_NONE, Qt.Key.Key_Delete): "remove",
    (_NONE, Qt.Key.Key_Backspace): "remove",
    (_ALT, Qt.Key.Key_Up): "up",
    (_ALT, Qt.Key.Key_Down): "down",
    (_CTRL, Qt.Key.Key_D): "duplicate",
    (_CTRL, Qt.Key.Key_C): "copy",
    (_CTRL, Qt.Key.Key_X): "cut",
    (_CTRL, Qt.Key.Key_V): "paste",
    (_CTRL, Qt.Key.Key_G): "wrap_sequential",
    (_CTRL | _SHIFT, Qt.Key.Key_G): "unwrap",
    (_CTRL, Qt.Key.Key_Plus): "zoom_in",
    (_CTRL, Qt.Key.Key_Equal): "zoom_in",
    (_CTRL, Qt.Key.Key_Minus): "zoom_out",
    (_CTRL, Qt.Key.Key_0): "zoom_whole",
    (_CTRL, Qt.Key.Key_F): "zoom_fit",
}


def command_of(event: QKeyEvent) -> str:
    """Return the command that a key press means, "" for none."""
    modifiers = Qt.KeyboardModifier(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
    key = Qt.Key(event.key())
    if key == Qt.Key.Key_Plus:  # on most keyboards it is typed with Shift
        modifiers = Qt.KeyboardModifier(modifiers & ~_SHIFT)
    return KEYS.get((modifiers, key), "")


def letter_of(event: QKeyEvent) -> str:
    """Return the letter that was typed, "" for anything else: it begins the search for a layer."""
    plain = not event.modifiers() & (_CTRL | _ALT | Qt.KeyboardModifier.MetaModifier)
    return event.text() if plain and event.text().isalpha() else ""
