"""The labs of the rail, in their order. A lab is shown once a panel says that it stands there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Lab:
    """One entry of the rail: an arrangement of panels.

    Parameters
    ----------
    name
        Stable; part of object names and of the kept arrangement.
    title
        English, for `QCoreApplication.translate("Labs", title)`.
    columns
        Width in pixels at 1440 of each column of docks; 0 takes what is left.
    narrow
        Width in pixels at 1280 of the side columns that do not shrink in proportion.
    wide
        Width in pixels at 1920 of each column, and more in proportion beyond; empty where the column that takes what is
        left shall have it all.
    """

    name: str
    title: str
    columns: tuple[int, ...]
    narrow: int = 220
    wide: tuple[int, ...] = ()


LABS: Final = (
    Lab("perceptron", str(QT_TRANSLATE_NOOP("Labs", "Perceptron")), (0, 308, 536), narrow=260, wide=(0, 360, 760)),
    Lab("descent", str(QT_TRANSLATE_NOOP("Labs", "Descent")), (292, 0, 456)),
    Lab("network", str(QT_TRANSLATE_NOOP("Labs", "Network")), (204, 0, 294), narrow=256),
    Lab("train", str(QT_TRANSLATE_NOOP("Labs", "Train")), (285, 0, 337)),
    Lab("playground", str(QT_TRANSLATE_NOOP("Labs", "Playground")), (264, 0, 416), narrow=236),
    Lab("inside", str(QT_TRANSLATE_NOOP("Labs", "Inside")), (0,)),
    Lab("filters", str(QT_TRANSLATE_NOOP("Labs", "Filters")), (0, 400)),
    Lab("data", str(QT_TRANSLATE_NOOP("Labs", "Data")), (308, 0)),
)


ACROSS: Final = -1
"""The column of a panel that stands above all columns, over their whole width."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a panel stands in a lab at first.

    Parameters
    ----------
    lab
        The lab's name.
    column, row
        Which column of the lab, or `ACROSS`, and the order in it from the top. Panels of the same row become tabs.
    stretch
        Its share of the column's height; above all columns, of ten parts of the lab's height.
    tab
        The order among panels of the same row; the first is in front.
    """

    lab: str
    column: int
    row: int = 0
    stretch: int = 1
    tab: int = 0
