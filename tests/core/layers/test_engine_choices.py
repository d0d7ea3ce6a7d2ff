"""The battery's cases once more under every choice of kernels: chunked, Winograd, one thread and two."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from core.arrays import Array
from core.kernels.engine import EngineChoice
from core.network import Network
from core.text import parse_network
from tests.core.layers.cases import CASES, Case, layer, uniform
from tests.core.layers.test_battery import golden, innermost, passed
from tests.core.small_kernels import small_portions

WIDE = tuple(
    Case(layer("Conv", filters=filters, kernel=3, pad=pad), (channels, height, width), batch)
    for filters, channels, height, width, batch, pad in ((32, 33, 9, 6, 7, 1), (40, 32, 5, 12, 11, 2), (32, 32, 11, 11, 4, 0))
)
IMAGES = tuple(case for case in (*CASES, *WIDE) if len(case.shape) == 3)
CHOICES = tuple(EngineChoice(convolution, threads) for convolution in ("direct", "winograd") for threads in (1, 2))

every_image_case = pytest.mark.parametrize("case", IMAGES, ids=str)
every_choice = pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: f"{choice.convolution}-{choice.threads}")


@pytest.fixture(autouse=True)
def in_small_portions() -> Iterator[None]:
    """Make every kernel do what it else does with large images only."""
    with small_portions():
        yield


def trained(case: Case, choice: EngineChoice, dtype: type = np.float64) -> tuple[Array, Array, Array]:
    network = case.network(dtype)
    network.use(choice)
    return passed(network, case.x.astype(dtype), case=case)


@every_choice
@every_image_case
def test_that_every_choice_agrees_in_double_precision(case: Case, choice: EngineChoice) -> None:
    for ours, plain in zip(trained(case, choice), trained(case, EngineChoice()), strict=True):
        np.testing.assert_allclose(ours, plain, rtol=1e-12, atol=1e-12 * max(1, np.abs(plain).max(initial=0)))


@every_choice
@pytest.mark.parametrize("case", [case for case in IMAGES if case.golden and case not in WIDE], ids=str)
def test_that_every_choice_meets_the_golden_values_in_single_precision(case: Case, choice: EngineChoice) -> None:
    for name, array in zip(("y", "dx", "grads"), trained(case, choice, np.float32), strict=True):
        expected = golden()[f"{case}/{name}"]
        np.testing.assert_allclose(array, expected, rtol=1e-5, atol=1e-5 * max(1, np.abs(expected).max(initial=0)))


@pytest.mark.parametrize("convolution", ["direct", "winograd"])
@every_image_case
def test_that_the_number_of_threads_changes_no_bit(case: Case, convolution: str) -> None:
    one, two = (trained(case, EngineChoice(convolution, threads), np.float32) for threads in (1, 2))
    for alone, together in zip(one, two, strict=True):
        assert alone.tobytes() == together.tobytes()


@every_choice
@every_image_case
def test_that_evaluation_between_forward_and_backward_leaves_no_trace(case: Case, choice: EngineChoice) -> None:
    network = case.network()
    network.use(choice)
    network.begin_step(0)
    y = network.forward(innermost(case.x), training=True)
    network.forward(case.x[:1])
    network.forward(case.x[::-1] * 0.5)
    dx = network.backward(case.dout(y.shape))
    for ours, expected in zip((y, dx, network.grad), trained(case, choice), strict=True):
        np.testing.assert_allclose(ours, expected, rtol=1e-12, atol=1e-12 * max(1, np.abs(expected).max(initial=0)))


@every_choice
def test_that_a_whole_network_agrees_in_double_precision(choice: EngineChoice) -> None:
    spec = parse_network(
        "Conv(4, 3, pad=1) ReLU Conv(5, 3, pad=2) ReLU MaxPool(2) Residual(Conv(6, 3, pad=1, stride=2) BatchNorm ReLU "
        "Conv(6, 3, pad=1) BatchNorm, shortcut='projection') ReLU Flatten Affine(7) ReLU Affine(3)"
    )
    x, dout = uniform((5, 2, 9, 10), 5), uniform((5, 3), 6)
    plain, other = Network(spec, (2, 9, 10), seed=3, dtype=np.float64), Network(spec, (2, 9, 10), seed=3, dtype=np.float64)
    other.use(choice)
    for network in (plain, other):  # with biases of 0 a window of zeros gives exactly 0, where ReLU has no slope
        network.theta[...] = uniform(network.theta.shape, 7) / 4
    for ours, expected in zip(passed(other, x, dout), passed(plain, x, dout), strict=True):
        np.testing.assert_allclose(ours, expected, rtol=1e-12, atol=1e-12 * np.abs(expected).max())
