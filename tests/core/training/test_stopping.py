"""When training ends before all epochs are done."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.errors import SettingError
from core.experiment import StopRules
from core.training.events import Evaluated, Finished, Improved, StepDone
from core.training.session import Session
from core.training.stopping import WORST, Standing
from core.training.trainer import train
from tests.core.small_runs import same_bits, small_data, small_experiment


def session_with(rules: StopRules, **about) -> Session:
    experiment = small_experiment(**about)
    return Session(replace(experiment, training=replace(experiment.training, stop=rules)), small_data())


def test_that_without_rules_the_epochs_decide():
    events = list(train(session_with(StopRules(), epochs=2)))
    assert events[-1].reason == "epochs"
    assert events[-1].epoch == 2


def test_that_a_target_ends_the_run_at_the_first_evaluation_that_reaches_it():
    events = list(train(session_with(StopRules(accuracy=0.6), epochs=40)))
    seen = [event for event in events if isinstance(event, Evaluated)]
    assert events[-1].reason == "target"
    assert seen[-1].accuracy >= 0.6
    assert all(event.accuracy < 0.6 for event in seen[:-1])
    assert events[-1].iteration == seen[-1].iteration


def test_that_a_target_loss_is_for_regression_alone():
    events = list(train(session_with(StopRules(loss=100.0), epochs=1)))
    assert events[-1].reason == "epochs"


def test_that_patience_ends_the_run_so_many_evaluations_after_the_best():
    events = list(train(session_with(StopRules(patience=4), epochs=400, evaluate_every=3)))
    accuracies = [event.accuracy for event in events if isinstance(event, Evaluated)]
    assert events[-1].reason == "patience"
    best = int(np.argmax(accuracies))
    assert len(accuracies) - 1 - best == 4


def test_that_early_stopping_hands_over_the_best_state():
    session = session_with(StopRules(patience=4), epochs=400, evaluate_every=3)
    events = list(train(session))
    best = [event.snapshot for event in events if isinstance(event, Improved)][-1]
    assert best.iteration == session.standing.best_iteration
    again = session_with(StopRules(), epochs=400, evaluate_every=3)
    for event in train(again):
        if isinstance(event, StepDone) and event.iteration == best.iteration:
            break
    assert same_bits(best.theta, again.network.theta)


def test_that_time_ends_the_run(monkeypatch):
    now = iter(np.arange(0.0, 1000.0, 0.25))
    monkeypatch.setattr("core.training.session.time.perf_counter", lambda: float(next(now)))
    session = session_with(StopRules(seconds=2.0), epochs=400, evaluate_every=1000)
    events = list(train(session))
    assert isinstance(events[-1], Finished)
    assert events[-1].reason == "time"
    assert session.iteration == 7, "seven updates of 0.25 s, and one look after the first epoch"


def test_that_patience_goes_on_counting_after_a_restart_from_a_snapshot():
    rules = StopRules(patience=4)
    whole = [e.iteration for e in train(session_with(rules, epochs=400, evaluate_every=3)) if isinstance(e, Finished)]
    first = session_with(rules, epochs=400, evaluate_every=3)
    for event in train(first):
        if isinstance(event, Evaluated) and first.standing.waited == 2:
            break
    again = session_with(rules, epochs=400, evaluate_every=3)
    again.restore(first.snapshot())
    assert [event.iteration for event in train(again) if isinstance(event, Finished)] == whole


def test_that_a_run_goes_on_when_its_rule_is_lifted():
    session = session_with(StopRules(accuracy=0.6), epochs=40)
    list(train(session))
    assert session.finished
    session.change(replace(session.training, stop=StopRules()))
    assert not session.finished


def test_that_rules_change_nothing_of_the_losses():
    plain = [e.loss for e in train(session_with(StopRules(), epochs=3)) if isinstance(e, StepDone)]
    ruled = [e.loss for e in train(session_with(StopRules(patience=1000, seconds=1e6), epochs=3)) if isinstance(e, StepDone)]
    assert plain == ruled


def test_that_a_loss_that_is_not_finite_is_no_improvement():
    standing = Standing().after(1, float("nan"), float("nan"))
    assert (standing.score, standing.waited) == (WORST, 1)


def test_that_a_rule_out_of_its_range_is_refused():
    with pytest.raises(SettingError, match=r"accuracy is 1\.5"):
        StopRules(accuracy=1.5)
