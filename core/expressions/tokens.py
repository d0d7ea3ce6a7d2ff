"""From the characters of a formula to its words: numbers, names and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from core.errors import ExpressionError

MOST_CHARACTERS: Final = 400

TokenKind = Literal["number", "name", "sign", "raised", "end"]

_TOKEN: Final = re.compile(
    r"""
    (?P<space>  [ \t]+ )
  | (?P<number> (?: [0-9]+ (?:\.[0-9]*)? | \.[0-9]+ ) (?: [eE][-+]?[0-9]+ )? )
  | (?P<name>   [A-Za-zπ][A-Za-z0-9_]* )
  | (?P<sign>   \*\* | [-+*/^(),−–×·⋅÷] )
  | (?P<raised> [⁰¹²³⁴⁵⁶⁷⁸⁹]+ )
    """,
    re.VERBOSE,
)
_PLAIN: Final = {"−": "-", "–": "-", "×": "*", "·": "*", "⋅": "*", "÷": "/", "^": "**", "π": "pi"}
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a formula, between two offsets of the text; signs in their plain form."""

    kind: TokenKind
    text: str
    start: int
    end: int


def tokens_of(text: str) -> Iterator[Token]:
    """Yield the words of a formula, and an end behind the last one.

    Raises
    ------
    ExpressionError
        At the first character that cannot stand in a formula.
    """
    if len(text) > MOST_CHARACTERS:
        raise ExpressionError("expression_long", start=MOST_CHARACTERS, end=len(text), received=len(text), most=MOST_CHARACTERS)
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ExpressionError("expression_character", start=at, end=at + 1, received=text[at])
        kind, word = match.lastgroup, match.group()
        if kind == "raised":
            yield Token("raised", word.translate(_RAISED), at, match.end())
        elif kind != "space":
            yield Token(kind, _PLAIN.get(word, word), at, match.end())  # type: ignore[arg-type]
        at = match.end()
    yield Token("end", "", len(text), len(text))
