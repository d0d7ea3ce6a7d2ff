from __future__ import annotations

import pytest

from core.network import Network, build_chain
from core.text import network_text, parse_network
from core.zoo import fitting, zoo
from core.zoo.cifar_resnet import cifar_resnet

PUBLISHED = {
    "perceptron": 6,
    "playground": 28,
    "two_layer_net": 39_760,
    "simple_conv_net": 433_890,
    "deep_conv_net": 123_552,
    "lenet5": 61_706,
    "lenet_1989": 1_060,
    "hourglass": 110_122,
    "resnet8": 75_290,
    "resnet20": 269_722,
}
MACS = {"simple_conv_net": 865_000, "deep_conv_net": 8_772_340, "lenet5": 416_520, "resnet20": 40_551_040}

NETWORKS = {network.name: network for network in zoo()}


@pytest.mark.parametrize(("name", "parameters"), PUBLISHED.items())
def test_that_a_network_has_the_published_number_of_parameters(name, parameters):
    network = NETWORKS[name]
    assert build_chain(network.spec.layers).cost(network.card.input_shape).parameters == parameters


@pytest.mark.parametrize(("name", "macs"), MACS.items())
def test_that_a_network_has_the_published_number_of_multiply_adds(name, macs):
    network = NETWORKS[name]
    assert build_chain(network.spec.layers).cost(network.card.input_shape).macs == macs


@pytest.mark.parametrize(("blocks", "parameters"), [(3, 269_722), (9, 853_018)])
def test_that_the_residual_networks_have_the_published_number_of_parameters(blocks, parameters):
    assert build_chain(cifar_resnet(blocks).layers).cost((3, 32, 32)).parameters == parameters


@pytest.mark.parametrize("network", NETWORKS.values(), ids=NETWORKS)
def test_that_a_network_gives_what_its_card_says(network):
    assert network.spec.name == network.card.title
    assert Network(network.spec, network.card.input_shape, seed=0).output_shape == (network.card.outputs,)


@pytest.mark.parametrize("network", NETWORKS.values(), ids=NETWORKS)
def test_that_a_network_survives_its_text_form(network):
    assert parse_network(network_text(network.spec)).layers == network.spec.layers


def test_that_networks_of_the_same_shape_are_offered_before_those_of_the_same_kind():
    assert {n.name for n in fitting((1, 28, 28))} == {
        "two_layer_net",
        "hourglass",
        "simple_conv_net",
        "deep_conv_net",
        "lenet5",
    }
    assert {n.name for n in fitting((2,))} == {"perceptron", "playground"}
    assert "small_cnn" in {n.name for n in fitting((3, 64, 64))}
    assert {n.name for n in fitting((1,))} == {"perceptron", "playground"}
