"""One battery over every optimizer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.arrays import Array
from core.errors import SettingError
from core.optimizers import OPTIMIZERS, Optimizer
from core.text import parse_component
from tests.core.optimizers.cases import CASES, DECAYED, START, STEPS, slope

GOLDEN = Path(__file__).parents[2] / "golden" / "optimizers.npz"
KINDS = OPTIMIZERS.names()


def made(text: str) -> Optimizer:
    return OPTIMIZERS.build(parse_component(text, OPTIMIZERS))


def run(optimizer: Optimizer, w: Array, steps: range, decayed: Array | None = DECAYED) -> Array:
    """Go down the slope from w, changed in place; return the way, ``(steps + 1, P)``."""
    way = [w.copy()]
    mask = None if decayed is None else decayed.astype(w.dtype)
    for step in steps:
        optimizer.update(w, slope(w).astype(w.dtype), float(optimizer.settings["lr"]), step, mask)
        way.append(w.copy())
    return np.array(way)


def bound(text: str, w: Array) -> Optimizer:
    optimizer = made(text)
    optimizer.bind(w)
    return optimizer


def test_that_every_optimizer_is_in_the_battery() -> None:
    assert {text.split("(")[0] for text in CASES} == set(KINDS)


@pytest.mark.parametrize("text", CASES)
def test_that_twenty_steps_go_where_pytorch_goes(text: str) -> None:
    with np.load(GOLDEN) as golden:
        wanted = golden[text]
    w = START.copy()
    np.testing.assert_allclose(run(bound(text, w), w, range(1, STEPS + 1)), wanted, rtol=1e-10, atol=1e-12)
    small = START.astype(np.float32)
    np.testing.assert_allclose(run(bound(text, small), small, range(1, STEPS + 1)), wanted, rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("text", CASES)
def test_that_a_run_taken_up_again_from_its_state_goes_the_same_way_bit_for_bit(text: str) -> None:
    w = START.astype(np.float32)
    whole = run(bound(text, w), w, range(1, STEPS + 1))
    w = START.astype(np.float32)
    first = bound(text, w)
    run(first, w, range(1, 8))
    second = made(text)
    second.state = {name: vector.copy() for name, vector in first.state.items()}
    np.testing.assert_array_equal(run(second, w, range(8, STEPS + 1)), whole[7:])


@pytest.mark.parametrize("text", CASES)
def test_that_only_parameters_and_state_are_written(text: str) -> None:
    w = START.astype(np.float32)
    optimizer = bound(text, w)
    assert set(optimizer.state) == set(optimizer.slots)
    grad, mask = slope(w).astype(np.float32), DECAYED.astype(np.float32)
    grad.flags.writeable = mask.flags.writeable = False
    held = w
    for step in range(1, 4):
        optimizer.update(w, grad, 0.1, step, mask)
    assert held is w
    assert w.dtype == np.float32
    for vector in optimizer.state.values():
        assert vector.dtype == np.float32
        assert vector.shape == w.shape


@pytest.mark.parametrize("kind", KINDS)
def test_that_parameters_of_another_size_can_follow(kind: str) -> None:
    optimizer = OPTIMIZERS.get(kind)(weight_decay=0.1)
    for size in (3, 5, 0):
        for dtype in (np.float32, np.float64):
            w = np.ones(size, dtype)
            optimizer.bind(w)
            optimizer.update(w, np.ones(size, dtype), 0.1, 1)
            assert (w < 1).all()
            assert w.dtype == dtype


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("decay", ["L2", "L1", "decoupled"])
def test_that_decay_pulls_weights_to_zero_and_leaves_the_others(kind: str, decay: str) -> None:
    optimizer = OPTIMIZERS.get(kind)(weight_decay=0.1, decay=decay)
    w = np.array([2.0, -2.0, 2.0, -2.0])
    optimizer.bind(w)
    optimizer.update(w, np.zeros(4), 0.01, 1, np.array([1.0, 1.0, 0.0, 0.0]))
    assert abs(w[0]) < 2
    assert w[0] == -w[1]
    assert w[2:].tolist() == [2.0, -2.0]


@pytest.mark.parametrize(("clip", "moved"), [(0.0, 10.0), (5.0, 5.0), (20.0, 10.0)])
def test_that_a_gradient_is_shortened_in_its_direction_when_it_is_too_long(clip: float, moved: float) -> None:
    w, gradient = np.zeros(2), np.array([6.0, 8.0])
    optimizer = OPTIMIZERS.get("SGD")(clip=clip)
    optimizer.bind(w)
    optimizer.update(w, gradient, 1.0, 1)
    np.testing.assert_allclose(w, [-0.6 * moved, -0.8 * moved])
    assert gradient.tolist() == [6, 8]


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_rate_of_zero_changes_nothing(kind: str) -> None:
    w = START.copy()
    optimizer = OPTIMIZERS.get(kind)()
    optimizer.bind(w)
    optimizer.update(w, slope(w), 0.0, 1)
    np.testing.assert_array_equal(w, START)


@pytest.mark.parametrize(
    ("text", "x", "y", "f"),
    [
        ("SGD(lr=0.95)", -0.3504, 0.0848, 0.01333),
        ("Momentum(lr=0.1)", 0.8964, 0.0881, 0.04794),
        ("AdaGrad(lr=1.5)", -0.1202, 0.0, 0.00072),
        ("Adam(lr=0.3)", 0.1360, 0.3182, 0.10221),
    ],
)
def test_that_the_race_of_the_book_ends_where_the_book_shows(text: str, x: float, y: float, f: float) -> None:
    """Section 6.1.3: ``x²/20 + y²`` from (−7, 2), 30 updates."""
    w = np.array([-7.0, 2.0])
    optimizer = bound(text, w)
    for step in range(1, 31):
        optimizer.update(w, np.array([w[0] / 10, 2 * w[1]]), float(optimizer.settings["lr"]), step)
    np.testing.assert_allclose([*w, w[0] ** 2 / 20 + w[1] ** 2], [x, y, f], atol=1e-4)


@pytest.mark.parametrize("rate", [10**400, float("inf"), float("nan"), True, "0.1"])
def test_that_a_rate_that_is_no_number_is_refused(rate: object) -> None:
    with pytest.raises(SettingError):
        OPTIMIZERS.get("SGD")(lr=rate)
