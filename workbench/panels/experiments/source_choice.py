"""Which samples an experiment learns: the document's, or a set that the book or this program knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from core.datasets.recipe import Data, DataRecipe, prepare
from core.fields import ComponentSpec

DOCUMENT: Final = "document"
SETS: Final = {
    "Digits": DataRecipe(ComponentSpec("Digits")),
    "DrawnDigits": DataRecipe(ComponentSpec.of("DrawnDigits", samples=5000)),
    "Mnist": DataRecipe(ComponentSpec("Mnist"), validation=0.0),
}
"""Sets by the name of their kind; MNIST is there once it was downloaded."""


def loader(key: str, seed: int, present: Data | None) -> Callable[[], Data]:
    """Return what gives the data, called where it may take its time."""
    if key == DOCUMENT and present is not None:
        return lambda: present
    recipe = SETS.get(key, SETS["Digits"])
    return lambda: prepare(recipe, seed)
