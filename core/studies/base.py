"""What every study promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from core.arrays import Array
from core.datasets.recipe import Data
from core.experiment import Experiment
from core.fields import Configured
from core.registry import Registry
from core.studies.findings import Stage

Needs = Literal["nothing", "images", "network"]


@dataclass(frozen=True)
class Subject:
    """What a study is about.

    Parameters
    ----------
    data
        The samples that its networks learn; labels of classes.
    seed
        Decides everything random in it.
    experiment, theta
        The network that is being trained and its parameters, for a study of that very network.
    """

    data: Data
    seed: int = 0
    experiment: Experiment | None = None
    theta: Array | None = None


class Study(Configured):
    """An experiment of the book that a person repeats with one click.

    `run` is a generator: whoever iterates it decides the pace, and not asking for the next stage cancels it. The last
    stage has the share 1 and says in its findings what came out, whatever that is.

    Attributes
    ----------
    needs
        ``"images"`` where it learns samples, ``"network"`` where it looks at the person's own network.
    live
        True where it takes so little time that it may run again while a slider moves.
    order
        Its place in lists, that of the book.
    words
        The texts in its stages that a window translates.
    """

    needs: ClassVar[Needs] = "images"
    live: ClassVar[bool] = False
    order: ClassVar[int]
    words: ClassVar[tuple[str, ...]] = ()

    def run(self, subject: Subject) -> Iterator[Stage]:
        """Yield what is known so far, at least a few times a second."""
        raise NotImplementedError


STUDIES: Registry[Study] = Registry("study", "core.studies")


def studies_in_order() -> list[type[Study]]:
    """Return all studies in the order of the book."""
    return sorted(STUDIES, key=lambda study: study.order)
