"""From free text to a Python expression: spaces between items become commas, comments become spaces.

Every character keeps its place, so an offset in the expression is an offset in the text.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from core.errors import TextFormError

MOST_CHARACTERS: Final = 200_000
MOST_BRACKETS: Final = 72  # Python's parser gives up near 200; a container inside Parallel takes two

TokenKind = Literal["name", "number", "text", "open", "close", "comma", "equals"]

_ESCAPE = r"\\(?:[\\'\"abfnrtv]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})"
_BARRED = r"\\\x00-\x08\x0a-\x1f\ud800-\udfff"
_TOKEN: Final = re.compile(
    rf"""
    (?P<space>   \s+ | \#[^\n]* )
  | (?P<name>    [^\W\d]\w* )
  | (?P<number>  [-+]? (?: [0-9]+ (?:\.[0-9]*)? | \.[0-9]+ ) (?: [eE][-+]?[0-9]+ )? )
  | (?P<text>    '(?: [^'{_BARRED}] | {_ESCAPE} )*' | "(?: [^"{_BARRED}] | {_ESCAPE} )*" )
  | (?P<open>    [(\[] )
  | (?P<close>   [)\]] )
  | (?P<comma>   , )
  | (?P<equals>  = )
    """,
    re.VERBOSE,
)
_LONGEST_NUMBER: Final = 40
_PARTNER: Final = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, text in quotes or sign, between two offsets of the text."""

    kind: TokenKind
    start: int
    end: int


def tokens_of(text: str) -> Iterator[Token]:
    """Yield the tokens of a text.

    Raises
    ------
    TextFormError
        At the first character that cannot stand in a text form.
    """
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _unexpected(text, at)
        kind = match.lastgroup
        if kind == "number" and match.end() - at > _LONGEST_NUMBER:
            raise TextFormError("text_long_number", start=at, end=match.end(), most=_LONGEST_NUMBER)
        if kind == "name" and not _is_plain_name(match.group()):
            raise TextFormError("text_syntax", start=at, end=match.end(), received=match.group())
        if kind != "space":
            yield Token(kind, at, match.end())  # type: ignore[arg-type]
        at = match.end()


def expression_of(text: str) -> str:
    """Return a Python list expression for a text; offset n of the text is offset n + 1 of the expression.

    Raises
    ------
    TextFormError
        If brackets do not match, items touch, or a character cannot stand here.
    """
    if len(text) > MOST_CHARACTERS:
        raise TextFormError("text_long", start=MOST_CHARACTERS, end=len(text), received=len(text), most=MOST_CHARACTERS)
    expression = [" "] * len(text)
    opened: list[Token] = []
    before: Token | None = None
    for token in tokens_of(text):
        expression[token.start : token.end] = text[token.start : token.end]
        if before is not None and _are_two_items(before, token, text):
            if before.end == token.start:
                raise TextFormError("text_touching", start=token.start, end=token.end, received=text[token.start : token.end])
            expression[before.end] = ","
        _match_brackets(token, opened, text)
        before = token
    if opened:
        raise TextFormError("text_unclosed", start=opened[-1].start, end=opened[-1].end)
    return f"[{''.join(expression)}]"


def _are_two_items(before: Token, token: Token, text: str) -> bool:
    if before.kind not in ("name", "number", "text", "close") or token.kind not in ("name", "number", "text", "open"):
        return False
    call = before.kind == "name" and text[token.start] == "("
    return not call


def _match_brackets(token: Token, opened: list[Token], text: str) -> None:
    if token.kind == "open":
        opened.append(token)
        if len(opened) > MOST_BRACKETS:
            raise TextFormError("text_deep", start=token.start, end=token.end, most=MOST_BRACKETS)
    elif token.kind == "close":
        if not opened or text[opened[-1].start] != _PARTNER[text[token.start]]:
            raise TextFormError("text_unopened", start=token.start, end=token.end, received=text[token.start])
        opened.pop()


def _is_plain_name(word: str) -> bool:
    return word.isidentifier() and (word in ("True", "False") or not keyword.iskeyword(word))


def _unexpected(text: str, at: int) -> TextFormError:
    if text[at] not in "'\"":
        return TextFormError("text_syntax", start=at, end=at + 1, received=ascii(text[at]) if text[at] < " " else text[at])
    line_end = text.find("\n", at)
    end = len(text) if line_end < 0 else line_end
    slash = text.find("\\", at, end)
    if slash >= 0:
        return TextFormError("text_backslash", start=slash, end=slash + 1)
    return TextFormError("text_quote", start=at, end=end)
