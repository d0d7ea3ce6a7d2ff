from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SettingError
from core.layers.dropout import Dropout
from core.network import Network
from core.spec import NetworkSpec
from tests.core.layers.cases import layer


def dropout(ratio: float, seed: int = 0) -> Dropout:
    made = Dropout(ratio)
    made.reseed(np.random.default_rng(seed))
    return made


@given(st.floats(0, 0.99), st.integers(1, 2000))
def test_that_every_value_is_dropped_or_scaled(ratio: float, count: int) -> None:
    x = np.ones((1, count))
    y = dropout(ratio).forward(x, training=True)
    assert set(np.unique(y)) <= {0, 1 / (1 - ratio)}
    assert ratio or (y == 1).all()


@pytest.mark.parametrize("ratio", [0.1, 0.5, 0.9])
def test_that_the_share_and_the_mean_are_as_asked(ratio: float) -> None:
    y = dropout(ratio).forward(np.ones((100, 8, 10, 10), np.float32), training=True)
    assert np.mean(y == 0) == pytest.approx(ratio, abs=0.01)
    assert y.mean() == pytest.approx(1, abs=0.03)
    assert y.dtype == np.float32


def test_that_the_gradient_takes_the_way_of_the_values() -> None:
    made = dropout(0.5)
    y = made.forward(np.ones((20, 30)), training=True)
    np.testing.assert_array_equal(made.backward(np.ones((20, 30))), y)


def test_that_evaluation_passes_everything() -> None:
    x = np.arange(6.0).reshape(2, 3)
    assert dropout(0.9).forward(x) is x


def test_that_each_step_draws_anew_and_each_layer_for_itself() -> None:
    network = Network(NetworkSpec((layer("Dropout"), layer("Dropout"))), (500,), seed=3)
    x = np.ones((2, 500), np.float32)

    def drawn(step: int) -> np.ndarray:
        network.begin_step(step)
        return network.forward(x, training=True)

    first = drawn(0)
    assert (drawn(1) != first).any()
    np.testing.assert_array_equal(drawn(0), first)
    assert np.mean(first != 0) == pytest.approx(0.25, abs=0.06)  # two independent masks of one half each


def test_that_a_mask_differs_between_channels_pixels_and_samples() -> None:
    y = dropout(0.5).forward(np.ones((6, 5, 4, 3)), training=True)
    for axis in range(4):
        assert (np.diff(y, axis=axis) != 0).any()


@pytest.mark.parametrize("ratio", [-0.1, 1.0])
def test_that_a_ratio_that_leaves_nothing_is_refused(ratio: float) -> None:
    with pytest.raises(SettingError):
        Dropout(ratio)
