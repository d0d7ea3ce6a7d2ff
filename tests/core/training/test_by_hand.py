"""Parameters set by hand: they are part of the experiment, so the same experiment still gives the same bits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.by_hand import HandSet, HandSets, first_difference, initial_only, with_values
from core.errors import SettingError
from core.experiment import Experiment, change_between
from core.files import RunDocument, load_document, save_document
from core.serial import from_json, to_json
from core.training.replay import replay, session_at
from core.training.session import Session
from tests.core.small_runs import run_steps, same_bits, small_data, small_experiment

FIRST = HandSet(0, "affine1.W", (3, 2), 0.5)
LATER = HandSet(6, "affine1.b", (4,), -2.0)


def experiment(*by_hand: HandSet) -> Experiment:
    return replace(small_experiment(network="Flatten Affine(16) ReLU Dropout(0.5) Affine(3)"), by_hand=by_hand)


def session(*by_hand: HandSet) -> Session:
    return Session(experiment(*by_hand), small_data())


def value(run: Session, each: HandSet) -> float:
    return float(run.network.parameters[each.name][each.index])


def test_that_an_initial_value_set_by_hand_is_there_after_every_restart():
    assert [value(session(FIRST), FIRST) for _ in range(2)] == [0.5, 0.5]


def test_that_a_later_value_is_set_when_the_run_comes_to_its_moment():
    run = session(LATER)
    run_steps(run, 5)
    assert value(run, LATER) != -2.0
    run_steps(run, 1)
    assert value(run, LATER) == -2.0


def test_that_setting_while_training_gives_the_bits_of_the_experiment_that_was_recorded():
    live = session()
    run_steps(live, 6)
    assert live.change_by_hand((LATER,))
    recorded = session(LATER)
    run_steps(recorded, 6)
    assert run_steps(live, 4) == run_steps(recorded, 4)
    assert same_bits(live.network.theta, recorded.network.theta)


def test_that_taking_back_at_once_leaves_no_trace():
    live, plain = session(), session()
    run_steps(live, 6)
    run_steps(plain, 6)
    for by_hand in ((LATER,), (replace(LATER, value=3.0),), ()):
        assert live.change_by_hand(by_hand)
    assert same_bits(live.network.theta, plain.network.theta)


@pytest.mark.parametrize("by_hand", [(), (replace(LATER, value=1.0),)])
def test_that_a_moment_that_is_over_is_reached_again_by_replay(by_hand: HandSets):
    live = session(LATER)
    start = live.snapshot()
    run_steps(live, 8)
    assert not live.change_by_hand(by_hand)
    again = session_at(experiment(*by_hand), small_data(), start, 6)
    expected = session(*by_hand)
    run_steps(expected, 6)
    assert same_bits(again.network.theta, expected.network.theta)


def test_that_a_run_taken_up_at_the_moment_of_a_hand_set_value_goes_on_with_the_same_bits():
    unbroken = session(LATER)
    run_steps(unbroken, 6)
    kept = unbroken.snapshot()
    run_steps(unbroken, 3)
    assert same_bits(replay(experiment(LATER), small_data(), kept, 9).theta, unbroken.network.theta)


def test_that_a_run_taken_up_there_takes_more_values_but_cannot_give_one_back():
    kept = session(FIRST).snapshot()
    taken_up = Session(experiment(FIRST), small_data(), snapshot=kept)
    other = replace(FIRST, index=(0, 0), value=9.0)
    assert taken_up.change_by_hand((FIRST, other))
    assert value(taken_up, other) == 9.0
    assert not taken_up.change_by_hand((other,))


def test_that_values_for_layers_that_are_gone_are_left_alone():
    gone = (HandSet(0, "affine9.W", (0, 0), 1.0), HandSet(0, "affine1.W", (99, 0), 1.0), HandSet(0, "affine1.W", (1,), 1.0))
    assert same_bits(session(*gone).network.theta, session().network.theta)


def test_that_the_same_number_at_the_same_moment_is_set_once_and_all_stand_in_order_of_time():
    twice = with_values(with_values((), [LATER, FIRST]), [replace(LATER, value=7.0)])
    assert twice == (FIRST, replace(LATER, value=7.0))
    assert initial_only(twice) == (FIRST,)
    assert first_difference(twice, (FIRST, LATER)) == 6
    assert first_difference(twice, twice) is None


def test_that_other_values_by_hand_need_no_restart():
    assert change_between(experiment(), experiment(FIRST)) == "by_hand"


def test_that_values_by_hand_are_saved_and_opened_with_the_document(tmp_path):
    place = save_document(tmp_path / "mine.workbench", RunDocument(experiment(FIRST, LATER)))
    assert load_document(place).experiment.by_hand == (FIRST, LATER)
    assert from_json(Experiment, to_json(experiment(FIRST))) == experiment(FIRST)


@pytest.mark.parametrize("bad", [{"iteration": -1}, {"value": float("nan")}, {"value": 1e9}, {"index": (-1, 0)}])
def test_that_a_value_that_cannot_be_set_is_refused(bad):
    with pytest.raises(SettingError):
        replace(FIRST, **bad)
