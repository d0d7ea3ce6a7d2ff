"""The 2-2-1 network: gradients, seeds, and how often it learns XOR."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import CoreError
from core.perceptron.hidden import HiddenSpec, HiddenWeights, initial, losses, over_seeds, right, step


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
def test_that_a_step_goes_down_the_gradient(activation):
    start, small = initial((3,)), 1e-6
    moved = step(start, activation, small)
    for name in ("W1", "b1", "W2", "b2"):
        gradient = (getattr(start, name) - getattr(moved, name)) / small
        for index in np.ndindex(gradient.shape):
            sides = []
            for way in (1, -1):
                arrays = {n: getattr(start, n).copy() for n in ("W1", "b1", "W2", "b2")}
                arrays[name][index] += way * 1e-5
                sides.append(losses(HiddenWeights(**arrays), activation)[0])
            assert gradient[index] == pytest.approx((sides[0] - sides[1]) / 2e-5, abs=1e-5)


def test_that_a_network_learns_alike_alone_and_among_others():
    many, alone = initial((0, 7, 9)), initial((7,))
    for _ in range(50):
        many, alone = step(many, "tanh", 1.0), step(alone, "tanh", 1.0)
    assert np.allclose(many.one(1).W1, alone.W1, rtol=1e-12)


def test_that_most_but_not_all_seeds_learn_xor():
    report = over_seeds(HiddenSpec(), count=30, steps=2000)
    assert 15 < report.successes < 30
    lucky = next(seed for seed, steps in enumerate(report.learned_after) if steps is not None)
    weights = initial((lucky,))
    for _ in range(2000):
        weights = step(weights, "sigmoid", HiddenSpec().eta)
    assert right(weights, "sigmoid")[0] == 4


@pytest.mark.parametrize("change", [{"eta": 0.0}, {"eta": float("nan")}, {"seed": -1}])
def test_that_settings_out_of_range_are_refused(change):
    with pytest.raises(CoreError):
        HiddenSpec(**change)
