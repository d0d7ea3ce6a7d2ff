import numpy as np
import pytest

from core.layers.affine import Affine
from core.network import Network
from core.probes.dot_product import channel_parts, dot_product, has_windows, pooled_window
from core.probes.layer_outputs import layer_outputs
from core.text import parse_network
from tests.core.layers.cases import CASES, Case

FILTERS = [case for case in CASES if case.spec.kind in {"Conv", "LocallyConnected"}]
POOLS = [case for case in CASES if case.spec.kind in {"MaxPool", "AveragePool"}]


def places(shape):
    return np.ndindex(*shape)


@pytest.mark.parametrize("case", FILTERS, ids=str)
def test_that_the_products_that_are_shown_add_up_to_the_value_of_the_map(case: Case) -> None:
    network = case.network()
    y = network.forward(case.x)[0]
    layer = network.chain.children[0].layer
    assert has_windows(layer)
    for unit in places(y.shape):
        written = dot_product(layer, case.x[0], unit)
        assert written.output == pytest.approx(y[unit], abs=1e-6)
        assert written.channel_sums.sum() + written.bias == pytest.approx(y[unit], abs=1e-6)


@pytest.mark.parametrize("case", [c for c in FILTERS if c.spec.kind == "Conv" and "unit_bias" not in str(c)], ids=str)
def test_that_what_the_channels_add_and_the_bias_are_the_map(case: Case) -> None:
    network = case.network()
    layer = network.chain.children[0].layer
    for f, map_of_f in enumerate(network.forward(case.x)[0]):
        b = layer.params["b"][f] if "b" in layer.params else 0
        np.testing.assert_allclose(channel_parts(layer, case.x[0], f).sum(axis=0) + b, map_of_f, atol=1e-9)


@pytest.mark.parametrize("case", POOLS, ids=str)
def test_that_a_pooled_value_is_found_where_its_gradient_goes(case: Case) -> None:
    network = case.network()
    y = network.forward(case.x, training=True)
    layer = network.chain.children[0].layer
    for unit in places(y.shape[1:]):
        pooled = pooled_window(layer, case.x[0], unit)
        assert pooled.output == pytest.approx(y[(0, *unit)])
        if pooled.winner is not None:
            dout = np.zeros_like(y)
            dout[(0, *unit)] = 1
            row, column = (u * layer.window.stride + w - layer.pad for u, w in zip(unit[1:], pooled.winner, strict=True))
            assert network.backward(dout)[0, unit[0], row, column] == 1


def test_that_a_layer_without_filters_has_no_dot_product() -> None:
    assert not has_windows(Affine(3))
    with pytest.raises(TypeError, match="Affine"):
        dot_product(Affine(3), np.zeros((1, 2, 2)), (0, 0, 0))
    with pytest.raises(TypeError, match="Affine"):
        channel_parts(Affine(3), np.zeros((1, 2, 2)), 0)


def test_that_layers_inside_containers_are_seen_before_them() -> None:
    spec = parse_network("Conv(2, 3, pad=1) Residual(Conv(2, 3, pad=1) ReLU) Parallel([Conv(1, 1)] [ReLU]) Flatten Affine(2)")
    network = Network(spec, (1, 4, 4), seed=0)
    x = np.random.default_rng(0).normal(size=(2, 1, 4, 4)).astype(np.float32)
    outputs = {out.id: out for out in layer_outputs(network, x)}
    assert list(outputs) == ["conv1", "conv2", "relu1", "residual1", "conv3", "relu2", "parallel1", "flatten1", "affine1"]
    assert outputs["conv2"].container == "residual1"
    np.testing.assert_allclose(outputs["residual1"].y, outputs["conv1"].y + outputs["relu1"].y)
    np.testing.assert_array_equal(outputs["affine1"].y, network.forward(x))
    assert [out.id for out in layer_outputs(network, x, opened=())] == ["conv1", "residual1", "parallel1", "flatten1", "affine1"]
