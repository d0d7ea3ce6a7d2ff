"""Every choice of kernels gives whole networks the numbers of PyTorch, to 1e-12 in double precision."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.kernels.engine import CHOICES, EngineChoice
from tests.core.networks.cases import NETWORKS, NetworkCase
from tests.core.small_kernels import small_portions

GOLDEN = Path(__file__).parents[2] / "golden" / "networks.npz"


@pytest.fixture(autouse=True, params=[False, True], ids=["whole", "chunked"])
def portions(request: pytest.FixtureRequest) -> Iterator[None]:
    """As a user computes, and with every kernel doing what it else does with large images only."""
    if request.param:
        with small_portions():
            yield
    else:
        yield


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.name)
@pytest.mark.parametrize("case", NETWORKS, ids=lambda case: case.name)
def test_that_a_whole_network_gives_the_numbers_of_pytorch(case: NetworkCase, choice: EngineChoice) -> None:
    network = case.network()
    network.use(choice)
    y = network.forward(case.x, training=True)
    dx = network.backward(case.dout)
    with np.load(GOLDEN) as golden:
        for name, ours in (("y", y), ("dx", dx), ("grads", network.grad)):
            expected = golden[f"{case.name}.{name}"]
            np.testing.assert_allclose(ours, expected, rtol=1e-12, atol=1e-12 * np.abs(expected).max())
