import numpy as np
import pytest

from core.datasets.base import Samples
from core.network import Network
from core.probes.accuracy import accuracy_on, answers, class_accuracy
from core.probes.asked_network import network_of
from core.probes.lesions import lesions
from core.training.frame import Frame
from tests.core.probes.test_attribution import frame_after


@pytest.fixture(scope="module")
def frame() -> Frame:
    return frame_after(60)


def test_that_shares_are_counted_class_by_class() -> None:
    found = class_accuracy(np.array([0, 1, 1, 1]), np.array([0, 0, 1, 1]), 3)
    assert found.total == 0.75
    np.testing.assert_array_equal(found.per_class, [0.5, 1, np.nan])


def test_that_only_the_first_samples_are_judged(frame: Frame) -> None:
    network = network_of(frame)
    said = answers(network, frame.data.train.x[:7])
    found = accuracy_on(network, frame.data.train, 3, 7)
    assert found.total == pytest.approx(np.mean(said == frame.data.train.t[:7]))


@pytest.mark.parametrize("layer", ["conv1", "conv2", "residual1", "relu2"])
def test_that_a_unit_that_is_silenced_is_worth_what_zero_weights_in_its_place_cost(frame: Frame, layer: str) -> None:
    network, samples = network_of(frame), frame.data.train
    before = network.forward(samples.x)
    found = lesions(network, frame, samples, layer, 4)
    np.testing.assert_array_equal(network.forward(samples.x), before)  # nothing of the network is changed
    assert found.drops.shape == (4,)
    assert found.class_drops.shape == (4, 3)
    counts = np.bincount(samples.t, minlength=3)
    np.testing.assert_allclose(np.nansum(found.class_drops * counts, axis=1) / len(samples), found.drops, atol=1e-6)
    assert found.whole.total == accuracy_on(network, samples, 3, len(samples)).total
    if layer.startswith("conv"):
        for unit in range(4):
            network = network_of(frame)
            network.parameters[f"{layer}.W"][unit] = 0
            network.parameters[f"{layer}.b"][unit] = 0
            assert found.whole.total - found.drops[unit] == accuracy_on(network, samples, 3, len(samples)).total
    if layer == "conv1":
        assert np.abs(found.drops).max() > 0


def test_that_silencing_a_score_loses_its_class() -> None:
    frame = frame_after(60, "Flatten Affine(3)")
    network = network_of(frame)
    network.parameters["affine1.W"][...] = 0
    network.parameters["affine1.b"][...] = [0.0, 2.0, 1.0]
    samples = Samples(frame.data.train.x.copy(), np.ones(len(frame.data.train), np.int64))
    found = lesions(network, frame, samples, "affine1", 3)
    np.testing.assert_allclose(found.drops, [0, 1, 0])


def test_that_a_wrong_layer_is_told(frame: Frame) -> None:
    network: Network = network_of(frame)
    with pytest.raises(KeyError):
        lesions(network, frame, frame.data.train, "conv9", 1)
