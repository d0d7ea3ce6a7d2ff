from __future__ import annotations

import numpy as np
import pytest

from core.network import Network
from core.spec import Branch, NetworkSpec
from tests.core.layers.cases import layer, uniform

affine, relu = layer("Affine", units=4), layer("ReLU")


@pytest.mark.parametrize(
    "layers",
    [
        (affine, relu, affine),
        (layer("Flatten"), layer("Tanh"), affine, layer("Sequential", (relu, affine))),
        (layer("Sequential", (layer("Flatten"), layer("Sequential", (relu, affine)))), relu),
        (layer("Flatten"), layer("Residual", (layer("Parallel", (), (affine,)), layer("Affine", units=6))), relu),
        (layer("Flatten"), layer("Tanh")),
    ],
    ids=str,
)
def test_that_training_gets_all_gradients_without_that_of_the_input(layers: Branch) -> None:
    network = Network(NetworkSpec(layers), (6,), seed=0, dtype=np.float64)
    y = network.forward(uniform((3, 6), 0), training=True)
    network.backward(uniform(y.shape, 1))
    expected = network.grad.copy()
    network.grad[...] = np.nan
    network.backward_params(uniform(y.shape, 1))
    assert network.grad.tobytes() == expected.tobytes()


def test_that_the_first_layer_is_spared_and_those_before_it_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    network = Network(NetworkSpec((layer("Tanh"), affine, relu)), (6,), seed=0)
    y = network.forward(np.ones((2, 6), np.float32), training=True)
    tanh, first = network.visits[0].layer, network.visits[1].layer
    monkeypatch.setattr(tanh, "backward", lambda dout: pytest.fail("nothing to learn there"))
    monkeypatch.setattr(first, "backward", lambda dout: pytest.fail("nobody needs the gradient by the input"))
    network.backward_params(y)
    assert np.abs(network.grad).sum() > 0


def test_that_repeated_blocks_have_weights_of_their_own() -> None:
    network = Network(NetworkSpec((layer("Sequential", (affine, layer("Tanh")), repeat=3),)), (4,), seed=0)
    assert [slot.name for slot in network.layout] == [
        "affine1.W",
        "affine1.b",
        "affine1#2.W",
        "affine1#2.b",
        "affine1#3.W",
        "affine1#3.b",
    ]
    assert (network.parameters["affine1.W"] != network.parameters["affine1#2.W"]).any()


def test_that_an_empty_body_doubles_its_input() -> None:
    network = Network(NetworkSpec((layer("Residual", ()),)), (3,), seed=0)
    x = np.float32([[1, -2, 3]])
    np.testing.assert_array_equal(network.forward(x), 2 * x)


def test_that_a_padded_shortcut_takes_every_second_pixel_and_adds_empty_channels() -> None:
    body = layer("Conv", filters=3, kernel=1, stride=2)
    network = Network(NetworkSpec((layer("Residual", (body,), shortcut="pad"),)), (2, 5, 5), seed=0)
    network.theta[...] = 0
    x = uniform((2, 2, 5, 5), 0).astype(np.float32)
    y = network.forward(x)
    np.testing.assert_array_equal(y[:, :2], x[:, :, ::2, ::2])
    assert (y[:, 2] == 0).all()
