"""How the kernels are to compute: which convolution, how many threads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from core.fields import require_range
from core.kernels.workers import Workers

Convolution = Literal["direct", "winograd"]
CONVOLUTIONS: Final[tuple[Convolution, ...]] = ("direct", "winograd")
MOST_THREADS: Final = 2


@dataclass(frozen=True, slots=True)
class EngineChoice:
    """Part of a run's record: the same choice gives the same bits on the same machine.

    Parameters
    ----------
    convolution
        ``"direct"`` unfolds every window; ``"winograd"`` transforms tiles where that is less work, and agrees with
        the direct way to about 1e-5 in float32.
    threads
        1 or 2; decides the time alone.
    """

    convolution: Convolution = "direct"
    threads: int = 1

    def __post_init__(self) -> None:
        require_range("Engine", "threads", self.threads, 1, MOST_THREADS)

    @property
    def name(self) -> str:
        """As people type it: ``winograd-2`` is Winograd on two threads."""
        return f"{self.convolution}-{self.threads}"


CHOICES: Final = tuple(EngineChoice(convolution, threads) for convolution in CONVOLUTIONS for threads in (1, MOST_THREADS))
"""All that can be chosen."""


def choice_named(name: str) -> EngineChoice | None:
    """Return the choice of that name; None for any other text."""
    return next((choice for choice in CHOICES if choice.name == name), None)


class Engine:
    """A choice with the threads that carry it out; one for each network.

    Parameters
    ----------
    choice
        What to use.
    """

    def __init__(self, choice: EngineChoice = EngineChoice()) -> None:
        self.choice = choice
        self.workers = Workers(choice.threads)


PLAIN: Final = Engine()
"""The direct way on one thread; it holds nothing, so that all may share it."""
