"""Errors with a code and numbers, so that a window can say them in any language and offer a remedy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.messages import MESSAGES


class CoreError(ValueError):
    """Something a person asked for cannot be done as asked.

    Parameters
    ----------
    code
        A key of `core.messages.MESSAGES`.
    details
        The numbers and names that fill the message: what was received, what was expected, where.
    """

    def __init__(self, code: str, **details: Any) -> None:
        self.code = code
        self.details: Mapping[str, Any] = details
        super().__init__(MESSAGES[code].format(**details))


class SettingError(CoreError):
    """A setting has a value outside its type or range."""


class ShapeError(CoreError):
    """A layer cannot take the shape that reaches it."""


class SpecError(CoreError):
    """A network, experiment or component is not described rightly."""


class TextFormError(CoreError):
    """The text form of a network has a mistake at a known place.

    Attributes
    ----------
    start, end
        Offsets into the text between which the mistake stands.
    """

    def __init__(self, code: str, *, start: int, end: int, **details: Any) -> None:
        self.start = start
        self.end = max(end, start + 1)
        super().__init__(code, **details)


class ExpressionError(CoreError):
    """A typed formula has a mistake at a known place.

    Attributes
    ----------
    start, end
        Offsets into the text between which the mistake stands.
    """

    def __init__(self, code: str, *, start: int, end: int, **details: Any) -> None:
        self.start = start
        self.end = max(end, start + 1)
        super().__init__(code, **details)


class DataError(CoreError):
    """A file or folder of data cannot be read: says which, where in it, and what to do."""


class FileError(CoreError):
    """A document cannot be read or written: says which, why, and what to do."""
