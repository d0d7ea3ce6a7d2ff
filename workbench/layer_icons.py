"""Which icon stands for a kind of layer, and what its family is called."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

ICONS: Final = {"Conv": "conv", "Residual": "residual", "Parallel": "parallel", "Dropout": "dropout"}
"""Kinds with an icon of their own; the others have that of their family."""

FAMILIES: Final = {
    "weights": str(QT_TRANSLATE_NOOP("Families", "Weights")),
    "activation": str(QT_TRANSLATE_NOOP("Families", "Activation")),
    "pooling": str(QT_TRANSLATE_NOOP("Families", "Pooling")),
    "normalise": str(QT_TRANSLATE_NOOP("Families", "Normalise and drop")),
    "shape": str(QT_TRANSLATE_NOOP("Families", "Shape")),
    "container": str(QT_TRANSLATE_NOOP("Families", "Containers")),
}
"""English title of each family, in the order of the palette."""


def icon_of(kind: str, family: str) -> str:
    """Return the name of a layer's icon."""
    return ICONS.get(kind, family)


def family_title(family: str) -> str:
    """Return what a family is called in the present language."""
    return QCoreApplication.translate("Families", FAMILIES[family])
