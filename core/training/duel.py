"""Several runs in step: from the same initial weights and the same batches, with one thing changed.

The order of samples depends on seed and epoch alone and the initial values on seed and layer alone, so experiments with
the same seed, data and layers begin with the same bits and see the same batches; what differs afterwards comes from what
was changed. The first difference says when that began to matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import numpy as np

from core.errors import SpecError
from core.experiment import Experiment
from core.training.events import Event, StepDone
from core.training.history import Curves
from core.training.session import Session
from core.training.trainer import train

MOST: Final = 8


def check_duel(experiments: Sequence[Experiment]) -> None:
    """Raise `SpecError` unless the experiments can be trained in step: two to eight, with the same data and seed."""
    if not 2 <= len(experiments) <= MOST:
        raise SpecError("duel_count", received=len(experiments), most=MOST)
    first = experiments[0]
    for other in experiments[1:]:
        if (other.data, other.seed) != (first.data, first.seed):
            raise SpecError("duel_data")


Turn = tuple[int, list[StepDone], list[Event], bool]
"""The index of a run, its updates of the round, what else it told up to the last of them or its end, and whether the round
is over."""


def one_update() -> int:
    """Return 1: so many updates a run makes in a round, when nobody asks for more."""
    return 1


def in_step(sessions: Sequence[Session], portion: Callable[[], int] = one_update) -> Iterator[Turn]:
    """Let several runs make as many updates each in turn.

    In a round every run that is not over has one turn; one that ends leaves the others running. With one session it is
    `train`, a list around each turn.

    Parameters
    ----------
    portion
        How many updates a run makes in the coming round, at least 1. More than one where updates are quick: whoever
        follows a tiny network must not spend a tenth of its speed on listening.
    """
    running = list(enumerate(map(train, sessions)))
    while running:
        going_on, count = [], portion()
        for place, (index, events) in enumerate(running, start=1):
            steps: list[StepDone] = []
            news: list[Event] = []
            for event in events:
                if type(event) is not StepDone:
                    news.append(event)
                    continue
                steps.append(event)
                if len(steps) == count:
                    going_on.append((index, events))
                    break
            yield index, steps, news, place == len(running)
        running = going_on


def first_difference(one: Curves, other: Curves) -> int | None:
    """Return after how many updates two runs were no longer the same, or None while their numbers agree to the last bit.

    A step's loss is that of the parameters before its update. So when the losses of update n differ first, the
    parameters did after update n − 1, and with n = 1 the runs differ from the start.
    """
    both, mine, theirs = np.intersect1d(one.steps[:, 0], other.steps[:, 0], assume_unique=True, return_indices=True)
    differ = one.steps[mine, 1] != other.steps[theirs, 1]
    return int(both[int(np.argmax(differ))]) - 1 if differ.any() else None
