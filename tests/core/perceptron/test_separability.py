"""Separability and the solver, against trying out weights."""

import numpy as np
import pytest

from core.perceptron.functions import rows, target_of
from core.perceptron.separability import contradiction, is_separable, most_right, nearest_separable, separable_numbers
from core.perceptron.solver import solve, widest_margin
from core.perceptron.unit import weighted_sum


def tried_out(inputs: int) -> set[tuple[int, ...]]:
    """All functions that some weights of a grid give; halves in the bias keep every sum away from 0."""
    grid = np.arange(-2, 3)
    weights = np.array(np.meshgrid(*[grid] * inputs, indexing="ij")).reshape(inputs, -1).T
    z = weights @ np.array(rows(inputs)).T
    return {tuple(int(v) for v in row) for b in np.arange(-6.5, 7) for row in z + b > 0}


@pytest.mark.parametrize(("inputs", "count"), [(2, 14), (3, 104)])
def test_that_the_pairs_of_rows_find_just_what_trying_finds(inputs: int, count: int) -> None:
    reachable = tried_out(inputs)
    assert len(reachable) == count == len(separable_numbers(inputs))
    for number in range(2**2**inputs):
        target = target_of(number, inputs)
        assert is_separable(target) == (target in reachable)


@pytest.mark.parametrize("inputs", [2, 3])
def test_that_a_contradiction_is_one(inputs: int) -> None:
    points = np.array(rows(inputs))
    for number in set(range(2**2**inputs)) - separable_numbers(inputs):
        target = target_of(number, inputs)
        found = contradiction(target)
        assert all(target[row] == 1 for row in found.ones)
        assert all(target[row] == 0 for row in found.zeros)
        assert (points[list(found.ones)].sum(0) == points[list(found.zeros)].sum(0)).all()


def test_that_xor_needs_all_four_rows_to_contradict_itself() -> None:
    found = contradiction((0, 1, 1, 0))
    assert (found.ones, found.zeros) == ((1, 2), (0, 3))


@pytest.mark.parametrize("inputs", [2, 3])
def test_that_found_weights_are_right_in_every_row(inputs: int) -> None:
    for number in range(2**2**inputs):
        target = target_of(number, inputs)
        weights = widest_margin(target)
        assert (weights is not None) == is_separable(target)
        if weights:
            assert tuple(int(weighted_sum(weights, x) > 0) for x in rows(inputs)) == target


def test_that_no_other_line_keeps_farther_from_the_corners() -> None:
    angles = np.linspace(0, 2 * np.pi, 721)[:-1]
    directions = np.stack([np.cos(angles), np.sin(angles)])
    projected = np.array(rows(2)) @ directions
    for number in separable_numbers(2) - {0, 15}:
        ones = np.array(target_of(number)) > 0
        widest = ((projected[ones].min(0) - projected[~ones].max(0)) / 2).max()
        w1, w2, b = widest_margin(target_of(number))
        margin = min(abs(w1 * a + w2 * c + b) for a, c in rows(2)) / np.hypot(w1, w2)
        assert margin == pytest.approx(widest, abs=1e-4)
        assert margin > widest - 1e-12


def test_that_the_widest_and_is_the_line_through_the_middles() -> None:
    assert widest_margin((0, 0, 0, 1)) == (1.0, 1.0, -1.5)
    assert widest_margin((0, 0, 0, 1, 0, 1, 1, 1)) == (1.0, 1.0, 1.0, -1.5)


def test_that_three_of_four_is_the_best_for_xor() -> None:
    reachable = tried_out(2)
    for target in ((0, 1, 1, 0), (1, 0, 0, 1)):
        best = max(sum(a == b for a, b in zip(target, other, strict=True)) for other in reachable)
        assert most_right(target) == best == 3
    assert nearest_separable((0, 1, 1, 0)) in reachable
    assert nearest_separable((0, 0, 0, 1)) == (0, 0, 0, 1)


def test_that_parity_of_three_is_right_in_six_rows_at_best() -> None:
    parity = tuple(a ^ b ^ c for a, b, c in rows(3))
    best = max(sum(a == b for a, b in zip(parity, other, strict=True)) for other in tried_out(3))
    assert most_right(parity) == best


def test_that_equations_without_one_solution_have_none() -> None:
    assert solve([[1, 1, 2], [2, 2, 4]]) is None
