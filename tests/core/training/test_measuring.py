"""Gradient norms and the size of updates, layer by layer."""

from __future__ import annotations

import numpy as np
import pytest

from core.training.events import Measured, StepDone
from core.training.history import History
from core.training.measuring import MEASURE_EVERY, layers_of
from core.training.progress import Progress
from core.training.trainer import train
from tests.core.small_runs import run_steps, same_bits, small_session


def measured(session, count: int) -> list[Measured]:
    found = []
    for event in train(session):
        if isinstance(event, Measured):
            found.append(event)
            if len(found) == count:
                break
    return found


def test_that_the_first_update_and_then_every_tenth_is_measured():
    assert [m.iteration for m in measured(small_session(epochs=10), 3)] == [1, 1 + MEASURE_EVERY, 1 + 2 * MEASURE_EVERY]


def test_that_the_norms_are_those_of_each_layer():
    session = small_session(optimizer="SGD(lr=0.1)")
    before = {name: array.copy() for name, array in session.network.parameters.items()}
    found = measured(session, 1)[0]
    layers = layers_of(session.network.layout)
    assert layers == ("conv1", "batchnorm1", "affine1", "affine2")
    for index, layer in enumerate(layers):
        own = [name for name in before if name.startswith(f"{layer}.")]
        gradient = np.concatenate([session.network.gradients[name].ravel() for name in own]).astype(np.float64)
        old = np.concatenate([before[name].ravel() for name in own]).astype(np.float64)
        assert found.gradients[index] == pytest.approx(np.linalg.norm(gradient), rel=1e-5)
        assert found.updates[index] == pytest.approx(0.1 * np.linalg.norm(gradient) / np.linalg.norm(old), rel=1e-4)


def test_that_measuring_changes_nothing_of_the_run():
    session, alone = small_session(), small_session()
    losses = []
    for event in train(session):
        if isinstance(event, StepDone):
            losses.append(event.loss)
        if len(losses) == 12:
            break
    assert losses == run_steps(alone, 12)
    assert same_bits(session.network.theta, alone.network.theta)


def test_that_a_history_shows_what_was_measured_up_to_a_moment():
    session = small_session(epochs=10)
    history = History()
    told, found = Progress(), []
    for event in train(session):
        told.note(event)
        if isinstance(event, Measured):
            found.append(event)
        if len(found) == 3:
            break
    history.take(told)
    curves = history.curves()
    assert curves.gradients.shape == curves.updates.shape == (3, 4)
    assert curves.gradients[1].tolist() == list(found[1].gradients)
    assert curves.updates[2].tolist() == list(found[2].updates)
    assert len(curves.until(MEASURE_EVERY).measures) == 1
