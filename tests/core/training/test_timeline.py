from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.experiment import TrainingConfig
from core.training.events import Changed, Evaluated, StepDone
from core.training.history import Columns, Curves, History
from core.training.snapshot import Snapshot
from core.training.timeline import Timeline

SIZE = 40
TRAINING = TrainingConfig()


def snapshot(iteration: int, numbers: int = SIZE // 4) -> Snapshot:
    theta = np.full(numbers, iteration, np.float32)
    return Snapshot(iteration, 0, 0, iteration, theta, np.empty(0, np.float32), {}, TRAINING)


def timeline_of(iterations, budget: int) -> Timeline:
    timeline = Timeline(budget)
    for iteration in iterations:
        timeline.keep(snapshot(iteration))
    return timeline


@given(count=st.integers(1, 200), room=st.integers(0, 30))
def test_that_the_budget_holds_and_the_ends_stay(count, room):
    timeline = timeline_of(range(count), room * SIZE)
    assert timeline.nbytes == SIZE * len(timeline.iterations)
    assert timeline.nbytes <= max(room, 2) * SIZE
    assert timeline.iterations[0] == 0
    assert timeline.newest.iteration == count - 1


def test_that_what_remains_is_spread_over_the_run():
    gaps = np.diff(timeline_of(range(1000), 20 * SIZE).iterations)
    assert gaps.max() <= 8 * np.median(gaps)


def test_that_pinned_snapshots_are_never_thinned_out():
    timeline = Timeline(5 * SIZE)
    for iteration in range(200):
        timeline.keep(snapshot(iteration), pin=iteration in {17, 18})
    assert {17, 18} <= set(timeline.iterations)


def test_that_a_network_larger_than_the_budget_keeps_its_ends():
    timeline = timeline_of(range(10), 1)
    assert timeline.iterations == [0, 9]


def test_that_a_snapshot_of_the_same_iteration_replaces_the_old_one():
    timeline = timeline_of([0, 5, 9], 10**6)
    newer = snapshot(5, numbers=20)
    timeline.keep(newer)
    assert timeline.iterations == [0, 5, 9]
    assert timeline.at(5) is newer
    assert timeline.nbytes == 2 * SIZE + 80


def test_that_snapshots_come_in_order_whatever_order_they_were_kept_in():
    assert timeline_of([5, 0, 9, 3], 10**6).iterations == [0, 3, 5, 9]


@pytest.mark.parametrize(("asked", "before", "closest"), [(0, 0, 0), (4, 0, 5), (5, 5, 5), (8, 5, 9), (99, 9, 9)])
def test_that_moments_are_found(asked, before, closest):
    timeline = timeline_of([0, 5, 9], 10**6)
    assert timeline.at(asked).iteration == before
    assert timeline.nearest(asked).iteration == closest


def test_that_an_empty_timeline_has_no_moments():
    timeline = Timeline()
    assert timeline.newest is timeline.at(3) is timeline.nearest(3) is None
    assert timeline.snapshots == ()


# -- the numbers ------------------------------------------------------------------------------------------------------


def step(iteration: int) -> StepDone:
    return StepDone(iteration, 1 / iteration, 0.5, 0.1, iteration / 10)


@given(st.lists(st.integers(0, 400), max_size=6))
def test_that_rows_are_kept_in_their_order(lengths):
    columns, expected = Columns(2), []
    for length in lengths:
        rows = np.arange(2.0 * length).reshape(length, 2) + len(expected)
        columns.extend(rows)
        expected.extend(rows.tolist())
    assert columns.view().tolist() == expected
    assert len(columns) == len(expected)


def test_that_a_view_stays_as_it_was_while_rows_are_added():
    columns = Columns(1)
    columns.append((1.0,))
    view = columns.view()
    for n in range(2000):
        columns.append((float(n),))
    assert view.tolist() == [[1.0]]
    assert not view.flags.writeable


def test_that_a_view_stays_as_it_was_after_rows_were_cut_and_others_written():
    columns = Columns(1)
    columns.extend(np.arange(5.0)[:, None])
    view = columns.view()
    columns.cut(2)
    columns.extend(np.full((3, 1), -1.0))
    assert view[:, 0].tolist() == [0, 1, 2, 3, 4]
    assert columns.view()[:, 0].tolist() == [0, 1, -1, -1, -1]


def test_that_curves_until_a_moment_know_nothing_later():
    history = History()
    history.add_steps([step(n) for n in range(1, 11)])
    history.add(Evaluated(5, 0.5, 1.0, 0.5))
    history.add(Evaluated(10, 1.0, 0.9, 0.6))
    history.add(Changed(7, TRAINING))
    curves = history.curves().until(6)
    assert curves.steps[:, 0].tolist() == [1, 2, 3, 4, 5, 6]
    assert curves.evaluations[:, 0].tolist() == [5]
    assert curves.changes == ()
    assert history.curves().until(7).changes == (Changed(7, TRAINING),)


def test_that_going_back_and_on_forgets_what_came_after():
    history = History()
    history.add_steps([step(n) for n in range(1, 11)])
    history.add(Evaluated(10, 1.0, 0.9, 0.6))
    before = history.curves()
    history.add_steps([step(n) for n in range(4, 7)])
    after = history.curves()
    assert after.steps[:, 0].tolist() == [1, 2, 3, 4, 5, 6]
    assert len(after.evaluations) == 0
    assert before.steps[:, 0].tolist() == list(range(1, 11))


def test_that_a_history_goes_on_from_saved_curves():
    history = History(Curves(np.array([step(1)]), np.empty((0, 5)), (Changed(1, TRAINING),)))
    history.add_steps([step(2)])
    assert history.curves().steps[:, 0].tolist() == [1, 2]
    assert history.curves().changes == (Changed(1, TRAINING),)


def test_that_no_steps_are_no_change():
    history = History()
    history.add_steps([])
    assert len(history.curves().steps) == 0


def test_that_a_history_of_millions_of_updates_keeps_a_bounded_number_of_true_rows(monkeypatch):
    monkeypatch.setattr("core.training.history.MOST_ROWS", 1000)
    history = History()
    for first in range(1, 10_001, 50):
        history.add_steps([step(iteration) for iteration in range(first, first + 50)])
    rows = history.curves().steps
    assert 500 <= len(rows) < 1000
    assert rows[-1, 0] == 10_000
    assert (np.diff(rows[:, 0]) > 0).all()
    np.testing.assert_allclose(rows[:, 1], 1 / rows[:, 0])
