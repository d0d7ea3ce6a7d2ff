"""A process that trains without a window and prints its updates per second."""

from __future__ import annotations

import sys

from core.blas_threads import use_one_blas_thread
from core.heap import keep_freed_memory

use_one_blas_thread()
keep_freed_memory()

import json  # noqa: E402
import time  # noqa: E402

from core.datasets.recipe import prepare  # noqa: E402
from core.training.events import StepDone  # noqa: E402
from core.training.session import Session  # noqa: E402
from core.training.trainer import train  # noqa: E402
from tests.benchmarks.ui.cases import case  # noqa: E402


def main(name: str, warm: float, seconds: float) -> None:
    experiment = case(name).experiment()
    events = train(Session(experiment, prepare(experiment.data, experiment.seed)))
    updates_in(events, warm)
    print(json.dumps({"updates_per_second": updates_in(events, seconds) / seconds}))


def updates_in(events, seconds: float) -> float:
    """Updates in so many seconds, the last one in part."""
    count, started = 0, time.perf_counter()
    while (passed := time.perf_counter() - started) < seconds:
        count += isinstance(next(events), StepDone)
    return count * seconds / passed


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), float(sys.argv[3]))
