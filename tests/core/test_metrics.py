"""Metrics, counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from core.metrics import accuracy, confusion_matrix, per_class_accuracy, per_class_precision, predicted_labels, top_k_accuracy

SCORES = np.array([[5.0, 1, 0], [2, 1, 3], [0, 4, 1], [1, 1, 1]])
LABELS = np.array([0, 0, 1, 2])


def test_that_accuracy_is_the_share_of_right_answers() -> None:
    assert predicted_labels(SCORES).tolist() == [0, 2, 1, 0]
    assert accuracy(SCORES, LABELS) == 0.5


def test_that_a_single_score_says_yes_where_it_is_positive() -> None:
    scores = np.array([[0.1], [-0.1], [0.0]])
    assert predicted_labels(scores).tolist() == [1, 0, 0]
    assert accuracy(scores, np.array([1, 1, 0])) == pytest.approx(2 / 3)


def test_that_top_k_counts_labels_among_the_k_best() -> None:
    assert [top_k_accuracy(SCORES, LABELS, k) for k in (1, 2, 3, 9)] == [0.5, 0.75, 1, 1]


def test_that_top_1_is_accuracy_even_with_equal_scores() -> None:
    rng = np.random.default_rng(0)
    scores = rng.integers(0, 3, (500, 5)).astype(float)
    labels = rng.integers(0, 5, 500)
    assert top_k_accuracy(scores, labels, 1) == accuracy(scores, labels)
    shares = [top_k_accuracy(scores, labels, k) for k in range(1, 6)]
    assert shares == sorted(shares)


def test_that_the_confusion_matrix_has_true_labels_as_rows() -> None:
    matrix = confusion_matrix(SCORES, LABELS, 3)
    assert matrix.tolist() == [[1, 0, 1], [0, 1, 0], [1, 0, 0]]
    assert np.trace(matrix) / matrix.sum() == accuracy(SCORES, LABELS)


def test_that_each_class_has_its_own_share_and_none_without_samples() -> None:
    matrix = confusion_matrix(SCORES, LABELS, 4)
    np.testing.assert_array_equal(per_class_accuracy(matrix), [0.5, 1, 0, np.nan])


def test_that_precision_is_the_share_of_right_ones_among_those_that_say_a_class() -> None:
    matrix = np.array([[6, 2, 0], [3, 1, 0], [0, 1, 0]])
    np.testing.assert_array_equal(per_class_precision(matrix), [6 / 9, 1 / 4, np.nan])
