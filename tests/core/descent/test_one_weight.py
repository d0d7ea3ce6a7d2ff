"""One weight moved alone gives the loss and the accuracy that the network has there, and leaves it as it was."""

from __future__ import annotations

import numpy as np
import pytest

from core.descent.one_weight import POSITIONS, H, weight_slice
from core.losses.base import LOSSES
from core.metrics import accuracy
from core.probes.frame_network import FrameNetwork
from core.training.frame import Frame
from core.training.history import Curves
from tests.core.small_runs import run_steps, small_data, small_experiment, small_session


@pytest.fixture
def frame() -> Frame:
    session = small_session(network="Flatten Affine(8) ReLU Affine(3)")
    initial = session.snapshot()
    run_steps(session, 8)
    experiment = small_experiment(network="Flatten Affine(8) ReLU Affine(3)")
    nothing = Curves(np.empty((0, 5)), np.empty((0, 4)))
    return Frame(1, experiment, small_data(), session.snapshot(), initial, nothing, nothing, session.network.layout, 24)


def test_that_the_numbers_are_those_of_the_network_with_that_weight(frame: Frame) -> None:
    networks = FrameNetwork()
    found = weight_slice(networks, frame, "affine2.W", 5, 1.0)
    network = networks.at(frame)
    network.theta[next(s for s in frame.layout if s.name == "affine2.W").start + 5] = found.values[3] + H
    train = frame.data.train
    scores = network.forward(train.x[: found.samples])
    assert found.accuracy[3] == accuracy(scores, train.t[: found.samples])
    loss = LOSSES.build(frame.experiment.training.loss).forward(scores, train.t[: found.samples])
    assert found.loss[3] == pytest.approx(loss, abs=2 * H * abs(found.loss_slope[3]) + 1e-5)


def test_that_the_network_of_the_frame_is_left_as_it_was(frame: Frame) -> None:
    networks = FrameNetwork()
    weight_slice(networks, frame, "affine1.W", 0, 2.0)
    np.testing.assert_array_equal(networks.at(frame).theta, frame.snapshot.theta)


def test_that_the_loss_slopes_nearly_everywhere_and_the_accuracy_nearly_nowhere(frame: Frame) -> None:
    found = weight_slice(FrameNetwork(), frame, "affine2.W", 2, 3.0)
    assert len(found.values) == POSITIONS
    assert found.here == pytest.approx(found.values[POSITIONS // 2])
    assert found.flat_share(found.accuracy_slope) > 0.9
    assert found.flat_share(found.loss_slope) < 0.1
    assert len(np.unique(found.accuracy)) > 2


def test_that_an_index_beyond_the_array_is_its_last_number(frame: Frame) -> None:
    assert weight_slice(FrameNetwork(), frame, "affine2.b", 99, 1.0).index == 2
