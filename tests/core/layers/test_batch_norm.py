from __future__ import annotations

import numpy as np
import pytest

from core.layers.batch_norm import BatchNorm
from core.network import Network
from core.spec import NetworkSpec
from tests.core.layers.cases import layer, uniform


def network(shape: tuple[int, ...], dtype: type = np.float64, **settings: float) -> Network:
    return Network(NetworkSpec((layer("BatchNorm", **settings),)), shape, seed=0, dtype=dtype)


@pytest.mark.parametrize(("shape", "axes"), [((4,), 0), ((3, 5, 6), (0, 2, 3))])
def test_that_every_feature_gets_mean_0_and_spread_1(shape: tuple[int, ...], axes: tuple[int, ...]) -> None:
    x = uniform((50, *shape), 0) * 7 + 100
    y = network(shape).forward(x, training=True)
    np.testing.assert_allclose(y.mean(axis=axes), 0, atol=1e-12)
    np.testing.assert_allclose(y.std(axis=axes), 1, rtol=1e-5)


@pytest.mark.parametrize(("shape", "axes"), [((4,), 0), ((3, 5, 6), (0, 2, 3))])
def test_that_running_statistics_follow_the_batches_and_serve_evaluation(shape: tuple[int, ...], axes: tuple[int, ...]) -> None:
    net = network(shape, momentum=0.75, eps=1e-3)
    mean, var = np.zeros(shape[0]), np.ones(shape[0])
    for seed in range(3):
        x = uniform((8, *shape), seed) + seed
        net.forward(x, training=True)
        mean = 0.75 * mean + 0.25 * x.mean(axis=axes)
        var = 0.75 * var + 0.25 * x.var(axis=axes)
    buffers = net.visits[0].layer.buffers
    np.testing.assert_allclose(buffers["running_mean"], mean, rtol=1e-12)
    np.testing.assert_allclose(buffers["running_var"], var, rtol=1e-12)
    x = uniform((1, *shape), 9)
    expand = (slice(None), *(np.newaxis,) * (len(shape) - 1))
    np.testing.assert_allclose(net.forward(x), (x - mean[expand]) / np.sqrt(var[expand] + 1e-3), rtol=1e-10)


@pytest.mark.parametrize("value", [0.0, 0.1, 1e3 / 3, -1e7 / 3, 1e15])
def test_that_a_constant_feature_becomes_beta(value: float) -> None:
    net = network((2,), np.float32)
    x = np.full((97, 2), value, np.float32)
    x[:, 1] = np.linspace(-1, 1, 97)
    y = net.forward(x, training=True)
    dx = net.backward(np.linspace(0, 1, x.size, dtype=np.float32).reshape(x.shape))
    assert np.abs(y[:, 0]).max() < 1e-3
    assert np.isfinite(dx).all()
    assert np.isfinite(net.grad).all()


def test_that_a_single_sample_is_survived() -> None:
    net = network((3,), np.float32)
    y = net.forward(np.float32([[1, 2, 3]]), training=True)
    assert (y == 0).all()
    assert (net.backward(np.ones((1, 3), np.float32)) == 0).all()


def test_that_scale_and_shift_are_those_of_the_class() -> None:
    made = BatchNorm()
    assert made.parameter_shapes((8, 3, 3)) == {"gamma": (8,), "beta": (8,)}
    assert (made.momentum, made.eps) == (0.9, 1e-5)
