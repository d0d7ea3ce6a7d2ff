"""The receptive field by its formula is the one that a built network shows."""

from __future__ import annotations

import numpy as np
import pytest

from core.network import Network
from core.probes.receptive_field import box_of_field, receptive_field
from core.shapes.sight import WHOLE, sights
from core.text import parse_network

SIDE = 33


@pytest.mark.parametrize(
    "text",
    [
        "Conv(2, 3) ReLU Conv(2, 5, stride=2) MaxPool(2) Conv(2, 3)",
        "Conv(2, 3, pad=1, dilation=2) Residual(Conv(2, 3, pad=1) ReLU Conv(2, 3, pad=1)) MaxPool(3, stride=2, pad=1)",
        "Parallel([Conv(2, 1)] [Conv(2, 1) Conv(2, 5, pad=2)] [MaxPool(3, stride=1, pad=1)]) BatchNorm Conv(2, 3)",
        "Sequential(Conv(2, 3, pad=1) ReLU, repeat=3) AveragePool(2) LocallyConnected(2, 3)",
    ],
)
def test_that_a_value_in_the_middle_sees_as_much_as_said(text: str) -> None:
    spec = parse_network(text)
    network = Network(spec, (2, SIDE, SIDE), seed=0)
    said = sights(spec, (2, SIDE, SIDE))
    shape: tuple[int, ...] = (2, SIDE, SIDE)
    for layer, child in zip(spec.layers, network.chain.children, strict=True):
        shape = child.layer.output_shape(shape)
        middle = shape[1] // 2, shape[2] // 2
        seen = [receptive_field(network, layer.id, (channel, *middle)) for channel in range(shape[0])]
        box = box_of_field(np.logical_or.reduce(seen))  # of a Parallel each channel belongs to one branch
        assert box is not None
        assert box[2] - box[0] == said[layer.id].size


def test_that_a_fully_connected_layer_sees_everything_and_points_have_no_field() -> None:
    spec = parse_network("Conv(2, 3) Flatten Affine(4) ReLU")
    said = sights(spec, (1, 8, 8))
    assert said["flatten1"].size == 3
    assert said["affine1"] == said["relu1"] == WHOLE
    assert sights(parse_network("Affine(4)"), (2,)) == {}
