"""What the hand holds on the canvas: a wire by its end, or parts."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.panels.perceptron_circuits.geometry import Wire
from workbench.panels.perceptron_circuits.hits import Ending, Port


@dataclass(slots=True)
class Loose:
    """A wire in the hand: from a pin, or backwards from a port."""

    source: str = ""
    port: Port | None = None
    was: Wire | None = None
    ending: Ending | None = None


@dataclass(slots=True)
class Carried:
    """Parts in the hand, with the places where they stood."""

    places: dict[str, tuple[float, float]]
    clicked: str
    far: bool = False
