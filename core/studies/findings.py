"""What a study shows, as values: lines, histograms, a table, and sentences with their numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.arrays import Array

Tone = Literal["ok", "warn"]
ColumnKind = Literal["text", "number", "share", "count", "seconds"]
Cell = str | float | int


@dataclass(frozen=True)
class Line:
    """One line of a chart.

    Parameters
    ----------
    x, y
        Of equal length.
    label
        What it is called.
    place
        Which of the run colours it has.
    held_out
        True for samples that were not learned from: drawn dashed.
    faint
        True for raw numbers under a smoothed line.
    """

    x: Array
    y: Array
    label: str
    place: int = 0
    held_out: bool = False
    faint: bool = False


@dataclass(frozen=True)
class Chart:
    """Lines over a common x.

    Parameters
    ----------
    title, mark
        What it shows: a word to translate, and a number or name after it.
    x_label
        What runs along x.
    end
        How far x goes.
    log, shares
        Whether y is logarithmic, and whether it is a share from 0 to 1.
    """

    title: str
    x_label: str
    lines: tuple[Line, ...]
    end: float
    mark: str = ""
    log: bool = False
    shares: bool = False


@dataclass(frozen=True)
class Histogram:
    """How often values fall between two ends.

    Parameters
    ----------
    counts
        ``(B,)``; what lies beyond the ends is counted in the outer bins.
    low, high
        The ends.
    spread
        The standard deviation of the values.
    flat
        The share of the values where the activation is flat, so that no gradient passes.
    """

    title: str
    mark: str
    counts: Array
    low: float
    high: float
    spread: float
    flat: float


@dataclass(frozen=True)
class Column:
    """The head of a table's column and how its numbers read."""

    title: str
    kind: ColumnKind = "number"


@dataclass(frozen=True)
class Table:
    """Rows of numbers; texts in it are names or words to translate."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Finding:
    """A sentence of `core.messages` with its numbers.

    Parameters
    ----------
    code
        Which sentence.
    details
        Its numbers.
    tone
        ``"ok"`` where something works as it should, ``"warn"`` where it does not; both may be what the book says.
    """

    code: str
    details: Mapping[str, object]
    tone: Tone = "ok"


@dataclass(frozen=True)
class Stage:
    """What a study knows so far.

    Parameters
    ----------
    share
        How much of the work is done, 0 to 1.
    findings
        What can be said; empty until the end.
    """

    share: float
    charts: tuple[Chart, ...] = ()
    histograms: tuple[Histogram, ...] = ()
    table: Table | None = None
    findings: tuple[Finding, ...] = field(default=())
