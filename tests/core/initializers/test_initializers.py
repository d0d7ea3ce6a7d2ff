"""Initial values are as wide as they promise."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.fields import ComponentSpec
from core.initializers import INITIALIZERS, Initializer, initializer_for
from core.network import Network
from core.text import parse_component, parse_network

FAN_IN, FAN_OUT = 400, 250

STD: dict[str, float] = {
    "Auto": math.sqrt(1 / FAN_IN),
    "Zeros": 0.0,
    "Constant": 0.0,
    "Constant(value=-2)": 0.0,
    "Normal": 0.01,
    "Normal(std=0.5)": 0.5,
    "Uniform": 0.05 / math.sqrt(3),
    "Uniform(limit=2)": 2 / math.sqrt(3),
    "Xavier": math.sqrt(1 / FAN_IN),
    "He": math.sqrt(2 / FAN_IN),
    "LeCun1989": 2.4 / FAN_IN / math.sqrt(3),
}
MEAN: dict[str, float] = {"Constant": 0.05, "Constant(value=-2)": -2.0}


def made(text: str) -> Initializer:
    return INITIALIZERS.build(parse_component(text, INITIALIZERS))


def filled(text: str, dtype: type = np.float64, seed: int = 0) -> np.ndarray:
    w = np.full((FAN_IN, FAN_OUT), np.nan, dtype)
    made(text).fill(w, np.random.default_rng(seed), fan_in=FAN_IN, fan_out=FAN_OUT)
    return w


def test_that_every_kind_of_initial_values_is_in_the_battery() -> None:
    assert {text.split("(")[0] for text in STD} == set(INITIALIZERS.names())


@pytest.mark.parametrize("text", STD)
def test_that_spread_and_mean_are_as_promised(text: str) -> None:
    w = filled(text)
    assert w.std() == pytest.approx(STD[text], rel=0.01, abs=1e-12)
    assert w.mean() == pytest.approx(MEAN.get(text, 0.0), abs=4 * STD[text] / math.sqrt(w.size) + 1e-12)


@pytest.mark.parametrize("text", STD)
def test_that_the_same_seed_gives_the_same_bits_in_the_array_s_own_kind(text: str) -> None:
    small = filled(text, np.float32)
    np.testing.assert_array_equal(small, filled(text, np.float32))
    np.testing.assert_array_equal(small, filled(text).astype(np.float32))
    if STD[text]:
        assert (small != filled(text, np.float32, seed=1)).mean() > 0.99


@pytest.mark.parametrize("text", STD)
def test_that_biases_begin_at_zero_except_in_1989(text: str) -> None:
    b = np.full(1000, np.nan)
    made(text).fill_bias(b, np.random.default_rng(0), fan_in=FAN_IN)
    if text == "LeCun1989":
        assert np.abs(b).max() <= 2.4 / FAN_IN
        assert b.std() == pytest.approx(STD[text], rel=0.1)
    else:
        assert not b.any()


@pytest.mark.parametrize(("text", "limit"), [("Uniform(limit=0.3)", 0.3), ("LeCun1989", 2.4 / FAN_IN)])
def test_that_uniform_values_fill_their_range_evenly(text: str, limit: float) -> None:
    w = filled(text)
    assert 0.999 * limit < np.abs(w).max() <= limit
    counts, _ = np.histogram(w, bins=10, range=(-limit, limit))
    assert counts.min() > 0.9 * w.size / 10


def test_that_auto_takes_what_suits_the_activation_behind() -> None:
    auto = ComponentSpec("Auto")
    assert initializer_for(auto, "He") == ComponentSpec("He")
    assert initializer_for(auto, "") == ComponentSpec("Xavier")
    assert initializer_for(ComponentSpec("Zeros"), "He") == ComponentSpec("Zeros")
    network = Network(parse_network("Affine(300) ReLU Affine(300) Sigmoid Affine(300)"), (300,), seed=0)
    widths = [network.parameters[f"affine{n}.W"].std() * math.sqrt(300) for n in (1, 2, 3)]
    np.testing.assert_allclose(widths, [math.sqrt(2), 1, 1], rtol=0.02)


@pytest.mark.parametrize(
    ("init", "activation", "last"),
    [("Normal(std=0.01)", "Sigmoid", 0.0117), ("Xavier", "Sigmoid", 0.117), ("Xavier", "Tanh", 0.316), ("He", "ReLU", 0.861)],
)
def test_that_the_signal_is_as_wide_after_five_layers_as_in_the_book_s_experiment(
    init: str, activation: str, last: float
) -> None:
    """Section 6.2.2: 1,000 samples of N(0, 1), five layers of 100 units."""
    network = Network(parse_network(f"Sequential(Affine(100, init={init}) {activation}, repeat=5)"), (100,), seed=3)
    x = np.random.default_rng(0).standard_normal((1000, 100)).astype(np.float32)
    assert network.forward(x).std() == pytest.approx(last, rel=0.25)
