"""Parameters and multiply-adds of networks whose numbers are published."""

from __future__ import annotations

import pytest

from core.fields import Value
from core.layers.base import Cost
from core.network import Network, build_chain
from core.spec import Branch, LayerSpec, NetworkSpec
from tests.core.layers.cases import layer


def conv(filters: int, kernel: int, **settings: Value) -> LayerSpec:
    return layer("Conv", filters=filters, kernel=kernel, **settings)


def affine(units: int) -> LayerSpec:
    return layer("Affine", units=units)


def cost(branch: Branch, shape: tuple[int, ...]) -> Cost:
    return build_chain(NetworkSpec(branch).layers).cost(shape)


relu, flatten, tanh = layer("ReLU"), layer("Flatten"), layer("ScaledTanh")
pool = layer("MaxPool")

SIMPLE = (conv(30, 5), relu, pool, flatten, affine(100), relu, affine(10))
DEEP = (
    *(conv(16, 3, pad=1), relu, conv(16, 3, pad=1), relu, pool),
    *(conv(32, 3, pad=1), relu, conv(32, 3, pad=2), relu, pool),
    *(conv(64, 3, pad=1), relu, conv(64, 3, pad=1), relu, pool),
    *(flatten, affine(50), relu, layer("Dropout"), affine(10), layer("Dropout")),
)
average = layer("AveragePool")
LENET5 = (conv(6, 5), tanh, average, conv(16, 5), tanh, average, conv(120, 5), tanh, flatten, affine(84), tanh, affine(10))


def local(filters: int, kernel: int, pad: int) -> LayerSpec:
    return layer("LocallyConnected", filters=filters, kernel=kernel, stride=2, pad=pad)


def shared(filters: int, kernel: int, pad: int) -> LayerSpec:
    return conv(filters, kernel, stride=2, pad=pad, unit_bias=True)


NETS_OF_1989 = {
    2570: (flatten, affine(10)),
    3214: (flatten, affine(12), tanh, affine(10)),
    1226: (local(1, 3, 1), tanh, local(1, 5, 2), tanh, flatten, affine(10)),
    1132: (shared(2, 3, 1), tanh, local(1, 5, 2), tanh, flatten, affine(10)),
    1060: (shared(2, 3, 1), tanh, shared(4, 5, 2), tanh, flatten, affine(10)),
}


def resnet20(shortcut: str, normalise: bool) -> Branch:
    layers: list[LayerSpec] = [conv(16, 3, pad=1, bias=False), layer("BatchNorm"), relu]
    for channels in (16, 32, 64):
        for n in range(3):
            stride = 2 if n == 0 and channels > 16 else 1
            body = (
                *(conv(channels, 3, stride=stride, pad=1, bias=False), layer("BatchNorm"), relu),
                *(conv(channels, 3, pad=1, bias=False), layer("BatchNorm")),
            )
            about = {"shortcut": shortcut, "normalise": normalise} if stride == 2 else {}
            layers += [layer("Residual", body, **about), relu]
    return (*layers, layer("GlobalAveragePool"), affine(10))


INCEPTION_3A = (
    layer(
        "Parallel",
        (conv(64, 1), relu),
        (conv(96, 1), relu, conv(128, 3, pad=1), relu),
        (conv(16, 1), relu, conv(32, 5, pad=2), relu),
        (layer("MaxPool", size=3, stride=1, pad=1), conv(32, 1), relu),
    ),
)


@pytest.mark.parametrize(
    ("branch", "shape", "parameters", "macs"),
    [
        (SIMPLE, (1, 28, 28), 433_890, 865_000),
        (DEEP, (1, 28, 28), 123_552, 8_772_340),
        (LENET5, (1, 32, 32), 61_706, 416_520),
        (resnet20("pad", False), (3, 32, 32), 269_722, 40_551_040),
        (resnet20("projection", True), (3, 32, 32), 272_474, 40_551_040 + 2 * 131_072),
        (INCEPTION_3A, (192, 28, 28), 163_696, 128_049_152),
    ],
    ids=["SimpleConvNet", "DeepConvNet", "LeNet-5", "ResNet-20 A", "ResNet-20 B", "inception 3a"],
)
def test_that_parameters_and_macs_are_the_published_ones(
    branch: Branch, shape: tuple[int, ...], parameters: int, macs: int
) -> None:
    counted = cost(branch, shape)
    assert (counted.parameters, counted.macs) == (parameters, macs)


@pytest.mark.parametrize("parameters", NETS_OF_1989)
def test_that_the_five_networks_of_1989_have_their_free_parameters(parameters: int) -> None:
    assert cost(NETS_OF_1989[parameters], (1, 16, 16)).parameters == parameters


def test_that_a_built_network_has_the_arrays_that_were_counted() -> None:
    network = Network(NetworkSpec(resnet20("projection", True)), (3, 32, 32), seed=0)
    assert network.theta.size == 272_474
    assert network.buffers.size == 2 * (7 * 16 + 6 * 32 + 6 * 64 + 32 + 64)
    assert network.output_shape == (10,)
