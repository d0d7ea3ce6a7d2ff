import numpy as np
import pytest

from core.kernels.window import Window
from core.network import Network
from core.probes.convolution_view import convolution_view, resized
from core.text import parse_network

SPEC = "Conv(4, 3, pad=1) ReLU Residual(Conv(4, 3, pad=1, groups=2)) Tanh Flatten Affine(2)"
FRAME = None  # the view only hands it on


def view(layer: str, unit: int = 0, spec: str = SPEC):
    network = Network(parse_network(spec), (1, 6, 7), seed=0)
    network.theta[...] = np.random.default_rng(0).normal(size=network.theta.shape)
    x = np.random.default_rng(1).normal(size=(1, 1, 6, 7)).astype(np.float32)
    return network, x, convolution_view(network, FRAME, x, layer, unit)


def test_that_the_map_is_the_networks() -> None:
    network, x, found = view("conv1", 2)
    y = next(network.outputs(x))[1]
    np.testing.assert_allclose(found.map, y[0, 2], rtol=1e-5, atol=1e-6)
    assert found.is_input
    assert found.activated(-1.5) == 0
    assert found.activated(1.5) == 1.5


def test_that_the_matrix_times_the_filter_is_the_map() -> None:
    _, _, found = view("conv2", 3)
    assert not found.is_input
    assert found.image.shape == (2, 6, 7)
    product = found.unfolding.col @ found.w.reshape(-1) + found.bias
    np.testing.assert_allclose(product.reshape(found.map.shape), found.map, rtol=1e-4, atol=1e-5)
    assert found.activation is None


def test_that_another_window_keeps_the_middle_of_the_filter() -> None:
    _, _, found = view("conv1")
    other = found.with_window(Window(1, 2))
    assert other.changed
    assert other.map.shape == (3, 4)
    np.testing.assert_allclose(other.map, found.image[0, ::2, ::2] * found.w[0, 1, 1] + found.bias, rtol=1e-5)
    larger = found.with_window(Window(5, 1, 2))
    np.testing.assert_allclose(larger.map, found.map, rtol=1e-4, atol=1e-5)
    assert found.with_window(found.window) is found
    assert not found.with_window(Window(9)).fits


@pytest.mark.parametrize("kernel", range(1, 7))
def test_that_a_resized_filter_has_its_side(kernel: int) -> None:
    w = np.arange(18.0).reshape(2, 3, 3)
    assert resized(w, kernel).shape == (2, kernel, kernel)
    if kernel > 3:
        assert resized(w, kernel).sum() == w.sum()


def test_that_an_unknown_layer_means_the_first_and_none_means_none() -> None:
    assert view("nowhere")[2].layer_id == "conv1"
    assert view("", spec="Flatten Affine(2)")[2] is None
