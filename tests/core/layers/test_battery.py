"""The same checks for every layer in every configuration of the table in `cases`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from core.arrays import Array
from core.layers import LAYERS
from core.network import Network, build_layer
from core.registries import check_component
from tests.core.layers.cases import CASES, Case

GOLDEN = Path(__file__).parents[2] / "golden" / "layers.npz"

every_case = pytest.mark.parametrize("case", CASES, ids=str)
every_differentiable_case = pytest.mark.parametrize("case", [case for case in CASES if case.differentiable], ids=str)
every_golden_case = pytest.mark.parametrize("case", [case for case in CASES if case.golden], ids=str)


@cache
def golden() -> dict[str, Array]:
    with np.load(GOLDEN) as file:
        return dict(file)


def passed(network: Network, x: Array, dout: Array | None = None, case: Case | None = None) -> tuple[Array, Array, Array]:
    """Return output, gradient by the input and by the parameters of one training step."""
    network.begin_step(0)
    network.grad[...] = np.nan  # so that a gradient that is not written shows
    y = network.forward(x, training=True)
    if dout is None:
        dout = case.dout(y.shape).astype(x.dtype)
    dx = network.backward(dout)
    return y, dx, network.grad.copy()


def innermost(x: Array) -> Array:
    """Return the same batch with the batch innermost in memory."""
    return np.moveaxis(np.ascontiguousarray(np.moveaxis(x, 0, -1)), -1, 0)


def numerical(f: Callable[[], float], values: Array) -> Array:
    """Return the central differences of `f` by each of the values, which are changed in place and restored."""
    h = 1e-5
    slopes = np.empty_like(values)
    for index in np.ndindex(values.shape):
        kept = values[index]
        values[index] = kept + h
        above = f()
        values[index] = kept - h
        below = f()
        values[index] = kept
        slopes[index] = (above - below) / (2 * h)
    return slopes


def relative_error(a: Array, b: Array) -> float:
    # A gradient that is 0 by nature, as of a bias before BatchNorm, is 1e-10 in the differences.
    scale = max(np.linalg.norm(a) + np.linalg.norm(b), 1e-3)
    return float(np.linalg.norm(a - b) / scale)


def test_that_every_registered_kind_has_a_case() -> None:
    assert {case.spec.kind for case in CASES} == set(LAYERS.names())


def test_that_no_case_stands_twice() -> None:
    assert len({str(case) for case in CASES}) == len(CASES)


@every_differentiable_case
def test_that_backward_is_the_numerical_gradient(case: Case) -> None:
    network, x = case.network(), case.x.copy()
    y, dx, grads = passed(network, x, case=case)
    dout = case.dout(y.shape)

    def loss() -> float:
        network.begin_step(0)
        return float(np.sum(network.forward(x, training=True) * dout))

    assert relative_error(dx, numerical(loss, x)) < 1e-6
    by_name = {slot.name: slot.view(grads) for slot in network.layout}
    for name, values in network.parameters.items():
        assert relative_error(by_name[name], numerical(loss, values)) < 1e-6, name


@every_golden_case
def test_that_the_golden_values_are_met_in_float32(case: Case) -> None:
    network = case.network(np.float32)
    y, dx, grads = passed(network, case.x.astype(np.float32), case=case)
    for name, array in (("y", y), ("dx", dx), ("grads", grads)):
        expected = golden()[f"{case}/{name}"]
        assert array.shape == expected.shape
        np.testing.assert_allclose(array, expected, rtol=1e-5, atol=1e-5 * max(1, np.abs(expected).max(initial=0)))


@every_case
def test_that_shapes_and_cost_are_those_of_the_real_arrays(case: Case) -> None:
    layer = build_layer(case.spec)
    network = case.network()
    y = network.forward(case.x)
    assert layer.output_shape(case.shape) == y.shape[1:]
    assert network.output_shape == y.shape[1:]
    assert layer.cost(case.shape).parameters == network.theta.size
    assert passed(network, case.x, case=case)[1].shape == case.x.shape
    if not case.spec.branches:
        assert layer.cost(case.shape).activation_bytes == y[0].astype(np.float32).nbytes
        assert {n: s.shape for n, s in network.visits[0].layer.params.items()} == layer.parameter_shapes(case.shape)


@every_case
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_that_arrays_given_stay_untouched_and_keep_their_dtype(case: Case, dtype: type) -> None:
    network = case.network(dtype)
    x = case.x.astype(dtype)
    for order in (np.ascontiguousarray, innermost):
        given = order(x)
        given.flags.writeable = False
        y = network.forward(given, training=True)
        dout = order(case.dout(y.shape).astype(dtype))
        dout.flags.writeable = False
        before = y.copy()
        dx = network.backward(dout)
        assert (y.dtype, dx.dtype, network.forward(given).dtype) == (dtype,) * 3
        assert network.grad.dtype == network.buffers.dtype == dtype
        np.testing.assert_array_equal(y, before)
        np.testing.assert_array_equal(given, x)


@every_case
def test_that_the_memory_order_changes_nothing(case: Case) -> None:
    network = case.network()
    y, dx, grads = passed(network, case.x, case=case)
    dout = case.dout(y.shape)
    for other in (passed(network, innermost(case.x), innermost(dout)), passed(network, np.asfortranarray(case.x), dout)):
        for ours, theirs in zip((y, dx, grads), other, strict=True):
            np.testing.assert_allclose(theirs, ours, rtol=1e-12, atol=1e-12)


@every_case
def test_that_the_same_seed_gives_the_same_bits(case: Case) -> None:
    first, second = case.network(np.float32), case.network(np.float32)
    x = case.x.astype(np.float32)
    for ours, theirs in zip(passed(first, x, case=case), passed(second, x, case=case), strict=True):
        assert ours.tobytes() == theirs.tobytes()
    assert first.buffers.tobytes() == second.buffers.tobytes()


@every_case
def test_that_evaluation_leaves_no_trace(case: Case) -> None:
    plain, watched = case.network(), case.network()
    other = case.x[::-1, ...] * 0.5
    expected = passed(plain, case.x, case=case)
    watched.begin_step(0)
    watched.forward(other)
    y = watched.forward(case.x, training=True)
    buffers = watched.buffers.copy()
    watched.forward(other)
    watched.forward(case.x[:1])
    assert watched.buffers.tobytes() == buffers.tobytes() == plain.buffers.tobytes()
    dx = watched.backward(case.dout(y.shape))
    for ours, theirs in zip((y, dx, watched.grad), expected, strict=True):
        assert ours.tobytes() == theirs.tobytes()


@every_case
def test_that_evaluation_treats_each_sample_for_itself(case: Case) -> None:
    network = case.network()
    together = network.forward(case.x)
    alone = np.concatenate([network.forward(case.x[i : i + 1]) for i in range(case.batch)])
    np.testing.assert_allclose(alone, together, rtol=1e-12, atol=1e-12)


@every_case
def test_that_an_empty_batch_gives_an_empty_output(case: Case) -> None:
    network = case.network()
    assert network.forward(case.x[:0]).shape == (0, *network.output_shape)


@every_case
def test_that_gradients_of_parameters_need_no_gradient_of_the_input(case: Case) -> None:
    network = case.network()
    y, _, grads = passed(network, case.x, case=case)
    network.grad[...] = np.nan
    network.visits[0].layer.backward_params(case.dout(y.shape))
    np.testing.assert_allclose(network.grad, grads, rtol=1e-12, atol=1e-12)  # another kernel may do it


@every_case
def test_that_a_spec_is_in_normal_form_and_builds_the_same_layer(case: Case) -> None:
    layer = build_layer(case.spec)
    rebuilt = type(layer)(**layer.settings)
    assert rebuilt.settings == layer.settings
    normal = check_component(case.spec.component, LAYERS)
    assert type(layer)(**dict(normal.settings)).settings == layer.settings
    assert layer.help
    assert layer.family


@every_case
def test_that_explanations_end_in_the_real_numbers(case: Case) -> None:
    layer = build_layer(case.spec)
    told = {formula.name: formula for formula in layer.explain(case.shape)}
    cost = layer.cost(case.shape)
    if "Parameters" in told:
        assert told["Parameters"].result == f"{cost.parameters:,}"
    if "Multiply-adds" in told:
        assert told["Multiply-adds"].result == f"{cost.macs:,}"
    for formula in told.values():
        written = formula.numeric.replace("·", "*").replace("−", "-").replace("²", "**2").replace("⌊", "int(").replace("⌋", ")")
        assert eval(written) == int(formula.result.replace(",", "")), formula
