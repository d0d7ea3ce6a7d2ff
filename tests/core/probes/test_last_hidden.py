import numpy as np
import pytest

from core.network import Network
from core.probes.asked_network import asked_network, network_of
from core.probes.attribution import scores_of
from core.probes.change_of_mind import change_mind
from core.probes.last_hidden import last_hidden, nearest_in_hidden
from core.text import parse_network
from tests.core.probes.test_attribution import frame_after


def test_that_the_last_hidden_layer_is_what_reaches_the_last_weights() -> None:
    network = Network(parse_network("Conv(2, 3) ReLU Flatten Affine(5) Tanh Affine(3)"), (1, 5, 5), seed=0)
    x = np.random.default_rng(0).normal(size=(4, 1, 5, 5)).astype(np.float32)
    outputs = dict(network.outputs(x))
    np.testing.assert_array_equal(last_hidden(network, x), outputs["tanh1"])
    only = Network(parse_network("Flatten Affine(3)"), (1, 5, 5), seed=0)
    np.testing.assert_array_equal(last_hidden(only, x), x.reshape(4, -1))


def test_that_a_sample_is_its_own_nearest_and_the_others_follow_by_distance() -> None:
    frame = frame_after()
    network, x = network_of(frame), frame.data.train.x
    found = nearest_in_hidden(network, x[7:8], x, 5)
    assert found[0].row == 7
    assert found[0].distance == pytest.approx(0, abs=1e-5)
    assert [each.distance for each in found] == sorted(each.distance for each in found)
    features = last_hidden(network, x)
    beaten = np.linalg.norm(features - features[7], axis=1)
    assert np.sum(beaten < found[-1].distance - 1e-6) <= 4


def test_that_between_linear_scores_the_smallest_change_is_the_shortest_way_to_the_border() -> None:
    network = asked_network(parse_network("Affine(2, bias=False)"), (2,), seed=0)
    network.parameters["affine1.W"][...] = [[2, 0], [0, 1]]
    x = np.array([[1.0, 1.0]], np.float32)  # scores 2 and 1; the border is 2a = b, at (0.6, 1.2)
    found = change_mind(network, x, low=-5, high=5)
    assert found.reached
    assert (found.said, found.target) == (0, 1)
    np.testing.assert_allclose(found.after[0], [0.6, 1.2], atol=0.02)
    assert np.linalg.norm(found.change) == pytest.approx(np.linalg.norm([0.4, 0.2]), rel=0.05)


def test_that_every_other_class_is_reached_within_the_values_of_the_data() -> None:
    frame = frame_after()
    network, x = network_of(frame), frame.data.test.x[:1]
    low, high = float(frame.data.train.x.min()), float(frame.data.train.x.max())
    said = int(scores_of(network, x)[0].argmax())
    for target in {0, 1, 2} - {said}:
        found = change_mind(network, x, target=target, low=low, high=high)
        assert found.reached
        assert int(scores_of(network, found.after)[0].argmax()) == target
        assert low <= found.after.min()
        assert found.after.max() <= high
    nearest = change_mind(network, x, low=low, high=high)
    assert nearest.reached
    assert nearest.target != said


def test_that_what_cannot_be_reached_is_said() -> None:
    network = asked_network(parse_network("Affine(2)"), (2,), seed=0)
    network.parameters["affine1.W"][...] = 0
    network.parameters["affine1.b"][...] = [1, 0]
    found = change_mind(network, np.ones((1, 2), np.float32), low=0, high=1)
    assert not found.reached
    assert not found.change.any()
