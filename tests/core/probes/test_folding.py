import numpy as np
import pytest

from core.kernels.window import Window
from core.network import Network
from core.probes.convolution_view import convolution_view
from core.probes.folding import ROWS, Folding
from core.probes.pooling_view import pooling_view
from core.probes.unfolding import visit_counts
from core.text import parse_network


def view(text: str = "Conv(3, 3, pad=1)", window: Window | None = None):
    network = Network(parse_network(text), (2, 6, 7), seed=0)
    x = np.random.default_rng(1).normal(size=(1, 2, 6, 7)).astype(np.float32)
    found = convolution_view(network, None, x, "conv1", 1)
    return found if window is None else found.with_window(window)


def test_that_windows_folded_back_are_the_image_times_the_visits() -> None:
    found = view()
    folding = Folding(found, 1, "windows")
    np.testing.assert_allclose(folding.total, found.unfolding.padded[0, 1] * folding.visits, rtol=1e-5, atol=1e-5)
    np.testing.assert_array_equal(folding.visits[1:-1, 1:-1], visit_counts(6, 7, found.window))
    np.testing.assert_array_equal(Folding(found, 0, "ones").total, folding.visits)


def test_that_the_filter_in_every_row_is_the_gradient_of_the_sum_of_the_map() -> None:
    network = Network(parse_network("Conv(1, 3, pad=1)"), (2, 6, 7), seed=0, dtype=np.float64)
    x = np.random.default_rng(1).normal(size=(1, 2, 6, 7))
    found = convolution_view(network, None, x, "conv1", 0)
    dx = network.backward(np.ones_like(network.forward(x, training=True)))
    for channel in range(2):
        np.testing.assert_allclose(Folding(found, channel, "gradient").total[1:-1, 1:-1], dx[0, channel], atol=1e-9)


@pytest.mark.parametrize("kind", ROWS)
@pytest.mark.parametrize("window", [Window(3), Window(3, 2, 1), Window(2, 1, 1, 2)])
def test_that_the_shares_of_a_pixel_add_up(kind, window: Window) -> None:
    folding = Folding(view(window=window), 0, kind)
    for (y, x), value in np.ndenumerate(folding.total):
        shares = folding.shares(y, x)
        assert len(shares) == folding.visits[y, x]
        assert sum(share for _, share in shares) == pytest.approx(value, abs=1e-5)


def test_that_rows_are_added_one_after_another() -> None:
    folding = Folding(view(), 0, "windows")
    step = folding.so_far(9) - folding.so_far(8)
    np.testing.assert_allclose(step.sum(), folding.rows[9].sum(), rtol=1e-5)
    assert not folding.so_far(0)[4:].any()


@pytest.mark.parametrize("text", ["MaxPool(2)", "MaxPool(3, stride=2, pad=1)", "AveragePool(2)", "AveragePool(3, stride=1)"])
def test_that_pooling_is_the_networks_and_so_is_its_gradient(text: str) -> None:
    network = Network(parse_network(f"Conv(2, 1) {text}"), (2, 6, 7), seed=0)
    x = np.random.default_rng(1).normal(size=(1, 2, 6, 7)).astype(np.float32)
    found = pooling_view(network, None, x, "conv1", 1)
    layer = network.chain.children[1].layer
    y = network.forward(x, training=True)
    np.testing.assert_array_equal(found.map, y[0, 1])
    np.testing.assert_allclose(found.routed, layer.backward(np.ones_like(y))[0, 1], rtol=1e-6)
    winner = found.winner((1, 1))
    if text.startswith("Max"):
        assert found.image[winner] == found.map[1, 1]
    else:
        assert winner is None


def test_that_the_pooling_behind_the_chosen_layer_is_taken() -> None:
    network = Network(parse_network("Conv(2, 3) MaxPool(2) Conv(2, 1) AveragePool(2) Flatten Affine(2)"), (1, 8, 8), seed=0)
    x = np.zeros((1, 1, 8, 8), np.float32)
    for layer, pool in (("", "maxpool1"), ("conv2", "averagepool1"), ("maxpool1", "maxpool1"), ("affine1", "maxpool1")):
        assert pooling_view(network, None, x, layer, 5).layer_id == pool
    assert pooling_view(Network(parse_network("Conv(2, 3)"), (1, 8, 8), seed=0), None, x, "", 0) is None
