"""How a kind of layer says what it is in PyTorch."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.arrays import Shape
from core.errors import SpecError
from core.layers.base import Layer


@dataclass(frozen=True, slots=True)
class Expression:
    """A layer in PyTorch.

    Parameters
    ----------
    text
        The expression that makes the module; of a container what stands behind its branches.
    classes
        Names of the classes of `classes.py` that it needs.
    """

    text: str
    classes: tuple[str, ...] = ()


Writer = Callable[[Any, Shape], Expression]

_WRITERS: dict[str, Writer] = {}


def torch_for(kind: str) -> Callable[[Writer], Writer]:
    """Say that the decorated function writes layers of that kind."""

    def mark(writer: Writer) -> Writer:
        _WRITERS[kind] = writer
        return writer

    return mark


def written_kinds() -> frozenset[str]:
    """Return the kinds that can be written in PyTorch."""
    package = importlib.import_module("core.files.code.torch_layers")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return frozenset(_WRITERS)


def expression(layer: Layer, shape: Shape) -> Expression:
    """Return a layer in PyTorch for samples of that shape.

    Raises
    ------
    SpecError
        If nobody has written its kind yet.
    """
    kind = type(layer).__name__
    if kind not in written_kinds():
        raise SpecError("code_missing", kind=kind, language="PyTorch")
    return _WRITERS[kind](layer, shape)


def call(name: str, *values: object, **named: tuple[object, object]) -> str:
    """Write a call; of the named arguments, given as value and usual value, those that differ."""
    words = [str(value) for value in values]
    words += [f"{key}={value!r}" for key, (value, usual) in named.items() if value != usual]
    return f"{name}({', '.join(words)})"
