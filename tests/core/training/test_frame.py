from __future__ import annotations

import numpy as np
import pytest

from core.network import Network
from core.training.frame import Frame
from core.training.history import History
from tests.core.small_runs import run_steps, same_bits, small_data, small_experiment, small_session


@pytest.fixture
def session():
    return small_session()


def frame_of(session, initial) -> Frame:
    curves = History().curves()
    return Frame(
        run=1,
        experiment=session.experiment,
        data=session.data,
        snapshot=session.snapshot(),
        initial=initial,
        curves=curves,
        all_curves=curves,
        layout=session.network.layout,
        total_iterations=session.total_iterations,
    )


def test_that_a_frame_names_the_parameters_of_its_moment(session):
    initial = session.snapshot()
    first = {name: array.copy() for name, array in session.network.parameters.items()}
    run_steps(session, 4)
    frame = frame_of(session, initial)
    now = {name: array.copy() for name, array in session.network.parameters.items()}
    run_steps(session, 4)
    assert frame.parameters().keys() == now.keys()
    assert all(same_bits(array, now[name]) for name, array in frame.parameters().items())
    assert all(same_bits(array, first[name]) for name, array in frame.parameters(initial=True).items())
    assert not any(array.flags.writeable for array in frame.parameters().values())


def test_that_a_frame_knows_how_much_was_seen(session):
    initial = session.snapshot()
    run_steps(session, 7)
    frame = frame_of(session, initial)
    assert frame.iteration == 7
    assert frame.epoch == session.epochs_done


def test_that_a_network_filled_from_a_frame_answers_as_the_run_did(session):
    initial = session.snapshot()
    run_steps(session, 6)
    frame = frame_of(session, initial)
    expected = session.network.forward(small_data().test.x)
    run_steps(session, 3)
    asked = Network(small_experiment().network, small_data().input_shape, seed=99)
    frame.load_into(asked)
    np.testing.assert_array_equal(asked.forward(small_data().test.x), expected)
