"""The perceptron rule converges where theory says so, and runs in circles where it cannot."""

import math
from itertools import islice

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.perceptron.bound import best_direction, convergence_bound
from core.perceptron.functions import rows, target_of
from core.perceptron.learning import cross_entropy, learn
from core.perceptron.progress import Progress
from core.perceptron.separability import separable_numbers

AND, OR, XOR = (0, 0, 0, 1), (0, 1, 1, 1), (0, 1, 1, 0)


def learned(target, start=(0.0, 0.0, 0.0), eta=0.1, order="in_turn", rng=None, most=4000) -> Progress:
    progress = Progress("perceptron", target, start, order)
    for update in islice(learn("perceptron", target, start, eta, order=order, rng=rng), most):
        progress.add(update)
        if progress.finished or progress.cycle:
            break
    return progress


def test_that_the_first_updates_of_and_are_those_done_by_hand() -> None:
    first = list(islice(learn("perceptron", AND, (0.0, 0.0, 0.0), 0.1), 6))
    assert [u.after for u in first[:4]] == [(0, 0, 0), (0, 0, 0), (0, 0, 0), (0.1, 0.1, 0.1)]
    assert first[4].after == (0.1, 0.1, 0.0)
    assert first[5].after == (0.1, 0.0, -0.1)
    assert first[3].right is False
    assert (first[3].z, first[3].y) == (0, 0)


def test_that_and_is_learned_within_the_bound() -> None:
    progress = learned(AND)
    bound = convergence_bound(AND, (0, 0, 0), 0.1)
    assert progress.finished
    assert progress.errors[-1] == 0
    assert 0 < progress.updates <= bound.updates
    assert bound.radius**2 == pytest.approx(3)


@pytest.mark.parametrize("number", sorted(separable_numbers(2)))
@pytest.mark.parametrize("eta", [0.1, 1.0])
def test_that_every_separable_function_is_learned_within_the_bound(number: int, eta: float) -> None:
    target = target_of(number)
    for start in ((0.0, 0.0, 0.0), (0.5, -1.0, 0.3), (2.0, 2.0, 2.0)):
        for order, rng in (("in_turn", None), ("shuffled", np.random.default_rng(number))):
            progress = learned(target, start, eta, order, rng)
            assert progress.finished
            assert progress.updates <= convergence_bound(target, start, eta).updates


@settings(max_examples=20)
@given(st.sampled_from(sorted(separable_numbers(3))), st.tuples(*[st.sampled_from([-2.0, -0.3, 0.0, 0.7])] * 4))
def test_that_three_inputs_are_learned_within_the_bound(number: int, start: tuple[float, ...]) -> None:
    target = target_of(number, 3)
    progress = learned(target, start, 0.5)
    assert progress.finished
    assert progress.updates <= convergence_bound(target, start, 0.5).updates


def test_that_the_best_direction_separates_and_no_random_one_is_better() -> None:
    best = best_direction(AND)
    signed = np.array([[*x, 1] for x in rows(2)]) * np.where(np.array(AND) > 0, 1, -1)[:, None]
    assert (signed @ best).min() == pytest.approx(1)
    tried = np.random.default_rng(0).normal(size=(4000, 3))
    margins = (tried @ signed.T).min(1) / np.linalg.norm(tried, axis=1)
    assert margins.max() <= 1 / np.linalg.norm(best) + 1e-12


def test_that_the_bound_from_zero_weights_is_the_one_of_the_theorem() -> None:
    # The best line of AND is 2·x1 + 2·x2 − 3 = 0: 1/γ² = 4 + 4 + 9, R² = 1 + 1 + 1.
    assert convergence_bound(AND, (0, 0, 0), 0.1).updates == 17 * 3
    assert convergence_bound(AND, (0, 0, 0), 2.0).updates == 17 * 3


def test_that_a_start_far_on_the_wrong_side_allows_more_updates() -> None:
    # (k·γ + v·u)² = ‖v‖² + 3k with v = 10·(−2, −2, 3), v·u = −10·√17, γ = 1/√17: k = 2·10·17 + 51.
    assert convergence_bound(AND, (-20, -20, 30), 1.0).updates == 391


def test_that_there_is_no_bound_for_xor() -> None:
    assert convergence_bound(XOR, (0, 0, 0), 0.1) is None


@pytest.mark.parametrize("target", [XOR, (1, 0, 0, 1)])
@pytest.mark.parametrize("start", [(0.0, 0.0, 0.0), (0.5, 0.5, -0.7), (-0.35, 0.2, 1.1)])
@pytest.mark.parametrize("eta", [0.1, 0.07])
def test_that_the_circle_of_xor_is_found(target, start, eta) -> None:
    progress = learned(target, start, eta)
    cycle = progress.cycle
    assert cycle is not None
    assert not progress.finished
    assert cycle.updates == len(cycle.weights) - 1
    assert cycle.weights[0] == cycle.weights[-1]
    again = learn("perceptron", target, cycle.weights[0], eta)
    samples = 4 * (cycle.last_pass - cycle.first_pass)
    seen = [u.after for u in islice(again, samples) if u.changed]
    assert tuple(seen) == cycle.weights[1:]


def test_that_the_same_seed_gives_the_same_shuffled_order() -> None:
    def first(seed: int) -> list[int]:
        updates = learn("perceptron", AND, (0, 0, 0), 0.1, order="shuffled", rng=np.random.default_rng(seed))
        return [u.row for u in islice(updates, 40)]

    assert first(3) == first(3)
    assert first(3) != first(4)
    assert all(sorted(first(3)[i : i + 4]) == [0, 1, 2, 3] for i in range(0, 40, 4))


def test_that_a_shuffled_order_needs_a_generator() -> None:
    with pytest.raises(TypeError, match="Generator"):
        next(learn("perceptron", AND, (0, 0, 0), 0.1, order="shuffled"))


def test_that_descent_follows_the_numerical_gradient() -> None:
    start, eta, h = (0.3, -0.2, 0.1), 0.5, 1e-5
    update = next(islice(learn("descent", (1, 0, 0, 0), start, eta), 0, None))

    def loss(weights):
        z = weights[2]
        return math.log1p(math.exp(-z))

    gradient = [(loss(np.add(start, h * e)) - loss(np.subtract(start, h * e))) / (2 * h) for e in np.eye(3)]
    assert update.after == pytest.approx(np.subtract(start, np.multiply(eta, gradient)), abs=1e-8)


def test_that_descent_learns_or_and_ends_at_one_half_for_xor() -> None:
    for target, expected in ((OR, 0.0), (XOR, math.log(2))):
        progress = Progress("descent", target, (0.0, 0.0, 0.0))
        for update in islice(learn("descent", target, (0.0, 0.0, 0.0), 0.5), 3200):
            progress.add(update)
        assert progress.losses[0] == pytest.approx(math.log(2))
        assert progress.losses[-1] == pytest.approx(expected, abs=0.05)
        assert progress.cycle is None
    assert cross_entropy(OR, (1000.0, 1000.0, -500.0)) == pytest.approx(0, abs=1e-12)
