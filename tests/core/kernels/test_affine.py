from __future__ import annotations

import numpy as np
import pytest

from core.kernels.affine import JoinedBias
from core.network import Network
from core.text import parse_network
from tests.core.layers.cases import uniform


def test_that_one_matrix_holds_weights_and_bias_as_they_change() -> None:
    flat = np.arange(8.0)
    arrays = {"W": flat[:6].reshape(3, 2), "b": flat[6:]}
    both = JoinedBias().matrix(arrays)
    assert both is not None
    flat[:] = 7
    np.testing.assert_array_equal(both, np.full((4, 2), 7))


def test_that_arrays_that_lie_elsewhere_are_not_joined() -> None:
    flat = np.arange(9.0)
    assert JoinedBias().matrix({"W": flat[:6].reshape(3, 2), "b": flat[7:]}) is None
    assert JoinedBias().matrix({"W": np.ones((3, 2)), "b": np.ones(2)}) is None
    assert JoinedBias().matrix({"W": np.ones((3, 2))}) is None


@pytest.mark.parametrize("text", ["Affine(4) ReLU Affine(3)", "Affine(4, bias=False) ReLU Affine(3)"])
def test_that_small_and_large_batches_are_computed_alike(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    results = []
    for small in (10**6, 0):
        monkeypatch.setattr("core.layers.affine.SMALL", small)
        network = Network(parse_network(text), (5,), seed=0, dtype=np.float64)
        network.theta[...] = uniform(network.theta.shape, 1)
        y = network.forward(uniform((7, 5), 2), training=True)
        network.forward(uniform((7, 5), 9))  # another look in between leaves no trace
        results.append((y, network.backward(uniform((7, 3), 3)), network.grad))
    for ours, expected in zip(*results, strict=True):
        np.testing.assert_allclose(ours, expected, rtol=1e-12, atol=1e-12)
