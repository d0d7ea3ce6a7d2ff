"""A perceptron with two inputs as a value: it belongs to the document, so that every drag can be undone and saved."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import isfinite
from typing import Final, Literal

from core.errors import SettingError
from core.perceptron.hidden import HiddenSpec

Activation = Literal["step", "sigmoid", "tanh", "relu"]
Rule = Literal["perceptron", "descent"]
Order = Literal["in_turn", "shuffled"]
Bit = Literal[0, 1]
Weights = tuple[float, float, float]
"""w1, w2 and b."""

LARGEST: Final = 1_000_000.0
LARGEST_ETA: Final = 100.0


@dataclass(frozen=True, slots=True)
class ThreeInputSpec:
    """A step unit with three inputs, for the cube.

    Parameters
    ----------
    w1, w2, w3, b
        The plane is ``w1·x1 + w2·x2 + w3·x3 + b = 0``. The default is the majority of three.
    target
        The wanted output for (0, 0, 0), (0, 0, 1) … (1, 1, 1).
    """

    w1: float = 1.0
    w2: float = 1.0
    w3: float = 1.0
    b: float = -1.5
    target: tuple[Bit, Bit, Bit, Bit, Bit, Bit, Bit, Bit] = (0, 0, 0, 1, 0, 1, 1, 1)

    def __post_init__(self) -> None:
        for name, number in zip(("w1", "w2", "w3", "b"), self.weights, strict=True):
            _check(name, number, -LARGEST, LARGEST)

    @property
    def weights(self) -> tuple[float, float, float, float]:
        """w1, w2, w3 and b together."""
        return (self.w1, self.w2, self.w3, self.b)


@dataclass(frozen=True, slots=True)
class PerceptronSpec:
    """Two weights, a bias, and what the unit is meant to be.

    Parameters
    ----------
    w1, w2, b
        The line is ``w1·x1 + w2·x2 + b = 0``. The default is the book's AND.
    activation
        What makes the output of the weighted sum.
    target
        The wanted output for the inputs (0, 0), (0, 1), (1, 0), (1, 1).
    rule, eta, order, start
        How it learns: by which rule, at which rate, the samples in which order, from which w1, w2, b.
    cube
        The unit with three inputs beside it.
    hidden
        The small network that learns XOR.
    """

    w1: float = 0.5
    w2: float = 0.5
    b: float = -0.7
    activation: Activation = "step"
    target: tuple[Bit, Bit, Bit, Bit] = (0, 0, 0, 1)
    rule: Rule = "perceptron"
    eta: float = 0.1
    order: Order = "in_turn"
    start: Weights = (0.0, 0.0, 0.0)
    cube: ThreeInputSpec = field(default_factory=ThreeInputSpec)
    hidden: HiddenSpec = field(default_factory=HiddenSpec)

    def __post_init__(self) -> None:
        numbers = {"w1": self.w1, "w2": self.w2, "b": self.b}
        numbers |= dict(zip(("start w1", "start w2", "start b"), self.start, strict=True))
        for name, number in numbers.items():
            _check(name, number, -LARGEST, LARGEST)
        _check("eta", self.eta, 1 / LARGEST, LARGEST_ETA)

    @property
    def weights(self) -> Weights:
        """w1, w2 and b together."""
        return (self.w1, self.w2, self.b)

    def with_weights(self, weights: Weights) -> PerceptronSpec:
        """Return the same unit with another line."""
        w1, w2, b = weights
        return replace(self, w1=w1, w2=w2, b=b)


def _check(name: str, number: float, least: float, most: float) -> None:
    if not isfinite(number):
        raise SettingError("setting_type", owner="Perceptron", field=name, received=number, expected="a finite number")
    if number < least:
        raise SettingError("setting_low", owner="Perceptron", field=name, received=number, minimum=least)
    if number > most:
        raise SettingError("setting_high", owner="Perceptron", field=name, received=number, maximum=most)
