"""The same bits, however a run was brought to its end: for every optimizer, with batch normalisation and dropout."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.experiment import Experiment
from core.files import RunDocument, load_document, save_document
from core.optimizers.base import OPTIMIZERS
from core.training.events import StepDone
from core.training.replay import replay
from core.training.session import Session
from core.training.snapshot import Snapshot
from core.training.trainer import train
from tests.core.small_runs import NETWORK, same_bits, small_data, small_experiment

UPDATES = 13
LEFT_AT = 6


def to(session: Session, iteration: int) -> Session:
    """Train with one generator up to an iteration, as the window does."""
    for event in train(session):
        if isinstance(event, StepDone) and event.iteration == iteration:
            break
    return session


def unbroken(experiment: Experiment, _path) -> Snapshot:
    return to(Session(experiment, small_data()), UPDATES).snapshot()


def paused(experiment: Experiment, _path) -> Snapshot:
    session = to(Session(experiment, small_data()), LEFT_AT)
    return to(session, UPDATES).snapshot()


def stepped(experiment: Experiment, _path) -> Snapshot:
    session = Session(experiment, small_data())
    for iteration in range(1, UPDATES + 1):
        to(session, iteration)
    return session.snapshot()


def scrubbed(experiment: Experiment, _path) -> Snapshot:
    """Go on while states are taken, computed again and looked at elsewhere."""
    session = Session(experiment, small_data())
    start = session.snapshot()
    for iteration in range(1, UPDATES + 1):
        to(session, iteration)
        session.snapshot(resumable=False)
        assert same_bits(replay(experiment, small_data(), start, iteration).theta, session.network.theta)
        session.evaluate(session.data.test)
    return session.snapshot()


def gone_back(experiment: Experiment, _path) -> Snapshot:
    session = to(Session(experiment, small_data()), LEFT_AT)
    kept = session.snapshot()
    to(session, UPDATES)
    session.restore(kept)
    return to(session, UPDATES).snapshot()


def branched(experiment: Experiment, _path) -> Snapshot:
    kept = to(Session(experiment, small_data()), LEFT_AT).snapshot()
    return to(Session(experiment, small_data(), snapshot=kept), UPDATES).snapshot()


def reopened(experiment: Experiment, path) -> Snapshot:
    session = to(Session(experiment, small_data()), LEFT_AT)
    save_document(path, RunDocument(experiment, (session.snapshot(),), input_shape=session.data.input_shape))
    document = load_document(path)
    return to(Session(document.experiment, small_data(), snapshot=document.snapshots[-1]), UPDATES).snapshot()


WAYS = (paused, stepped, scrubbed, gone_back, branched, reopened)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("optimizer", OPTIMIZERS.names())
def test_that_a_run_ends_with_the_same_bits(optimizer: str, way: Callable[[Experiment, object], Snapshot], tmp_path) -> None:
    assert "BatchNorm" in NETWORK
    assert "Dropout" in NETWORK
    experiment = small_experiment(optimizer=f"{optimizer}(weight_decay=0.001)", epochs=8)
    path = tmp_path / "run.workbench"
    expected, found = unbroken(experiment, path), way(experiment, path)
    assert same_bits(found.theta, expected.theta)
    assert same_bits(found.buffers, expected.buffers)
    assert found.memory.keys() == expected.memory.keys()
    assert all(same_bits(found.memory[name], expected.memory[name]) for name in expected.memory)


def test_that_a_ratio_that_changes_on_the_way_is_replayed_where_it_changed() -> None:
    from dataclasses import replace

    from core.training.events import Changed

    plain = small_experiment(epochs=8)
    layer = next(layer for layer in plain.network.walk() if layer.kind == "Dropout")
    other = plain.network.replace(layer.id, replace(layer, settings=(("ratio", 0.1),)))
    session = Session(plain, small_data())
    start = session.snapshot()
    to(session, 4)
    session.change(session.training, other)
    to(session, 9)
    late = session.snapshot()
    to(session, UPDATES)
    changed = replace(plain, network=other)
    changes = [Changed(4, session.training, plain.network, other)]
    for moment in (start, late):
        assert same_bits(replay(changed, small_data(), moment, UPDATES, changes).theta, session.network.theta)
    assert not same_bits(unbroken(plain, None).theta, session.network.theta)
