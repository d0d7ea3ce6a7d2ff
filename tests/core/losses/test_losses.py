"""One battery over every loss."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.losses import LOSSES, Loss
from core.losses.base import as_values
from core.text import parse_component
from tests.core.losses.cases import CASES, SCORES, VALUES, YES

GOLDEN = Path(__file__).parents[2] / "golden" / "losses.npz"


def made(text: str) -> Loss:
    return LOSSES.build(parse_component(text, LOSSES))


def test_that_every_loss_is_in_the_battery() -> None:
    assert {text.split("(")[0] for text, _, _ in CASES.values()} == set(LOSSES.names())


@pytest.mark.parametrize("name", CASES)
def test_that_loss_and_gradient_are_those_of_pytorch(name: str) -> None:
    text, scores, t = CASES[name]
    loss = made(text)
    with np.load(GOLDEN) as golden:
        value, dscores = golden[f"{name}.loss"], golden[f"{name}.dscores"]
    assert loss.forward(scores, t) == pytest.approx(float(value), rel=1e-12)
    np.testing.assert_allclose(loss.backward(), dscores, rtol=1e-10, atol=1e-14)
    exact = t if t.dtype != np.float64 else t.astype(np.float32)
    assert loss.forward(scores.astype(np.float32), exact) == pytest.approx(float(value), rel=1e-5)
    np.testing.assert_allclose(loss.backward(), dscores, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("name", [name for name in CASES if "large" not in name])
def test_that_the_gradient_is_the_slope_of_the_loss(name: str) -> None:
    text, scores, t = CASES[name]
    loss = made(text)
    loss.forward(scores, t)
    analytic = loss.backward().copy()
    numeric = np.zeros_like(scores)
    h = 1e-5
    for index in np.ndindex(*scores.shape):
        up, down = scores.copy(), scores.copy()
        up[index] += h
        down[index] -= h
        numeric[index] = (loss.forward(up, t) - loss.forward(down, t)) / (2 * h)
    assert np.abs(analytic - numeric).max() / np.abs(numeric).max() < 1e-6


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_that_inputs_stay_untouched_and_the_kind_of_number_is_kept(name: str, dtype: type) -> None:
    text, scores, t = CASES[name]
    scores, t = scores.astype(dtype), t if t.dtype != np.float64 else t.astype(dtype)
    scores.flags.writeable = t.flags.writeable = False
    loss = made(text)
    first = loss.forward(scores, t)
    assert type(first) is float
    dscores = loss.backward()
    assert (dscores.dtype, dscores.shape) == (dtype, scores.shape)
    np.testing.assert_array_equal(loss.backward(), dscores)
    assert loss.forward(scores, t) == first
    assert len(loss.predict(scores)) == len(scores)


@pytest.mark.parametrize("text", ["SoftmaxCrossEntropy", "BinaryCrossEntropy"])
def test_that_predictions_are_probabilities(text: str) -> None:
    p = made(text).predict(SCORES * 300)
    assert ((p >= 0) & (p <= 1)).all()
    if text == "SoftmaxCrossEntropy":
        np.testing.assert_allclose(p.sum(axis=1), 1)


def test_that_one_score_predicts_both_classes() -> None:
    p = made("BinaryCrossEntropy").predict(np.array([[0.0], [np.log(3)]]))
    np.testing.assert_allclose(p, [[0.5, 0.5], [0.25, 0.75]])


def test_that_the_book_s_numbers_come_out() -> None:
    """Sections 4.2.1 and 4.2.2: ten outputs, the right one at index 2."""
    t = np.array([2])
    for right, wrong, squares, entropy in ((0.6, 0.1, 0.0975, 0.5108), (0.1, 0.6, 0.5975, 2.3026)):
        y = np.array([[0.1, 0.05, right, 0.0, 0.05, 0.1, 0.0, wrong, 0.0, 0.0]])
        assert made("SumOfSquares").forward(y, t) == pytest.approx(squares, abs=1e-4)
        assert made("SoftmaxCrossEntropy").forward(np.log(y + 1e-12), t) == pytest.approx(entropy, abs=1e-4)


def test_that_labels_become_rows() -> None:
    assert as_values(np.array([1, 0]), np.zeros((2, 3))).tolist() == [[0, 1, 0], [1, 0, 0]]
    assert as_values(np.array([1, 0]), np.zeros((2, 2)), -1).tolist() == [[-1, 1], [1, -1]]
    assert as_values(YES, np.zeros((6, 1)), -1)[:, 0].tolist() == [1, -1, -1, 1, 1, -1]
    assert as_values(VALUES, SCORES) is VALUES


def test_that_far_off_values_pull_on_huber_no_more_than_delta() -> None:
    loss = made("Huber(delta=0.5)")
    loss.forward(np.array([[1e6], [0.1]]), np.zeros((2, 1)))
    np.testing.assert_allclose(loss.backward(), [[0.25], [0.05]])


def test_that_a_loss_says_which_outputs_suit_it() -> None:
    assert made("BinaryCrossEntropy").fits(1, 2)
    assert not made("BinaryCrossEntropy").fits(1, 3)
    assert not made("SoftmaxCrossEntropy").fits(1, 2)
    assert all(made(name).fits(4, 4) for name in LOSSES.names())
