"""Every study at a reduced size, and that what it claims comes out."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from core.datasets.recipe import Data, DataRecipe, prepare
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.messages import MESSAGES
from core.studies.base import STUDIES, Study, Subject, studies_in_order
from core.studies.batch_norm import BatchNormScales
from core.studies.equal_values import EqualValues
from core.studies.findings import Finding, Stage
from core.studies.gradient_check import GradientCheck
from core.studies.initial_curves import InitialCurves
from core.studies.initial_histograms import InitialHistograms
from core.studies.linear_collapse import LinearCollapse
from core.studies.optimizer_comparison import OptimizerComparison
from core.studies.overfitting import DropoutStudy, WeightDecay
from core.studies.sampling import Sampling
from core.text import parse_network

NETWORK = "Conv(2, 3) BatchNorm ReLU Flatten Affine(8) Tanh Dropout(0.3) Affine(10)"
SMALL = {
    "OptimizerComparison": OptimizerComparison(iterations=20),
    "InitialHistograms": InitialHistograms(samples=100),
    "InitialCurves": InitialCurves(iterations=20),
    "BatchNormScales": BatchNormScales(scales=2, samples=100, epochs=2),
    "WeightDecay": WeightDecay(samples=60, epochs=6, batch_size=20),
    "DropoutStudy": DropoutStudy(samples=60, epochs=6, batch_size=20),
    "EqualValues": EqualValues(iterations=60, units=10),
    "LinearCollapse": LinearCollapse(iterations=80),
    "Sampling": Sampling(),
    "GradientCheck": GradientCheck(checked=6, samples=8),
}


@cache
def digits() -> Data:
    return prepare(DataRecipe(ComponentSpec("Digits")), 0)


def subject(seed: int = 0) -> Subject:
    return Subject(digits(), seed, Experiment(parse_network(NETWORK)))


def last(study: Study, seed: int = 0) -> Stage:
    return list(study.run(subject(seed)))[-1]


def found(stage: Stage, code: str) -> Finding:
    return next(finding for finding in stage.findings if finding.code == code)


def words_of(stage: Stage) -> set[str]:
    words = {w for c in stage.charts for w in (c.title, c.x_label, *(line.label for line in c.lines))}
    words |= {h.title for h in stage.histograms}
    if stage.table is not None:
        words |= {column.title for column in stage.table.columns}
    return words


@pytest.fixture(scope="module")
def stages() -> dict[str, list[Stage]]:
    return {kind.__name__: list(SMALL[kind.__name__].run(subject())) for kind in STUDIES}


@pytest.mark.parametrize("name", STUDIES.names())
def test_that_a_study_goes_on_to_the_end_and_then_says_what_came_out(name: str, stages: dict[str, list[Stage]]) -> None:
    shares = [stage.share for stage in stages[name]]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert all(0 <= share <= 1 for share in shares)
    assert stages[name][-1].findings
    assert stages[name][-1].table is not None


@pytest.mark.parametrize("name", STUDIES.names())
def test_that_every_sentence_of_a_study_can_be_written(name: str, stages: dict[str, list[Stage]]) -> None:
    for finding in stages[name][-1].findings:
        assert MESSAGES[finding.code].format(**finding.details)


@pytest.mark.parametrize("name", STUDIES.names())
def test_that_a_window_can_translate_every_word_of_a_study(name: str, stages: dict[str, list[Stage]]) -> None:
    names = {"SGD", "Momentum", "AdaGrad", "Adam", "Xavier", "He", "std = 0.01"}
    for stage in stages[name]:
        assert words_of(stage) <= {*STUDIES.get(name).words, *names}


@pytest.mark.parametrize("name", STUDIES.names())
def test_that_the_rows_of_a_table_are_as_long_as_its_head(name: str, stages: dict[str, list[Stage]]) -> None:
    table = stages[name][-1].table
    assert table is not None
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_that_the_studies_come_in_one_order() -> None:
    assert sorted({kind.order for kind in STUDIES}) == [kind.order for kind in studies_in_order()]


def test_that_the_same_seed_gives_the_same_numbers(stages: dict[str, list[Stage]]) -> None:
    again = last(SMALL["OptimizerComparison"])
    assert again.table == stages["OptimizerComparison"][-1].table


def test_that_sgd_is_slower_than_momentum_adagrad_and_adam() -> None:
    stage = last(OptimizerComparison(iterations=60))
    assert stage.table is not None
    losses = {row[0]: row[2] for row in stage.table.rows}
    assert max(losses, key=lambda name: losses[name]) == "SGD"
    assert found(stage, "study_optimizers_sgd")


@pytest.mark.parametrize(
    ("activation", "weights", "std", "code", "low", "high"),
    [
        ("sigmoid", "std", 1.0, "study_saturated", 0.40, 0.47),
        ("sigmoid", "std", 0.01, "study_signal_lost", 0.008, 0.016),
        ("sigmoid", "Xavier", 1.0, "study_signal_kept", 0.09, 0.15),
        ("tanh", "Xavier", 1.0, "study_signal_kept", 0.2, 0.4),
        ("ReLU", "std", 0.01, "study_signal_lost", 0.0, 1e-3),
        ("ReLU", "Xavier", 1.0, "study_signal_shrinks", 0.08, 0.2),
        ("ReLU", "He", 1.0, "study_signal_kept", 0.6, 1.1),
    ],
)
def test_that_initial_values_decide_how_spread_the_fifth_layer_is(
    activation: str, weights: str, std: float, code: str, low: float, high: float
) -> None:
    stage = last(InitialHistograms(activation=activation, weights=weights, std=std))
    assert low <= stage.histograms[4].spread <= high
    assert stage.findings[0].code == code


def test_that_a_histogram_counts_every_activation() -> None:
    stage = last(InitialHistograms(activation="ReLU", weights="He", samples=50, width=20))
    assert [int(histogram.counts.sum()) for histogram in stage.histograms] == [50 * 20] * 5


def test_that_small_weights_do_not_learn_and_he_learns_furthest() -> None:
    stage = last(InitialCurves(iterations=150, rate=0.05))
    assert found(stage, "study_stuck").details["name"] == "std = 0.01"
    assert found(stage, "study_learned_best").details["name"] == "He"


def test_that_batch_norm_learns_where_the_weights_are_too_small_and_is_not_always_better() -> None:
    stage = last(BatchNormScales(scales=8, samples=300, epochs=20, batch_size=50))
    assert stage.table is not None
    width, normed, plain = map(float, stage.table.rows[3])
    assert width == pytest.approx(0.0193, abs=1e-4)
    assert normed > plain + 0.3
    assert found(stage, "study_batch_norm").details["count"] == 8
    assert found(stage, "study_batch_norm_not_always").tone == "warn"


def test_that_the_books_weight_decay_closes_the_gap_and_does_not_raise_the_test_accuracy() -> None:
    stage = last(WeightDecay(epochs=80))
    book = next(f for f in stage.findings if f.details["settings"] == "λ = 0.1")
    assert book.code == "study_remedy_hides"
    assert float(str(book.details["gap"])) < float(str(book.details["gap_before"]))


def test_that_the_books_dropout_is_not_done_learning() -> None:
    stage = last(DropoutStudy(epochs=40))
    assert stage.table is not None
    plain, dropped = (float(row[2]) for row in stage.table.rows[:2])
    assert dropped < plain - 0.05


def test_that_zeros_never_move_and_a_constant_leaves_one_hidden_unit() -> None:
    stage = last(EqualValues(iterations=120, units=20))
    assert stage.table is not None
    zeros, constant, random = stage.table.rows
    assert zeros[1:3] == (1, 0.0)
    assert constant[1] == 1
    assert float(constant[2]) > 0
    assert random[1] == 20


def test_that_linear_layers_are_one_matrix_and_layers_with_relu_are_not() -> None:
    stage = last(LinearCollapse(iterations=300))
    details = found(stage, "study_collapse").details
    assert float(str(details["straight"])) < 1e-12
    assert float(str(details["bent"])) > 0.1
    moons = found(stage, "study_collapse_moons").details
    assert float(str(moons["bent"])) > float(str(moons["deep"])) + 3


def test_that_drawing_anew_sees_632_of_a_thousand_samples_and_shuffling_all() -> None:
    details = found(last(Sampling(samples=20_000)), "study_sampling").details
    assert float(str(details["anew"])) == pytest.approx(63.2, abs=1.0)
    assert float(str(details["expected"])) == pytest.approx(63.2, abs=0.1)
    assert details["shuffled"] == 100


def test_that_backpropagation_agrees_with_numerical_gradients_in_every_array() -> None:
    stage = last(GradientCheck(checked=10, samples=10))
    details = found(stage, "study_gradients_agree").details
    parameters = sum(int(row[1]) for row in stage.table.rows) if stage.table else 0
    assert found(stage, "study_gradients_cost").details["all_passes"] == 2 * parameters
    assert float(str(details["worst"])) < 1e-6


def test_that_a_step_that_is_far_too_large_shows_as_a_difference() -> None:
    assert found(last(GradientCheck(checked=10, samples=10, h=0.5)), "study_gradients_differ").tone == "warn"


def test_that_a_gradient_check_looks_at_the_parameters_it_is_given() -> None:
    experiment = Experiment(parse_network("Flatten Affine(10, bias=False)"))
    study = GradientCheck(checked=3, samples=4)
    zeros = np.zeros(640, np.float32)
    tables = [list(study.run(Subject(digits(), 0, experiment, theta)))[-1].table for theta in (zeros, zeros + 1)]
    assert tables[0] is not None
    assert tables[0] != tables[1]
