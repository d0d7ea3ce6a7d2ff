import numpy as np
import pytest

from core.errors import SpecError
from core.probes.asked_network import asked_network
from core.probes.layer_outputs import layer_outputs
from core.probes.path import backward_along, forward_along, path_to
from core.probes.units import unit_layers
from core.text import parse_network

NESTED = "Conv(4, 3, pad=1) ReLU Parallel([Conv(2, 1)] [Residual(Conv(4, 3, pad=1) Tanh)]) MaxPool(2) Flatten Affine(3)"


def test_that_the_path_to_every_layer_gives_what_the_whole_network_gives_there() -> None:
    network = asked_network(parse_network(NESTED), (2, 6, 6), seed=1, dtype=np.float64)
    x = np.random.default_rng(0).normal(size=(3, 2, 6, 6))
    outputs = {out.id: out.y for out in layer_outputs(network, x)}
    assert "conv3" in outputs
    for layer_id, y in outputs.items():
        np.testing.assert_allclose(forward_along(path_to(network, layer_id), x), y)


def test_that_going_back_along_a_path_gives_the_slope_of_a_unit_inside_a_container() -> None:
    network = asked_network(parse_network(NESTED), (2, 6, 6), seed=1, dtype=np.float64)
    path, h = path_to(network, "conv3"), 1e-6
    x = np.random.default_rng(0).normal(size=(1, 2, 6, 6))
    dout = np.zeros_like(forward_along(path, x))
    dout[0, 1, 2, 2] = 1
    gradient = backward_along(path, dout)
    step = np.zeros_like(x)
    step[0, 1, 2, 3] = h
    slope = (forward_along(path, x + step) - forward_along(path, x - step))[0, 1, 2, 2] / (2 * h)
    assert slope != 0
    assert gradient[0, 1, 2, 3] == pytest.approx(slope, rel=1e-5)


def test_that_a_layer_that_is_not_there_is_named() -> None:
    with pytest.raises(SpecError):
        path_to(asked_network(parse_network(NESTED), (2, 6, 6), seed=1), "conv9")


def test_that_every_layer_that_changes_something_has_units() -> None:
    layers = {layer.id: layer for layer in unit_layers(parse_network(NESTED), (2, 6, 6))}
    assert "flatten1" not in layers
    assert layers["conv3"].shape == (4, 6, 6)
    assert layers["parallel1"].count == 6
    assert layers["affine1"].shape == (3,)
