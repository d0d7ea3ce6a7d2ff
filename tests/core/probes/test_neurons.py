"""Networks as neurons: which there are, and what each sees."""

from __future__ import annotations

import numpy as np
import pytest

from core.network import Network
from core.probes.frame_network import FrameNetwork
from core.probes.neurons import input_grid, neuron_layers, neuron_state
from core.text import parse_network
from tests.core.probes.test_output_map import frame_of

RANGES = ((-1.0, 1.0), (-2.0, 2.0))


def layers_of(network: str, shape: tuple[int, ...] = (2,)):
    return neuron_layers(parse_network(network), shape)


def test_that_activation_and_dropout_belong_to_the_neurons_before_them():
    first, last = layers_of("Affine(4) BatchNorm Tanh Dropout(0.5) Affine(2)")
    assert (first.id, first.end, first.activation, first.inputs, first.units) == ("affine1", "dropout1", "Tanh", 2, 4)
    assert (last.id, last.end, last.activation, last.inputs, last.units) == ("affine2", "affine2", "", 4, 2)


def test_that_images_laid_out_as_a_vector_have_neurons_and_a_bias_can_be_missing():
    only = layers_of("Flatten Affine(10, bias=False)", (1, 8, 8))
    assert (only[0].inputs, only[0].has_bias) == (64, False)


@pytest.mark.parametrize(
    ("network", "obstacle"),
    [("Conv(4, 3) Flatten Affine(2)", "images"), ("Affine(4) Residual(ReLU) Affine(2)", "containers"), ("Tanh", "no_neurons")],
)
def test_that_other_networks_say_what_stands_in_the_way(network, obstacle):
    assert layers_of(network, (1, 8, 8)) == obstacle


@pytest.mark.parametrize("stage", ["output", "sum"])
def test_that_a_map_shows_what_its_neuron_says_to_each_place(stage):
    frame = frame_of("Circle", "Affine(4) Tanh Affine(2)", "SoftmaxCrossEntropy")
    layers = neuron_layers(frame.experiment.network, (2,))
    state = neuron_state(FrameNetwork(), frame, layers, RANGES, 5, stage=stage)
    assert state.maps["affine1"].shape == (4, 5, 5)
    place = input_grid(RANGES, 5)[0, 4]
    assert place[1] > 0
    network = Network(frame.experiment.network, (2,), seed=0)
    summed = place @ network.parameters["affine1.W"] + network.parameters["affine1.b"]
    np.testing.assert_allclose(state.maps["affine1"][:, 0, 4], np.tanh(summed) if stage == "output" else summed, rtol=1e-4)
    shares = state.maps["affine2"].sum(axis=0)
    assert np.allclose(shares, 1) is (stage == "output")


@pytest.mark.parametrize("network", ["Affine(4) Tanh Affine(2)", "Affine(4) Tanh Dropout(0.5) Affine(3)"])
def test_that_the_gradient_says_how_the_answer_changes_with_what_a_neuron_gives(network):
    frame = frame_of("Circle" if "Affine(2)" in network else "Gauss", network, "SoftmaxCrossEntropy")
    layers = neuron_layers(frame.experiment.network, (2,))
    state = neuron_state(FrameNetwork(), frame, layers, RANGES, 5, stage="gradient")
    weights = Network(frame.experiment.network, (2,), seed=0).parameters["affine2.W"]
    slopes = state.maps["affine1"][:, 2, 3]
    if weights.shape[1] == 2:
        np.testing.assert_allclose(slopes, weights[:, 1] - weights[:, 0], rtol=1e-5)
    else:
        assert min(np.abs(slopes - weights[:, k]).max() for k in range(3)) < 1e-5


def test_that_a_single_yes_or_no_output_shows_how_likely_yes_is():
    frame = frame_of("Circle", "Affine(4) Tanh Affine(1)", "BinaryCrossEntropy")
    state = neuron_state(FrameNetwork(), frame, neuron_layers(frame.experiment.network, (2,)), RANGES, 5)
    assert state.maps["affine2"].shape == (1, 5, 5)
    assert 0 < state.maps["affine2"].min() < state.maps["affine2"].max() < 1


def test_that_losses_are_those_of_training_and_test_data():
    frame = frame_of("Sine", "Affine(4) Tanh Affine(1)", "MeanSquared")
    state = neuron_state(FrameNetwork(), frame, neuron_layers(frame.experiment.network, (1,)), ((-1.0, 1.0),), 9)
    assert state.maps["affine1"].shape == (4, 1, 9)
    expected = np.mean((Network(frame.experiment.network, (1,), seed=0).forward(frame.data.train.x) - frame.data.train.t) ** 2)
    assert state.train[0] == pytest.approx(float(expected), rel=1e-4)
    assert np.isnan(state.train[1])
