"""The pages a NumPy script is made of: each layer, loss, optimizer and schedule once more, as the book would write it.

These classes are read, not run, by the program: `core.files.code.sources` copies those that a network needs into its
script. A class bears the registered name of what it stands for; its constructor takes arrays by the names of the
parameters, and settings by the names of the fields. So a page for a new layer is one file here and nothing else.

A page does with the same memory order the same operations as the engine, so that both give the same bits: the batch lies
innermost in memory, and the windows of a convolution are unfolded tile by tile.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal

from core.arrays import Shape
from core.errors import SpecError
from core.kernels.affine import LARGE
from core.layers.affine import Affine
from core.layers.base import Layer
from core.layers.conv import Conv
from core.layers.residual import Residual

Shelf = Literal["layers", "losses", "optimizers", "schedules"]


@lru_cache(maxsize=4)
def pages(shelf: Shelf) -> Mapping[str, type[Any]]:
    """Return every class of a shelf by its name."""
    package = importlib.import_module(f"core.files.code.book.{shelf}")
    found: dict[str, type[Any]] = {}
    for info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        found |= {name: cls for name, cls in inspect.getmembers(module, inspect.isclass) if cls.__module__ == module.__name__}
    return MappingProxyType(found)


def page_name(layer: Layer, shape: Shape = ()) -> str:
    """Return the name of the page of a layer: that of its kind, or of the variant that settings and shape make of it."""
    if isinstance(layer, Affine) and shape and shape[0] * layer.units >= LARGE:
        return "LargeAffine"
    if isinstance(layer, Residual):
        return {"identity": "Residual", "pad": "PaddedResidual", "projection": "ProjectedResidual"}[layer.shortcut]
    grouped = isinstance(layer, Conv) and layer.groups > 1
    return "GroupedConv" if grouped else type(layer).__name__


def page(shelf: Shelf, kind: str) -> type[Any]:
    """Return the class for a registered kind.

    Raises
    ------
    SpecError
        If nobody has written it yet.
    """
    found = pages(shelf).get(kind)
    if found is None:
        raise SpecError("code_missing", kind=kind, language="NumPy")
    return found


@lru_cache(maxsize=256)
def signature(shelf: Shelf, kind: str) -> Mapping[str, inspect.Parameter]:
    """Return what the constructor of a page takes."""
    return inspect.signature(page(shelf, kind)).parameters
