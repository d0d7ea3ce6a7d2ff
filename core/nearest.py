"""The nearest known name to a mistyped one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from core.messages import MESSAGES


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that was probably meant; as a text, a question in English with a leading space."""

    name: str

    def __str__(self) -> str:
        return MESSAGES["did_you_mean"].format(name=self.name)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that looks most like `name`, or None if none is close."""
    by_folded = {item.casefold(): item for item in known}
    found = difflib.get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.55)
    return by_folded[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> Suggestion | str:
    """Return what was probably meant, for the end of a message, or an empty text."""
    found = nearest(name, known)
    return Suggestion(found) if found else ""
