"""What could be typed next in the text form: layers, settings, values, each with a word of help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from core.errors import TextFormError
from core.fields import BoolField, ChoiceField, ComponentField, Field
from core.layers.base import LAYERS
from core.layers.container import Container
from core.registries import REGISTRIES
from core.text.reading import ABOUT_LAYER
from core.text.tokens import Token, tokens_of


@dataclass(frozen=True, slots=True)
class Word:
    """Something that can be typed.

    Parameters
    ----------
    text
        What to put in; a setting ends in ``=``.
    help
        One sentence in English, or an empty text.
    """

    text: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Completion:
    """The words that fit at a place.

    Parameters
    ----------
    start
        Where the word begins that is being typed.
    words
        Those that begin with what is typed come first, then those that hold it; upper and lower case are alike.
    """

    start: int
    words: tuple[Word, ...]


@dataclass
class _Call:
    """An open bracket with what stands before it.

    Parameters
    ----------
    registry
        Of the thing whose settings stand in the bracket; "" in a row of layers.
    """

    registry: str
    kind: str
    given: set[str]

    @property
    def holds_layers(self) -> bool:
        """Whether layers may stand here."""
        if not self.registry:
            return True
        return self.registry == "layers" and self.kind in LAYERS and issubclass(LAYERS.get(self.kind), Container)

    @property
    def fields(self) -> Mapping[str, Field[Any]]:
        """The settings that may stand here."""
        if not self.registry or self.kind not in REGISTRIES[self.registry]:
            return {}
        own: Mapping[str, Field[Any]] = REGISTRIES[self.registry].get(self.kind).fields
        return {**own, **ABOUT_LAYER} if self.registry == "layers" else own


ROW: Final = _Call("", "", set())


def completions(text: str, at: int) -> Completion:
    """Return what could stand at an offset of a text; nothing inside comments and quotes, or after what cannot be read."""
    tokens = list(_before(text, at))
    typed = ""
    if tokens and tokens[-1].kind == "name" and tokens[-1].end == at:
        last = tokens.pop()
        typed = text[last.start : at]
    start = at - len(typed)
    if _is_quiet(text, tokens, start):
        return Completion(at, ())
    calls, field = _place(text, tokens)
    words = [word for word in _words(calls[-1], field) if typed.casefold() in word.text.casefold()]
    words.sort(key=lambda word: not word.text.casefold().startswith(typed.casefold()))
    return Completion(start, tuple(words))


def _before(text: str, at: int) -> Iterator[Token]:
    """Yield the tokens before a place, as far as they can be read."""
    try:
        yield from tokens_of(text[:at])
    except TextFormError as error:
        yield Token("text", error.start, at)  # an open quote, or what cannot stand in a text form


def _is_quiet(text: str, tokens: list[Token], start: int) -> bool:
    """Whether nothing is to be offered: in a comment, in quotes, or right behind a word or number."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    last_end = tokens[-1].end if tokens else 0
    in_comment = "#" in line[max(0, last_end - (start - len(line))) :]
    touching = bool(tokens) and tokens[-1].end == start and tokens[-1].kind in {"number", "text", "name"}
    return in_comment or touching


def _place(text: str, tokens: list[Token]) -> tuple[list[_Call], str]:
    """Return the brackets that are open, and the setting whose value is due."""
    calls, field = [ROW], ""
    for number, token in enumerate(tokens):
        before = tokens[number - 1] if number else None
        word = text[token.start : token.end]
        if token.kind == "open":
            called = word == "(" and before is not None and before.kind == "name"
            kind = text[before.start : before.end] if before is not None and called else ""
            registry = "" if not kind else _registry_of(calls[-1], field)
            calls.append(_Call(registry, kind, set()))
            field = ""
        elif token.kind == "close" and len(calls) > 1:
            calls.pop()
            field = ""
        elif token.kind == "equals" and before is not None and before.kind == "name":
            field = text[before.start : before.end]
            calls[-1].given.add(field)
        elif before is not None and before.kind == "equals":
            following = tokens[number + 1] if number + 1 < len(tokens) else None
            field = field if following is not None and following.kind == "open" else ""
        elif token.kind == "comma":
            field = ""
    return calls, field


def _registry_of(call: _Call, field: str) -> str:
    """Return of what kind a thing is that is called by its name: a layer, or what a setting names."""
    known = call.fields.get(field)
    return known.registry if isinstance(known, ComponentField) else "layers"


def _words(call: _Call, field: str) -> Iterator[Word]:
    if field:
        yield from _values(call.fields.get(field))
        return
    if call.holds_layers:
        yield from (Word(cls.__name__, cls.help) for cls in LAYERS)
    for name, setting in call.fields.items():
        if name not in call.given:
            yield Word(f"{name}=", setting.help)


def _values(field: Field[Any] | None) -> Iterator[Word]:
    match field:
        case BoolField():
            yield from (Word("True"), Word("False"))
        case ChoiceField():
            yield from (Word(choice) for choice in field.choices)
        case ComponentField():
            yield from (Word(cls.__name__, cls.help) for cls in REGISTRIES[field.registry])
        case _:
            return
