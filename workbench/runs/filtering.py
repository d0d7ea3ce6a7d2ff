"""What a person types to see only some runs: words, and conditions on scores and settings.

``adam acc>0.9 star`` shows starred runs whose text has "adam" and whose validation accuracy was once above 0.9.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable
from typing import Final

from core.text import component_text, network_text
from core.training.kept_run import best_score
from workbench.runs.room import ListedRun
from workbench.runs.wording import run_name

_OPERATIONS: Final[dict[str, Callable[[float, float], bool]]] = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
    "=": lambda one, other: math.isclose(one, other, rel_tol=1e-6),
}
_CONDITION: Final = re.compile(r"(acc|loss|lr|seed|batch|run)(<=|>=|<|>|=)(-?[0-9.]+(?:e-?[0-9]+)?)")


def filter_of(text: str, difference: Callable[[ListedRun], str]) -> Callable[[ListedRun], bool] | None:
    """Return what lets a run through, or None when everything may pass.

    Parameters
    ----------
    difference
        Returns the words that stand beside a run in the list; they are looked through as well.
    """
    wanted = [_test(word, difference) for word in text.casefold().split()]
    return (lambda run: all(test(run) for test in wanted)) if wanted else None


def _test(word: str, difference: Callable[[ListedRun], str]) -> Callable[[ListedRun], bool]:
    condition = _CONDITION.fullmatch(word)
    if condition is not None:
        name, sign, number = condition.groups()
        try:
            limit = float(number)
        except ValueError:
            return lambda run: word in _text(run, difference)
        return lambda run: _OPERATIONS[sign](_value(run, name), limit)
    if word == "star":
        return lambda run: run.about.starred
    return lambda run: word in _text(run, difference)


def _text(run: ListedRun, difference: Callable[[ListedRun], str]) -> str:
    training = run.experiment.training
    parts = (
        run_name(run.about, run.experiment),
        difference(run),
        component_text(training.optimizer),
        component_text(training.schedule),
        component_text(run.experiment.data.source),
        network_text(run.experiment.network),
        *(note.text for note in run.about.notes),
    )
    return "\n".join(parts).casefold()


def _value(run: ListedRun, name: str) -> float:
    match name:
        case "acc":
            return best_score(run.curves)[0]
        case "loss":
            return best_score(run.curves)[1]
        case "lr":
            return float(run.curves.steps[-1, 3]) if len(run.curves.steps) else math.nan
        case "seed":
            return float(run.experiment.seed)
        case "batch":
            return float(run.experiment.training.batch_size)
        case _:
            return float(run.place)
