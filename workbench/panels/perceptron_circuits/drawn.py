"""What is to be seen on the canvas at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from core.perceptron.board import CircuitBoard
from workbench.panels.perceptron_circuits.geometry import Wire


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is to be seen.

    Parameters
    ----------
    now
        The value of each pin in the lit row.
    row
        Which row that is.
    loose
        A wire being dragged: where it begins and ends on the board, and whether it may end there.
    loop
        Ids of the parts of the loop that it would close.
    hot
        Part and port, or pin, that the pointer is on.
    band
        The box drawn to select.
    bubbles
        Where the value of each wire stands.
    captions
        Words over circuits, with their places.
    target_words
        How a target is called.
    hidden
        A wire that is being dragged away.
    """

    board: CircuitBoard
    now: Mapping[str, int]
    row: int
    selected: frozenset[str]
    wire: Wire | None = None
    loose: tuple[QPointF, QPointF, bool] | None = None
    loop: tuple[str, ...] = ()
    hot: QPointF | None = None
    band: QRectF | None = None
    bubbles: Mapping[Wire, QPointF] = field(default_factory=dict)
    captions: tuple[tuple[QRectF, str], ...] = ()
    target_words: str = "{bit}"
    hidden: Wire | None = None
