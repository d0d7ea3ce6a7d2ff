"""What the worker thread said, in order and in few messages."""

from __future__ import annotations

from core.training.events import Evaluated, StepDone
from core.training.history import History
from core.training.progress import Progress
from workbench.training.inbox import Inbox, Rested, Speed


def progress(*iterations: int, seen: Evaluated | None = None) -> Progress:
    told = Progress()
    for iteration in iterations:
        told.note(StepDone(iteration, 1.0, 0.5, 0.1, 0.0))
    if seen is not None:
        told.note(seen)
    return told


def iterations(told: Progress) -> list[float]:
    return told.steps.view(6)[:, 0].tolist()


def test_that_steps_that_follow_each_other_come_as_one_message_in_their_order() -> None:
    inbox = Inbox()
    inbox.put(1, progress(1, 2))
    inbox.put(1, progress(3))
    inbox.put(1, Speed(10.0, 1.0))
    inbox.put(1, progress(4))
    first, speed, second = [message for _, message in inbox.drain({1})]
    assert iterations(first) == [1, 2, 3]
    assert isinstance(speed, Speed)
    assert iterations(second) == [4]
    assert [message for _, message in inbox.drain({1})] == []


def test_that_looks_at_the_validation_data_come_with_the_steps_between_them() -> None:
    inbox = Inbox()
    inbox.put(1, progress(1, seen=Evaluated(1, 0.1, 2.0, 0.5)))
    inbox.put(1, progress(2, seen=Evaluated(2, 0.2, 1.0, 0.6)))
    ((_, told),) = inbox.drain({1})
    assert told.evaluations.view(5)[:, 0].tolist() == [1, 2]
    history = History()
    history.take(told)
    assert history.curves().evaluations[:, 2].tolist() == [2.0, 1.0]
    history.add(Evaluated(2, 0.2, 0.5, 0.7))
    assert history.curves().evaluations[:, 2].tolist() == [2.0, 0.5]


def test_that_messages_of_earlier_runs_are_forgotten() -> None:
    inbox = Inbox()
    inbox.put(1, progress(1))
    inbox.put(2, progress(7))
    (kept,) = [message for _, message in inbox.drain({2})]
    assert iterations(kept) == [7]


def test_that_an_answer_to_a_command_is_urgent_and_steps_are_not() -> None:
    inbox = Inbox()
    inbox.put(1, progress(1))
    inbox.put(1, Speed(10.0, 1.0))
    assert not inbox.is_urgent
    inbox.put(1, Rested(3))
    assert inbox.is_urgent
    inbox.drain({1})
    assert not inbox.is_urgent
