from __future__ import annotations

import gc
import threading
import time

import numpy as np
import pytest

from core.errors import SettingError
from core.kernels.engine import PLAIN, EngineChoice
from core.kernels.workers import WORTH_SHARING, Workers


def kernel_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "kernels"]


@pytest.mark.parametrize("threads", [1, 2])
def test_that_both_halves_are_done_when_the_call_returns(threads: int) -> None:
    workers, seen = Workers(threads), np.zeros(2, int)

    def slow() -> None:
        time.sleep(0.01)
        seen[1] += 1

    for _ in range(3):
        workers.both(lambda: seen.__setitem__(0, seen[0] + 1), slow)
        assert seen[0] == seen[1]
    assert seen.tolist() == [3, 3]


def test_that_two_threads_are_two() -> None:
    here: list[int] = []
    Workers(2).both(lambda: here.append(threading.get_ident()), lambda: here.append(threading.get_ident()))
    assert len(set(here)) == 2


def test_that_one_thread_begins_no_other() -> None:
    before = kernel_threads()
    Workers(1).split(10, WORTH_SHARING, lambda part: None)
    assert kernel_threads() == before
    assert PLAIN.workers.threads == 1


def test_that_the_thread_ends_with_its_owner() -> None:
    workers = Workers(2)
    before = kernel_threads()
    workers.both(lambda: None, lambda: None)
    (mine,) = set(kernel_threads()) - set(before)
    del workers
    gc.collect()
    mine.join(5)
    assert not mine.is_alive()


def fail() -> None:
    raise ValueError("a half")


@pytest.mark.parametrize("threads", [1, 2])
def test_that_an_error_in_either_half_comes_out_and_the_next_call_works(threads: int) -> None:
    workers, done = Workers(threads), []
    with pytest.raises(ValueError, match="a half"):
        workers.both(lambda: None, fail)
    with pytest.raises(ValueError, match="a half"):
        workers.both(fail, lambda: None)
    workers.both(lambda: done.append(0), lambda: done.append(1))
    assert sorted(done) == [0, 1]


def test_that_what_numpy_is_to_ignore_holds_in_both_threads() -> None:
    large = np.array([1e38], np.float32)
    with np.errstate(over="ignore"):
        Workers(2).both(lambda: np.multiply(large, large), lambda: np.multiply(large, large))
    with np.errstate(over="raise"), pytest.raises(FloatingPointError):
        Workers(2).both(lambda: None, lambda: np.multiply(large, large))


@pytest.mark.parametrize("count", [0, 1, 2, 7])
@pytest.mark.parametrize("size", [1, WORTH_SHARING])
@pytest.mark.parametrize("threads", [1, 2])
def test_that_a_split_covers_every_index_once(count: int, size: int, threads: int) -> None:
    seen = np.zeros(count, int)

    def work(part: slice) -> None:
        seen[part] += 1

    Workers(threads).split(count, size, work)
    assert (seen == 1).all()


@pytest.mark.parametrize("threads", [0, 3])
def test_that_a_choice_has_one_thread_or_two(threads: int) -> None:
    with pytest.raises(SettingError):
        EngineChoice(threads=threads)
