"""The receptive field is the set of inputs with a gradient: for every kind of layer, and for networks made of them."""

import numpy as np
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from core.errors import ShapeError, SpecError
from core.network import Network, build_chain
from core.probes.asked_network import asked_network
from core.probes.receptive_field import box_of_field, receptive_field
from core.spec import NetworkSpec
from core.text import parse_network
from tests.core.layers.cases import CASES, Case

SAMPLES, ROUNDS = 60, 40
"""Random samples until every place of a window was the largest once, and every ReLU open once."""


def seen_by_gradients(network: Network, unit: tuple[int, ...], expected: np.ndarray) -> np.ndarray:
    rng, seen = np.random.default_rng(5), np.zeros(network.input_shape, bool)
    for _ in range(ROUNDS):
        y = network.forward(rng.normal(size=(SAMPLES, *network.input_shape)), training=True)
        dout = np.zeros_like(y)
        dout[(slice(None), *unit)] = 1
        seen |= (network.backward(dout) != 0).any(axis=0)
        if (seen >= expected).all():
            break
    return seen


def compare(spec: NetworkSpec, shape: tuple[int, ...]) -> None:
    network = asked_network(spec, shape, seed=1, dtype=np.float64)
    rng = np.random.default_rng(3)
    network.theta[...] = rng.uniform(0.2, 1, network.theta.shape) * rng.choice([-1, 1], network.theta.shape)
    last = network.chain.children[-1].id
    out = network.output_shape
    for unit in {tuple(0 for _ in out), tuple(n // 2 for n in out), tuple(n - 1 for n in out)}:
        expected = receptive_field(network, last, unit)
        np.testing.assert_array_equal(expected, seen_by_gradients(network, unit, expected))


@pytest.mark.parametrize("case", [c for c in CASES if c.spec.kind != "Step"], ids=str)
def test_that_every_kind_of_layer_sees_what_has_a_gradient(case: Case) -> None:
    compare(NetworkSpec((case.spec,)), case.shape)


BLOCKS = st.sampled_from(
    [
        "Conv(3, 3, pad=1)",
        "Conv(2, 3, stride=2)",
        "Conv(2, 2, dilation=2)",
        "Conv(4, 1)",
        "BatchNorm",
        "LeakyReLU",
        "AveragePool(2)",
        "MaxPool(2)",
        "AveragePool(3, stride=1, pad=1)",
        "Residual(LeakyReLU)",
        "Residual(Conv(4, 3, stride=2, pad=1), shortcut='projection')",
        "Residual(Conv(6, 3, pad=1) BatchNorm, shortcut='projection', normalise=True)",
        "Parallel([Conv(1, 1)] [Conv(2, 3, pad=1)] [MaxPool(3, stride=1, pad=1)])",
        "Sequential(Conv(2, 3, pad=1) Tanh, repeat=2)",
    ]
)


@settings(max_examples=30, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=4))
def test_that_generated_networks_see_what_has_a_gradient(blocks: list[str]) -> None:
    spec = parse_network(" ".join(blocks))
    try:
        build_chain(spec.layers).shapes((2, 15, 15))
    except ShapeError:
        reject()
    compare(spec, (2, 15, 15))


def test_that_two_convolutions_of_three_see_five() -> None:
    network = asked_network(parse_network("Conv(1, 3) Conv(1, 3)"), (1, 9, 9), seed=0)
    assert box_of_field(receptive_field(network, "conv2", (0, 2, 1))) == (2, 1, 7, 6)
    assert box_of_field(receptive_field(network, "conv1", (0, 2, 1))) == (2, 1, 5, 4)


def test_that_a_layer_inside_a_container_has_a_field_of_its_own() -> None:
    spec = parse_network("Conv(2, 3) Parallel([Conv(1, 1)] [Conv(1, 3, pad=1)])")
    network = asked_network(spec, (1, 9, 9), seed=0)
    assert box_of_field(receptive_field(network, "conv2", (0, 3, 3))) == (3, 3, 6, 6)
    assert box_of_field(receptive_field(network, "conv3", (0, 3, 3))) == (2, 2, 7, 7)


def test_that_pixels_between_the_taps_of_a_dilated_filter_are_not_seen() -> None:
    network = asked_network(parse_network("Conv(1, 3, dilation=2)"), (1, 5, 5), seed=0)
    seen = receptive_field(network, "conv1", (0, 0, 0))[0]
    np.testing.assert_array_equal(np.flatnonzero(seen[0]), [0, 2, 4])
    assert not seen[1].any()


def test_that_a_layer_that_is_not_there_is_named() -> None:
    with pytest.raises(SpecError, match="conv9"):
        receptive_field(asked_network(parse_network("Conv(1, 3)"), (1, 5, 5), seed=0), "conv9", (0, 0, 0))
