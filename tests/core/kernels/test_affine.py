from __future__ import annotations

import numpy as np
import pytest

from core.kernels.affine import JoinedBias
from core.network import Network
from core.text import parse_network
from tests.core.layers.cases import uniform


def joined(flat: np.ndarray, bias: slice = slice(6, 8)) -> dict[str, np.ndarray]:
    """W of three inputs and two units, and b, in one vector."""
    return {"W": flat[:6].reshape(3, 2), "b": flat[bias]}


def test_that_one_product_follows_weights_and_bias_as_they_change() -> None:
    flat, x = np.arange(8.0), uniform((4, 3), 1)
    affine, params, grads = JoinedBias(), joined(flat), joined(np.zeros(8))
    np.testing.assert_allclose(affine.product(x, params, grads), x @ params["W"] + params["b"])
    flat[:] = 7
    np.testing.assert_allclose(affine.product(x, params, grads), 7 * x.sum(axis=1, keepdims=True) + [7, 7])


def test_that_one_product_gives_the_gradients_of_weights_and_bias() -> None:
    x, dout, grads = uniform((4, 3), 1), uniform((4, 2), 2), joined(np.zeros(8))
    affine = JoinedBias()
    affine.product(x, joined(np.arange(8.0)), grads)
    affine.gradients(dout)
    np.testing.assert_allclose(grads["W"], x.T @ dout)
    np.testing.assert_allclose(grads["b"], dout.sum(axis=0))


def test_that_arrays_that_lie_elsewhere_are_not_joined() -> None:
    x, flat, together = uniform((4, 3), 1), np.arange(9.0), joined(np.zeros(8))
    apart = joined(flat, slice(7, 9))
    assert JoinedBias().product(x, apart, together) is None
    assert JoinedBias().product(x, together, apart) is None
    assert JoinedBias().product(x, {"W": np.ones((3, 2)), "b": np.ones(2)}, together) is None
    assert JoinedBias().product(x, {"W": np.ones((3, 2))}, {"W": np.ones((3, 2))}) is None


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
