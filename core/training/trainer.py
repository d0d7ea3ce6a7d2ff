"""The training loop: a pure generator that yields what happens.

Whoever iterates it decides the pace: not asking for the next event is a pause, closing it is a stop. It knows of no
thread.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator

import numpy as np

from core.arrays import Array
from core.network import Network
from core.training.events import Diverged, Evaluated, Event, Finished, Improved
from core.training.measuring import Measuring
from core.training.session import Session
from core.training.snapshot import Snapshot

VALIDATION_LIMIT = 500
"""At most so many validation samples are looked at during training; the end of the run looks at all."""

GUARD_UPDATES = 100
"""After the first updates, which diverge most easily, a state to go back to is kept this often: it costs under 1 %."""


def train(session: Session) -> Iterator[Event]:
    """Yield a `StepDone` per update, `Measured` and `Evaluated` now and then, and at last `Finished` or `Diverged`.

    The batch of a step that diverged is not learned from: the last finite state comes with the event.
    """
    good = session.snapshot()
    measuring = Measuring(session)
    while (reason := session.stop_reason) is None:
        epoch = session.epoch
        measured = measuring.is_due
        if measured:
            measuring.begin()
        done = session.step()
        if not math.isfinite(done.loss):
            yield diverged(session, done.loss, good)
            return
        yield done
        if measured:
            yield measuring.end()
        if session.iteration % session.training.evaluate_every == 0 or session.epoch != epoch:
            seen = _look(session)
            yield seen
            better = bool(session.training.stop.patience) and not session.standing.waited
            if better or session.iteration <= GUARD_UPDATES or session.iteration - good.iteration >= GUARD_UPDATES:
                now = session.snapshot()
                good = now if now.finite else good
                if better and now.finite:
                    yield Improved(now)
    yield Finished(session.iteration, session.epochs_done, reason)


def _look(session: Session) -> Evaluated:
    """Look at the validation data, which counts for the rules that end a run."""
    started = time.perf_counter()
    seen = evaluated(session)
    session.seconds += time.perf_counter() - started
    if len(session.data.validation):
        session.standing = session.standing.after(seen.iteration, seen.loss, seen.accuracy)
    return seen


def evaluated(session: Session) -> Evaluated:
    """Look at the validation data as it is now."""
    with np.errstate(over="ignore", invalid="ignore"):
        loss, accuracy = session.evaluate(session.data.validation, VALIDATION_LIMIT)
    return Evaluated(session.iteration, session.epochs_done, loss, accuracy, session.seconds)


def diverged(session: Session, loss: float, good: Snapshot) -> Diverged:
    """Say where the numbers stopped being finite."""
    now = session.snapshot()
    rows = min(len(session.data.train), session.training.batch_size)
    layer_id, where = first_bad_layer(session.network, session.data.train.x[:rows])
    return Diverged(session.iteration, loss, layer_id, where, now if now.finite else good)


def first_bad_layer(network: Network, x: Array) -> tuple[str, str]:
    """Return the first layer, from the input, with parameters or outputs that are not finite."""
    for slot in network.layout:
        if not np.isfinite(slot.view(network.theta)).all():
            return slot.name.rsplit(".", 1)[0], "parameters"
    with np.errstate(over="ignore", invalid="ignore"):
        for layer_id, y in network.outputs(x.astype(network.theta.dtype, copy=False)):
            if not np.isfinite(y).all():
                return layer_id, "output"
    return network.chain.children[-1].id, "output"
