"""Runs that are trained in step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.errors import SpecError
from core.fields import ComponentSpec
from core.training.duel import check_duel, first_difference, in_step
from core.training.events import Diverged, Finished, StepDone
from core.training.history import History
from core.training.session import Session
from core.training.trainer import train
from tests.core.small_runs import same_bits, small_data, small_experiment, small_session


def losses_of(events, index: int) -> list[float]:
    return [step.loss for run, steps, _, _ in events if run == index for step in steps]


def history_of(losses) -> History:
    history = History()
    history.add_steps([StepDone(n, loss, 0.5, 0.1, n / 10) for n, loss in enumerate(losses, start=1)])
    return history


def test_that_each_run_of_a_duel_has_the_bits_it_has_alone():
    optimizers = ["Adam(lr=0.01)", "SGD(lr=0.1)", "Momentum(lr=0.05)"]
    told = list(in_step([small_session(optimizer=text, epochs=2) for text in optimizers]))
    for index, text in enumerate(optimizers):
        alone = [event.loss for event in train(small_session(optimizer=text, epochs=2)) if isinstance(event, StepDone)]
        assert losses_of(told, index) == alone


def test_that_no_run_is_ever_more_than_one_update_ahead():
    sessions = [small_session(optimizer=text, epochs=2) for text in ("Adam", "SGD(lr=0.1)")]
    for *_, round_over in in_step(sessions):
        assert abs(sessions[0].iteration - sessions[1].iteration) <= 1
        if round_over:
            assert sessions[0].iteration == sessions[1].iteration


@pytest.mark.parametrize("portion", [3, 1000])
def test_that_runs_have_the_same_bits_however_many_updates_they_make_in_a_round(portion: int):
    about = {"network": "Flatten Affine(8) ReLU Dropout(0.5) Affine(3)", "epochs": 2}
    one_by_one = list(in_step([small_session(optimizer=text, **about) for text in ("Adam", "SGD(lr=0.1)")]))
    sessions = [small_session(optimizer=text, **about) for text in ("Adam", "SGD(lr=0.1)")]
    rounds = []
    for _, steps, _, round_over in (told := list(in_step(sessions, lambda: portion))):
        assert len(steps) <= portion
        rounds.append(round_over)
    assert sum(rounds) < sessions[0].total_iterations, "a round is more than one update"
    for index in (0, 1):
        assert losses_of(told, index) == losses_of(one_by_one, index)


def test_that_a_run_that_diverges_leaves_the_others_running():
    about = {"network": "Flatten Affine(8) ReLU Affine(3)", "loss": "MeanSquared", "epochs": 2}
    good, bad = small_session(optimizer="SGD(lr=0.01)", **about), small_session(optimizer="SGD(lr=1e9)", **about)
    told = list(in_step([bad, good]))
    ends = {run: news[-1] for run, _, news, _ in told if news}
    assert isinstance(ends[0], Diverged)
    assert isinstance(ends[1], Finished)
    assert good.epoch == 2


def test_that_runs_begin_with_the_same_weights_and_part_after_the_first_update():
    one, other = small_session(optimizer="Adam"), small_session(optimizer="SGD(lr=0.1)")
    assert same_bits(one.network.theta, other.network.theta)
    told = list(in_step([one, other]))
    difference = first_difference(history_of(losses_of(told, 0)).curves(), history_of(losses_of(told, 1)).curves())
    assert difference == 1


def test_that_a_schedule_matters_from_where_it_changes_the_rate():
    plain = small_experiment(optimizer="SGD(lr=0.1)", epochs=4)
    training = replace(plain.training, schedule=ComponentSpec.of("StepDecay", every=0.25))
    sessions = [Session(plain, small_data()), Session(replace(plain, training=training), small_data())]
    told = list(in_step(sessions))
    difference = first_difference(history_of(losses_of(told, 0)).curves(), history_of(losses_of(told, 1)).curves())
    per_epoch = sessions[0].total_iterations // 4
    assert difference == per_epoch + 1, "the first update of the second epoch is the first with another rate"


def test_that_equal_runs_never_part():
    told = list(in_step([small_session(epochs=1), small_session(epochs=1)]))
    assert first_difference(history_of(losses_of(told, 0)).curves(), history_of(losses_of(told, 1)).curves()) is None


def test_that_a_duel_refuses_other_data_and_other_seeds():
    plain = small_experiment()
    check_duel([plain, small_experiment(optimizer="SGD")])
    with pytest.raises(SpecError, match="same data and the same seed"):
        check_duel([plain, replace(plain, seed=1)])
    with pytest.raises(SpecError, match="two to 8"):
        check_duel([plain])
