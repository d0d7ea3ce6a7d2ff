"""Texts of the engine in the language of the window. The engine itself speaks English and knows of no other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.errors import CoreError
from core.messages import MESSAGES
from core.nearest import Suggestion

CONTEXT = "core"


def translate_core(text: str) -> str:
    """Return a title, help or word of the engine in the present language; unknown texts stay as they are."""
    return QCoreApplication.translate(CONTEXT, text) if text else ""


def class_names(classes: Sequence[str]) -> tuple[str, ...]:
    """Return the names of classes in the present language; those of a person's own data stay as they are."""
    return tuple(translate_core(name) for name in classes)


def message(code: str, details: dict[str, object]) -> str:
    """Return the sentence of a code with its numbers, in the present language."""
    return translate_core(MESSAGES[code]).format(**{name: _known(value) for name, value in details.items()})


def _known(value: object) -> object:
    if isinstance(value, Suggestion):
        return message("did_you_mean", {"name": value.name})
    return translate_core(value) if isinstance(value, str) else value


def error_text(error: BaseException) -> str:
    """Return what an error says to a person."""
    if isinstance(error, CoreError):
        return message(error.code, dict(error.details))
    return str(error) or type(error).__name__
