"""Races worth beginning with: the book's figures to the digit, and one for each thing that a surface teaches."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from core.descent.spec import DescentSpec, Racer


@dataclass(frozen=True, slots=True)
class Preset:
    """A race with a name.

    Parameters
    ----------
    title, help
        English, for `translate_core`.
    book
        The section whose figure it is, or "".
    """

    name: str
    title: str
    help: str
    spec: DescentSpec
    book: str = ""


def _bowl(rate: float, steps: int) -> DescentSpec:
    return replace(DescentSpec().on_surface("Bowl"), racers=(_sgd(rate),), steps=steps, slope="numerical")


def _sgd(rate: float, colour: int = 0) -> Racer:
    return Racer.of("SGD", colour, lr=rate)


def _momentum(rate: float, colour: int = 1) -> Racer:
    return Racer.of("Momentum", colour, lr=rate)


_ALL: Final = (
    _sgd(0.002),
    _momentum(0.0005),
    Racer.of("AdaGrad", 2, lr=0.5),
    Racer.of("Adam", 3, lr=0.1),
    Racer.of("Nesterov", 4, lr=0.0005),
    Racer.of("RMSProp", 5, lr=0.03),
    Racer.of("AdamW", 6, lr=0.1),
    Racer.of("SGD", 7, lr=1.0, newton=True),
)

PRESETS: Final = (
    Preset("race", "Four optimizers in the ravine", "SGD zigzags, Momentum swings, AdaGrad and Adam go straighter.",
           DescentSpec(), "6.1"),
    Preset("right", "A learning rate of 0.1", "A hundred steps lead to the minimum.", _bowl(0.1, 100), "4.4.1"),
    Preset("large", "A learning rate of 10", "Every step overshoots by more than the one before.", _bowl(10.0, 100), "4.4.1"),
    Preset("small", "A learning rate of 1e-10", "After a hundred steps nothing has moved.", _bowl(1e-10, 100), "4.4.1"),
    Preset("all", "Eight on Rosenbrock's valley", "Everyone finds the valley; following its floor is the hard part.",
           replace(DescentSpec().on_surface("Rosenbrock"), racers=_ALL, steps=300)),
    Preset("hollows", "Four hollows, nine starts", "On Himmelblau's surface the start decides which minimum is found.",
           replace(DescentSpec().on_surface("Himmelblau"), racers=(_sgd(0.01),), steps=60,
                   starts=tuple((4.5 * i + 0.3, 4.5 * j - 0.2) for i in (-1, 0, 1) for j in (-1, 0, 1)))),
    Preset("saddle", "Leaving a saddle", "The gradient is tiny near the saddle; momentum and scaling leave it sooner.",
           replace(DescentSpec().on_surface("Saddle"), steps=60,
                   racers=(_sgd(0.05), _momentum(0.02), Racer.of("RMSProp", 2, lr=0.05),
                           Racer.of("SGD", 3, lr=1.0, newton=True)))),
    Preset("noise", "Noisy gradients", "With noise, a constant rate never comes to rest; larger batches or a falling rate do.",
           replace(DescentSpec().on_surface("NoisyRavine"), steps=120,
                   racers=(_sgd(0.3), _momentum(0.05), Racer.of("Adam", 2, lr=0.3)))),
    Preset("plateau", "Across a plateau", "Far away the gradient says next to nothing; only scaled steps get going.",
           replace(DescentSpec().on_surface("Plateau"), steps=100,
                   racers=(_sgd(0.5), _momentum(0.5), Racer.of("Adam", 2, lr=0.1),
                           Racer.of("RMSProp", 3, lr=0.05)))),
)  # fmt: skip
"""In the order of the menu."""


def preset(name: str) -> Preset:
    """Return a preset by its name."""
    return next(each for each in PRESETS if each.name == name)
