"""Places in a text: Python counts characters, Qt counts pairs of bytes, of which rare characters take two."""

from __future__ import annotations

LAST_SINGLE = "\uffff"


def position_of(text: str, offset: int) -> int:
    """Return Qt's position of Python's offset."""
    if text.isascii():
        return offset
    return offset + sum(character > LAST_SINGLE for character in text[:offset])


def offset_of(text: str, position: int) -> int:
    """Return Python's offset of Qt's position."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "ignore"))
