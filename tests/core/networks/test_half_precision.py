"""Prediction in half precision, for the lesson of section 8.3.4: coarse numbers, the same answers."""

from __future__ import annotations

import numpy as np
import pytest

from core.kernels.engine import CHOICES, EngineChoice
from core.network import Network
from core.text import parse_network
from tests.core.layers.cases import uniform

TEXT = (
    "Conv(32, 3, pad=1) ReLU Conv(32, 3, pad=1) BatchNorm ReLU MaxPool(2) Conv(8, 5) Sigmoid AveragePool(2) Flatten "
    "Affine(20) Tanh Dropout(0.5) Affine(5) Softmax"
)


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.name)
def test_that_half_precision_predicts_as_single_does(choice: EngineChoice) -> None:
    spec, shape = parse_network(TEXT), (3, 12, 12)
    single, half = Network(spec, shape, seed=1), Network(spec, shape, seed=1, dtype=np.float16, engine=choice)
    half.theta[...] = single.theta
    x = uniform((12, *shape), 2).astype(np.float32)
    expected, y = single.forward(x), half.forward(x.astype(np.float16))
    assert y.dtype == np.float16
    np.testing.assert_allclose(y, expected, atol=0.01)
    clear = np.sort(expected, axis=1)
    sure = clear[:, -1] - clear[:, -2] > 0.02
    np.testing.assert_array_equal(y.argmax(axis=1)[sure], expected.argmax(axis=1)[sure])
