"""What a plot shows, as values."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from core.arrays import Array


def _nothing() -> Array:
    return np.empty(0)


@dataclass(frozen=True)
class Curve:
    """A line of a plot.

    Parameters
    ----------
    x, y
        Of equal length; x ascends; numbers in y that are not finite leave a gap.
    label
        What it is called in the read-out.
    run
        Which run's colour it has; None for the colour of `tone`.
    validation
        True for the validation colour and dashes.
    faint
        True for the raw numbers under a smoothed line: 1 px, pale, without a value at the end.
    tone
        A token, where it belongs to no run.
    group
        The row of the read-out that it shares with other curves, such as the name of a run; "" for a row of its own.
    floor
        The lower edge of a band whose upper edge is `y`; a pale area is drawn instead of a line.
    """

    x: Array = field(default_factory=_nothing)
    y: Array = field(default_factory=_nothing)
    label: str = ""
    run: int | None = 0
    validation: bool = False
    faint: bool = False
    tone: str = "text2"
    group: str = ""
    floor: Array | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A vertical line with a flag, such as where a branch begins.

    Parameters
    ----------
    label
        What the read-out says of it.
    run
        Whose colour it has; None for that of `tone`.
    flag
        False for a pale line alone, such as a pause.
    """

    x: float
    label: str = ""
    run: int | None = None
    tone: str = "accent"
    flag: bool = True


@dataclass(frozen=True, slots=True)
class Band:
    """A range of y that is marked, such as a healthy one."""

    low: float
    high: float
    tone: str = "ok"
