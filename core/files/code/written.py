"""Source code as a value, and the words in it that come from a person."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.arrays import Shape
from core.layers.base import shape_text
from core.layers.container import Chain
from core.network import visit_chain

Lines = tuple[int, int]
"""First and last line, counted from 0."""


@dataclass(frozen=True)
class Code:
    """A text of source code.

    Parameters
    ----------
    places
        For each layer of the spec by its id: the lines that make it, and those of the class that computes it.
    """

    text: str
    places: Mapping[str, tuple[Lines, ...]]


@dataclass
class Draft:
    """Lines that are being put together.

    Parameters
    ----------
    made
        The lines that make each layer, by the layer's id.
    """

    lines: list[str] = field(default_factory=list)
    made: dict[str, list[Lines]] = field(default_factory=dict)

    def note(self, layer_id: str, first: int) -> None:
        """Remember that the lines since `first` make a layer, or one of its copies."""
        self.made.setdefault(layer_id.partition("#")[0], []).append((first, len(self.lines) - 1))


def moved(made: Mapping[str, list[Lines]], by: int) -> dict[str, list[Lines]]:
    """Return the same lines so many lines further down."""
    return {layer_id: [(first + by, last + by) for first, last in found] for layer_id, found in made.items()}


def frozen_layers(chain: Chain, shape: Shape) -> list[str]:
    """Return the names of the layers whose parameters are kept as they are while training."""
    visits = visit_chain(chain, shape, "")
    return [visit.id for visit in visits if visit.frozen and visit.layer.parameter_shapes(visit.input_shape)]


def plain(words: str) -> str:
    """Return what a person wrote as one line that can stand in a comment or a docstring."""
    kept = "".join(c if c.isprintable() else " " for c in words).replace("\\", "/").replace('"', "'")
    return " ".join(kept.split())


def class_name(words: str, taken: Iterable[str]) -> str:
    """Return a class name made of what a person called the network."""
    parts = [part for part in re.split(r"\W+", plain(words)) if part]
    name = "".join(part[0].upper() + part[1:] for part in parts)
    if not name.isidentifier() or keyword.iskeyword(name):
        name = f"Net{name}"
    return f"{name}Network" if name in taken or not name.isidentifier() else name


def quoted(text: str) -> str:
    """Return a text as a literal, in double quotes where it is plain."""
    return f'"{text}"' if re.fullmatch(r"[\w#. -]*", text, re.ASCII) else repr(text)


def comment(name: str, shape: Shape) -> str:
    """Return what stands behind a layer: the person's name for it, and its output shape."""
    words = plain(name)
    return f"  # {words}, {shape_text(shape)}" if words else f"  # {shape_text(shape)}"


def places_of(
    made: Mapping[str, list[Lines]], kinds: Mapping[str, str], classes: Mapping[str, Lines]
) -> dict[str, tuple[Lines, ...]]:
    """Join the lines that make each layer with those of its class."""
    return {
        layer_id: (*lines, *((classes[kinds[layer_id]],) if kinds.get(layer_id) in classes else ()))
        for layer_id, lines in made.items()
    }
