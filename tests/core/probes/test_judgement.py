"""Answers to many samples, against brute force."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from core.arrays import Array
from core.datasets.recipe import DataRecipe, prepare
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.losses import LOSSES
from core.probes.calibration import reliability
from core.probes.frame_network import FrameNetwork
from core.probes.judgement import Judgement, gives_probabilities, joined, judge
from core.probes.sample_history import SampleHistory, margins, spread
from core.text import parse_network
from core.training.frame import Frame
from core.training.history import History
from core.training.session import Session
from core.training.snapshot import Snapshot


def trained(loss: str = "SoftmaxCrossEntropy", source: str = "ThreeSpirals", outputs: int = 3) -> tuple[Frame, list[Snapshot]]:
    """Return a frame of a short run, and a snapshot of every second update."""
    experiment = Experiment(
        network=parse_network(f"Affine(8) Tanh Affine({outputs})"),
        data=DataRecipe(ComponentSpec.of(source, samples=60)),
        training=TrainingConfig(optimizer=ComponentSpec.of("SGD", lr=0.5), loss=ComponentSpec(loss), batch_size=10, epochs=4),
    )
    data = prepare(experiment.data, 0)
    session = Session(experiment, data)
    kept = [session.snapshot()]
    for _ in range(6):
        session.step()
        session.step()
        kept.append(session.snapshot())
    curves = History().curves()
    return Frame(1, experiment, data, kept[-1], kept[0], curves, curves, session.network.layout, 10), kept


def test_that_a_judgement_is_what_the_network_says_to_each_sample_alone() -> None:
    frame, _ = trained()
    networks, samples = FrameNetwork(), frame.data.test
    rows = np.array([5, 0, 7])
    judged = judge(networks, frame, samples, rows)
    for place, row in enumerate(rows):
        scores = networks.at(frame).forward(samples.x[row : row + 1])[0].astype(float)
        probabilities = np.exp(scores) / np.exp(scores).sum()
        np.testing.assert_allclose(judged.answers[place], probabilities, rtol=1e-4)
        assert judged.losses[place] == pytest.approx(-math.log(probabilities[samples.t[row]]), rel=1e-4)
        assert judged.guesses[place] == probabilities.argmax()
        best, second = sorted(probabilities, reverse=True)[:2]
        assert judged.leads[place] == pytest.approx(best - second, abs=1e-5)


def test_that_parts_joined_are_the_whole_and_count_every_pair() -> None:
    frame, _ = trained()
    networks, samples = FrameNetwork(), frame.data.train
    rows = np.arange(len(samples))
    whole = joined([judge(networks, frame, samples, part) for part in np.array_split(rows, 4)])
    np.testing.assert_array_equal(whole.rows, rows)
    counts = np.zeros((3, 3), int)
    for true, said in zip(samples.t, whole.guesses, strict=True):
        counts[true, said] += 1
    np.testing.assert_array_equal(whole.confusion(3), counts)


@pytest.mark.parametrize("kind", [loss.__name__ for loss in LOSSES if "classification" in loss.tasks])
def test_that_the_losses_of_samples_are_those_of_each_alone_and_have_that_of_the_batch_as_mean(kind: str) -> None:
    rng = np.random.default_rng(3)
    scores, t = rng.normal(size=(20, 4)), rng.integers(0, 4, 20)
    loss = LOSSES.build(ComponentSpec(kind))
    each = loss.each(scores, t)
    np.testing.assert_allclose(each, [loss.forward(scores[i : i + 1], t[i : i + 1]) for i in range(20)], rtol=1e-9)
    assert each.mean() == pytest.approx(loss.forward(scores, t))


def judged(answers: Array, labels: list[int], losses: list[float]) -> Judgement:
    return Judgement(np.arange(len(labels)), np.array(labels), answers, np.array(losses), 0)


def test_that_samples_are_ranked_by_loss_and_by_lead() -> None:
    answers = np.array([[0.9, 0.1, 0.0], [0.4, 0.35, 0.25], [0.1, 0.8, 0.1], [0.34, 0.33, 0.33]])
    all_of_them = judged(answers, [0, 1, 0, 2], [0.1, 1.05, 2.3, 1.1])
    assert all_of_them.ranked("worst").tolist() == [2, 3, 1, 0]
    assert all_of_them.ranked("best").tolist() == [0, 1, 3, 2]
    assert all_of_them.ranked("unsure").tolist() == [3, 1, 2, 0]
    assert all_of_them.ranked("worst", np.array([0, 1])).tolist() == [1, 0]


def test_that_regression_is_judged_by_its_residuals() -> None:
    frame, _ = trained("MeanSquared", "Sine", 1)
    one = judge(FrameNetwork(), frame, frame.data.test, np.arange(3))
    np.testing.assert_allclose(one.losses, one.residuals[:, 0] ** 2, rtol=1e-4)


def test_that_only_losses_that_predict_give_probabilities() -> None:
    said = {loss.__name__ for loss in LOSSES if gives_probabilities(loss())}
    assert said == {"SoftmaxCrossEntropy", "BinaryCrossEntropy"}


def test_that_calibration_counts_as_a_loop_over_bins_does() -> None:
    rng = np.random.default_rng(5)
    answers = rng.dirichlet(np.full(4, 0.4), 500)
    labels = rng.integers(0, 4, 500)
    found = reliability(answers, labels, bins=8)
    sure, right = answers.max(axis=1), answers.argmax(axis=1) == labels
    error = 0.0
    for b in range(8):
        inside = (sure > b / 8) & (sure <= (b + 1) / 8)
        assert found.counts[b] == inside.sum()
        if inside.any():
            assert found.confidence[b] == pytest.approx(sure[inside].mean())
            assert found.accuracy[b] == pytest.approx(right[inside].mean())
            error += inside.mean() * abs(right[inside].mean() - sure[inside].mean())
        else:
            assert np.isnan(found.accuracy[b])
    assert found.error == pytest.approx(error)
    assert (found.mean_confidence, found.mean_accuracy) == pytest.approx((sure.mean(), right.mean()))


def test_that_a_network_that_is_as_sure_as_it_is_right_has_no_calibration_error() -> None:
    answers = np.tile([0.75, 0.25], (8, 1))
    assert reliability(answers, np.array([0, 0, 0, 1] * 2)).error == pytest.approx(0)
    assert reliability(answers, np.ones(8, int)).error == pytest.approx(0.75)


def test_that_answers_that_are_no_numbers_fall_into_no_bin() -> None:
    found = reliability(np.full((3, 2), np.nan), np.zeros(3, int))
    assert found.total == 0
    assert math.isnan(found.error)


def test_that_margins_at_kept_moments_are_those_of_the_network_of_that_time() -> None:
    frame, kept = trained()
    networks, samples = FrameNetwork(), frame.data.test
    for snapshot in (kept[0], kept[3], kept[-1]):
        found = margins(networks, frame, snapshot, samples)
        then = judge(FrameNetwork(), replace(frame, snapshot=snapshot), samples, np.arange(len(samples)))
        for place, label in enumerate(samples.t):
            others = [p for k, p in enumerate(then.answers[place]) if k != label]
            assert found[place] == pytest.approx(then.answers[place][label] - max(others), abs=1e-6)
        np.testing.assert_array_equal(found > 0, then.guesses == samples.t)


def test_that_learning_and_forgetting_are_read_off_the_margins() -> None:
    rows = ["-----", "-++++", "+-+-+", "++++-", "+++++"]
    table = np.array([[1.0 if mark == "+" else -1.0 for mark in row] for row in rows]).T
    history = SampleHistory(np.array([0, 10, 20, 30, 40]), table)
    assert history.learned.tolist() == [-1, 10, 0, 0, 0]
    assert history.settled.tolist() == [-1, 10, 40, -1, 0]
    assert history.forgotten.tolist() == [0, 0, 2, 1, 0]
    assert history.until(15).learned.tolist() == [-1, 10, 0, 0, 0]
    assert history.until(15).forgotten.tolist() == [0, 0, 1, 0, 0]


def test_that_moments_are_spread_over_the_run_and_most_stay_as_it_grows() -> None:
    _, kept = trained()
    many = [replace(kept[0], iteration=i) for i in range(0, 1000, 3)]
    chosen = [s.iteration for s in spread(many, 40)]
    assert len(chosen) <= 40
    assert (chosen[0], chosen[-1]) == (0, 999)
    assert max(np.diff(chosen)) <= 2 * 32
    later = [s.iteration for s in spread([*many, replace(kept[0], iteration=1003)], 40)]
    assert len(set(chosen) & set(later)) >= len(chosen) - 1
    assert spread(many[:5], 40) == tuple(many[:5])
