"""The plane around a network has the network's own loss in its middle, and the path where it went."""

from __future__ import annotations

import numpy as np
import pytest

from core.descent.landscape import SAMPLES, filter_normalised, path_axes, plane_losses, random_axes
from core.losses.base import LOSSES
from core.probes.frame_network import FrameNetwork
from core.training.frame import Frame
from core.training.history import Curves
from tests.core.small_runs import run_steps, small_data, small_experiment, small_session

Moments = list[tuple[int, np.ndarray]]
NETWORK = "Conv(4, 3) BatchNorm ReLU Flatten Affine(3)"


@pytest.fixture
def run() -> tuple[Frame, Moments]:
    session = small_session(network=NETWORK)
    initial = session.snapshot()
    moments = [(0, initial.theta)]
    for _ in range(6):
        run_steps(session, 3)
        moments.append((session.iteration, session.snapshot().theta))
    nothing = Curves(np.empty((0, 5)), np.empty((0, 4)))
    experiment = small_experiment(network=NETWORK)
    frame = Frame(1, experiment, small_data(), session.snapshot(), initial, nothing, nothing, session.network.layout, 24)
    return frame, moments


def test_that_every_filter_of_a_direction_is_as_long_as_the_networks(run: tuple[Frame, Moments]) -> None:
    frame, _ = run
    theta = frame.snapshot.theta
    direction = filter_normalised(frame.layout, theta, np.random.default_rng(0))
    for slot in frame.layout:
        own, drawn = slot.view(theta), slot.view(direction)
        if own.ndim == 4:
            axes: int | tuple[int, ...] = (1, 2, 3)
        elif own.ndim == 2:
            axes = 0
        else:
            assert not drawn.any()
            continue
        np.testing.assert_allclose(np.sqrt((drawn**2).sum(axis=axes)), np.sqrt((own**2).sum(axis=axes)), rtol=1e-4)


def test_that_the_middle_of_the_plane_is_the_network_itself(run: tuple[Frame, Moments]) -> None:
    frame, moments = run
    networks = FrameNetwork()
    axes = random_axes(frame, moments, 3)
    table = plane_losses(networks, frame, axes, np.array([-1.0, 0.0, 1.0]), np.array([0.0, 1.0]))
    assert table.shape == (2, 3)
    train = frame.data.train
    scores = networks.at(frame).forward(train.x[:SAMPLES])
    own = LOSSES.build(frame.experiment.training.loss).forward(scores, train.t[:SAMPLES])
    assert table[0, 1] == pytest.approx(own, rel=1e-5)
    assert table[0, 0] != table[0, 1]
    np.testing.assert_array_equal(networks.at(frame).theta, frame.snapshot.theta)


def test_that_the_plane_of_the_path_holds_more_of_it_than_a_random_one(run: tuple[Frame, Moments]) -> None:
    frame, moments = run
    own, drawn = path_axes(frame, moments), random_axes(frame, moments, 3)
    assert own.apart.sum() < 0.7 * drawn.apart.sum()
    assert own.path[-1] == pytest.approx([0, 0], abs=1e-5), "the present moment is the middle"
    assert own.iterations == tuple(iteration for iteration, _ in moments)
    assert np.abs(own.path).max() <= own.reach[0]


def test_that_the_plane_at_a_place_of_the_path_has_nearly_its_loss(run: tuple[Frame, Moments]) -> None:
    frame, moments = run
    axes = path_axes(frame, moments)
    whole = axes.centre + axes.path[0, 0] * axes.first + axes.path[0, 1] * axes.second
    assert np.linalg.norm(whole - moments[0][1]) == pytest.approx(axes.apart[0], rel=1e-3)


def test_that_the_same_seed_gives_the_same_plane(run: tuple[Frame, Moments]) -> None:
    frame, moments = run
    np.testing.assert_array_equal(random_axes(frame, moments, 1).first, random_axes(frame, moments, 1).first)
    assert not np.array_equal(random_axes(frame, moments, 1).first, random_axes(frame, moments, 2).first)


def test_that_the_test_data_is_judged_apart(run: tuple[Frame, Moments]) -> None:
    frame, moments = run
    axes, here = random_axes(frame, moments, 3), np.zeros(1)
    one = plane_losses(FrameNetwork(), frame, axes, here, here)
    other = plane_losses(FrameNetwork(), frame, axes, here, here, test=True)
    assert one != other
