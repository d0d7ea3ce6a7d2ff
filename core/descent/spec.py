"""A race of optimizers over a surface as a value: it belongs to the document, so that all of it can be undone and saved."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import isfinite
from typing import Final, Literal

from core.descent.line import LineSpec
from core.errors import SettingError
from core.expressions import parse_expression
from core.fields import ComponentSpec, Value, require_range
from core.optimizers.base import OPTIMIZERS
from core.surfaces.base import SURFACES, Point

Slope = Literal["exact", "numerical"]
View = tuple[float, float, float, float]
"""Left, right, bottom and top."""

LARGEST: Final = 1e6
MOST_STARTS: Final = 16
MOST_RACERS: Final = 8
MOST_STEPS: Final = 2000
LARGEST_NOISE: Final = 1000.0
LARGEST_BATCH: Final = 1_000_000
OWNER: Final = "Descent"


@dataclass(frozen=True, slots=True)
class Racer:
    """One optimizer of the race.

    Parameters
    ----------
    optimizer
        With its own settings; the learning rate is its ``lr``.
    colour
        The place in the list of run colours and markers.
    shown
        Whether its path is drawn.
    newton
        Whether the gradient is first multiplied by the inverse of the second derivatives: with SGD at a rate of 1
        that is Newton's method.
    """

    optimizer: ComponentSpec
    colour: int = 0
    shown: bool = True
    newton: bool = False

    @property
    def rate(self) -> float:
        """The learning rate, also where it is the optimizer's default."""
        rate = OPTIMIZERS.build(self.optimizer).settings["lr"]
        return float(rate) if isinstance(rate, int | float) else 0.0

    @classmethod
    def of(cls, kind: str, colour: int = 0, *, newton: bool = False, **settings: Value) -> Racer:
        """Make a racer from the name and the settings of an optimizer, defaults left out."""
        return cls(OPTIMIZERS.check(ComponentSpec.of(kind, **settings)), colour, newton=newton)

    def with_settings(self, **changed: Value) -> Racer:
        """Return the same racer with some settings of its optimizer replaced."""
        return replace(self, optimizer=OPTIMIZERS.check(self.optimizer.with_settings(**changed)))


def _book_racers() -> tuple[Racer, ...]:
    return (
        Racer.of("SGD", 0, lr=0.95),
        Racer.of("Momentum", 1, lr=0.1),
        Racer.of("AdaGrad", 2, lr=1.5),
        Racer.of("Adam", 3, lr=0.3),
    )


@dataclass(frozen=True, slots=True)
class DescentSpec:
    """What is descended, from where, by whom, and which step is looked at. The default is the book's race (section 6.1).

    Parameters
    ----------
    surface
        The name of a surface; "" where the formula was typed.
    formula
        The typed formula of x and y; used where `surface` is "".
    view, home
        The part of the plane that is shown, and the part that is worth looking at, where minima are searched.
    starts
        Where every racer begins; each start is a path of its own.
    racers
        The optimizers.
    steps
        How many updates are made.
    step
        Which of them is looked at, 0 for the start.
    noise, batch
        Every gradient gets normal noise with standard deviation ``noise / √batch``, as a mini-batch would give it.
    seed
        Decides the noise.
    clip
        The most that the length of a gradient may be; 0 for no limit.
    schedule
        How the learning rates change over the steps.
    slope
        Exact gradients, or the book's numerical ones with h = 1e-4.
    line
        The curve of the page on one dimension; it decides nothing of the race.
    """

    surface: str = "Ravine"
    formula: str = ""
    view: View = (-8.0, 3.2, -3.5, 3.5)
    home: View = (-8.0, 3.2, -3.5, 3.5)
    starts: tuple[Point, ...] = ((-7.0, 2.0),)
    racers: tuple[Racer, ...] = field(default_factory=_book_racers)
    steps: int = 30
    step: int = 0
    noise: float = 0.0
    batch: int = 1
    seed: int = 0
    clip: float = 0.0
    schedule: ComponentSpec = field(default_factory=lambda: ComponentSpec("Constant"))
    slope: Slope = "exact"
    line: LineSpec = field(default_factory=LineSpec)

    def __post_init__(self) -> None:
        if self.surface:
            SURFACES.get(self.surface)
        else:
            parse_expression(self.formula)
        require_range(OWNER, "starts", len(self.starts), 1, MOST_STARTS)
        require_range(OWNER, "racers", len(self.racers), 0, MOST_RACERS)
        for number in (*self.view, *self.home, *(c for start in self.starts for c in start)):
            if not isfinite(number):
                raise SettingError("setting_type", owner=OWNER, field="place", received=number, expected="a finite number")
            require_range(OWNER, "place", number, -LARGEST, LARGEST)
        for view in (self.view, self.home):
            left, right, bottom, top = view
            if not (left < right and bottom < top):
                raise SettingError(
                    "setting_type", owner=OWNER, field="view", received=view, expected="left < right, bottom < top"
                )
        require_range(OWNER, "steps", self.steps, 1, MOST_STEPS)
        require_range(OWNER, "step", self.step, 0, self.steps)
        require_range(OWNER, "noise", self.noise, 0, LARGEST_NOISE)
        require_range(OWNER, "batch", self.batch, 1, LARGEST_BATCH)
        require_range(OWNER, "seed", self.seed, 0, 2**63 - 1)
        require_range(OWNER, "clip", self.clip, 0, LARGEST)

    @property
    def text(self) -> str:
        """The formula that is descended, typed or the surface's own."""
        return SURFACES.get(self.surface).formula if self.surface else self.formula

    def on_surface(self, name: str) -> DescentSpec:
        """Return the same race on a named surface, from its own start and in its own view."""
        surface = SURFACES.get(name)
        return replace(
            self,
            surface=name,
            formula="",
            view=surface.view,
            home=surface.view,
            starts=(surface.start,),
            step=0,
            noise=surface.noise,
        )

    def on_formula(self, text: str) -> DescentSpec:
        """Return the same race on a typed formula; a surface with just that formula is called by its name."""
        named = next((kind for kind in SURFACES if kind.formula == text), None)
        if self.text == text:
            return self
        if named is not None:
            return replace(self, surface=named.__name__, formula="", home=named.view, step=0)
        return replace(self, surface="", formula=text, home=self.view, step=0)
