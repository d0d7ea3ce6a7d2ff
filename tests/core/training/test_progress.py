"""What a run told is kept number by number, and goes into a history as it was."""

from __future__ import annotations

import numpy as np

from core.training.events import Evaluated, Measured, StepDone
from core.training.history import History
from core.training.progress import Progress
from core.training.rows import Rows


def test_that_rows_come_back_as_they_were_added():
    rows = Rows()
    assert not rows
    assert len(rows.view(3)) == 0
    rows.append((1, 0.5, float("nan")))
    rows.append((2, 0.25, 3.0))
    assert rows
    np.testing.assert_array_equal(rows.view(3), [[1, 0.5, np.nan], [2, 0.25, 3.0]])


def test_that_later_rows_follow_and_stay_where_they_came_from():
    rows, later = Rows(), Rows()
    later.append((1.0, 2.0))
    rows.extend(later)
    rows.extend(Rows())
    later.append((3.0, 4.0))
    assert rows.view(2).tolist() == [[1.0, 2.0]]
    assert later.view(2).tolist() == [[1.0, 2.0], [3.0, 4.0]]


def test_that_a_history_takes_everything_that_was_told_in_two_messages():
    first, second = Progress(), Progress()
    assert not first
    first.note(StepDone(1, 2.0, 0.5, 0.1, 0.1, 0.01))
    first.note(Measured(1, 0.1, 0.01, (3.0, 4.0), (0.3, 0.4)))
    first.note(Evaluated(1, 0.1, 1.9, 0.6, 0.02))
    second.note(StepDone(2, 1.0, 0.75, 0.1, 0.2, 0.03))
    first.extend(second)
    history = History()
    history.take(first)
    curves = history.curves()
    assert curves.steps.tolist() == [[1, 2.0, 0.5, 0.1, 0.1, 0.01], [2, 1.0, 0.75, 0.1, 0.2, 0.03]]
    assert curves.gradients.tolist() == [[3.0, 4.0]]
    assert curves.updates.tolist() == [[0.3, 0.4]]
    assert curves.evaluations.tolist() == [[1, 0.1, 1.9, 0.6, 0.02]]
