"""What makes a unit 0: for every kind of layer, inside containers too."""

import numpy as np
import pytest

from core.network import Network
from core.probes.layer_outputs import layer_outputs
from core.probes.silencing import silencing_parts
from core.text import parse_network

SHAPE = (2, 8, 8)
NETWORKS = {
    "Conv(4, 3) BatchNorm ReLU MaxPool(2) LRN Flatten Affine(6) Tanh Affine(3)": (
        "conv1", "batchnorm1", "relu1", "maxpool1", "lrn1", "affine1", "tanh1", "affine2",
    ),
    "LocallyConnected(4, 3) ELU AveragePool(2) GlobalAveragePool Affine(3)": (
        "locallyconnected1", "elu1", "averagepool1", "globalaveragepool1",
    ),
    "Conv(4, 1, bias=False) Residual(Conv(4, 3, pad=1) ReLU Conv(4, 3, pad=1) BatchNorm) ReLU": ("conv2", "relu1", "batchnorm1"),
    "Residual(Conv(4, 3, stride=2, pad=1) BatchNorm, shortcut='projection', normalise=True) ReLU": ("residual1", "relu1"),
    "Residual(Conv(4, 3, pad=1), shortcut='projection') Swish": ("residual1", "swish1"),
    "Parallel([Conv(3, 1)], [Conv(2, 3, pad=1) ReLU]) MaxPool(2)": ("parallel1", "maxpool1"),
    "Parallel([Conv(3, 1)] [Conv(3, 3, pad=1)], merge='add') Sequential(ReLU) ReLU": ("parallel1",),
}  # fmt: skip


@pytest.mark.parametrize(("text", "layer"), [(text, layer) for text, layers in NETWORKS.items() for layer in layers])
def test_that_a_unit_without_its_parts_is_zero_and_the_others_are_as_they_were(text: str, layer: str) -> None:
    network = Network(parse_network(text), SHAPE, seed=1)
    rng = np.random.default_rng(0)
    network.theta[...] = rng.uniform(0.1, 1, network.theta.shape) * rng.choice([-1, 1, 1], network.theta.shape)
    x = rng.normal(size=(6, *SHAPE)).astype(np.float32)
    before = next(out.y.copy() for out in layer_outputs(network, x) if out.id == layer)
    for unit in (0, before.shape[1] - 1):
        theta = network.theta.copy()
        parts = silencing_parts(parse_network(text), SHAPE, layer, unit)
        assert parts
        for part in parts:
            array = network.parameters[part.name]
            for place in part.places(array):
                array[place] = 0
            assert not part.places(array)
        after = next(out.y for out in layer_outputs(network, x) if out.id == layer)
        assert before[:, unit].any()
        assert not after[:, unit].any()
        if layer != "lrn1":  # which divides by what its neighbours are
            others = np.delete(np.arange(before.shape[1]), unit)
            np.testing.assert_allclose(after[:, others], before[:, others], rtol=1e-5, atol=1e-6)
        network.theta[...] = theta


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        ("Conv(4, 3) Sigmoid", "sigmoid1"),
        ("ReLU Flatten Affine(3)", "relu1"),
        ("Flatten Affine(4) Softmax", "softmax1"),
        ("Conv(4, 3) Flatten Affine(3)", "flatten1"),
        ("Conv(2, 1) Residual(Conv(2, 3, pad=1))", "residual1"),
        ("Conv(2, 1) Residual(ReLU Conv(2, 1))", "relu1"),
        ("Parallel([ReLU] [Conv(2, 1)], merge='add')", "parallel1"),
    ],
)
def test_that_nothing_is_named_where_nothing_would_silence_that_unit_alone(text: str, layer: str) -> None:
    assert silencing_parts(parse_network(text), SHAPE, layer, 0) == ()


def test_that_channels_behind_a_padded_shortcut_are_the_bodys_alone() -> None:
    network = parse_network("Residual(Conv(4, 3, pad=1), shortcut='pad')")
    assert silencing_parts(network, SHAPE, "residual1", 1) == ()
    assert {part.name for part in silencing_parts(network, SHAPE, "residual1", 3)} == {"conv1.W", "conv1.b"}
