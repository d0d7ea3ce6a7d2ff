"""A process that trains with and without keeping moments in turn, and prints what keeping costs.

As the window does: thirty times a second a state is taken for looking, four times a second one to go on from. Seconds
are those of the processor, so that what else runs on the machine does not count.
"""

from __future__ import annotations

import sys

from core.blas_threads import use_one_blas_thread

use_one_blas_thread()

import json  # noqa: E402
import time  # noqa: E402
from statistics import median  # noqa: E402

from core.datasets.recipe import prepare  # noqa: E402
from core.training.events import StepDone  # noqa: E402
from core.training.session import Session  # noqa: E402
from core.training.timeline import Timeline  # noqa: E402
from core.training.trainer import train  # noqa: E402
from tests.benchmarks.ui.cases import case  # noqa: E402
from workbench.training.runner import KEEP_SECONDS  # noqa: E402
from workbench.workspace import FRAME_MILLISECONDS  # noqa: E402

WARM = 2.0
SECONDS = 3.0
ROUNDS = 5


def rate(session: Session, events, seconds: float, timeline: Timeline | None) -> float:
    """Updates per second of the processor, with states kept in the timeline if there is one."""
    count, started = 0, time.thread_time()
    looked = kept = started
    while (now := time.thread_time()) - started < seconds:
        count += isinstance(next(events), StepDone)
        if timeline is not None and now - looked > FRAME_MILLISECONDS / 1000:
            looked = now
            resumable = now - kept > KEEP_SECONDS
            state = session.snapshot(resumable=resumable)
            if resumable:
                kept = now
                timeline.keep(state)
    return count / (time.thread_time() - started)


def main(name: str) -> None:
    experiment = case(name).experiment()
    session = Session(experiment, prepare(experiment.data, experiment.seed))
    events, timeline = train(session), Timeline()
    rate(session, events, WARM, None)
    ratios = []
    for _ in range(ROUNDS):
        plain = rate(session, events, SECONDS, None)
        keeping = rate(session, events, SECONDS, timeline)
        ratios.append(100 * (1 - keeping / plain))
    print(json.dumps({"percent": median(ratios)}))


if __name__ == "__main__":
    main(sys.argv[1])
