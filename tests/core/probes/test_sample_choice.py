import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.datasets.base import Samples
from core.probes.sample_choice import choose_samples


def samples(labels: list[int]) -> Samples:
    return Samples(np.zeros((len(labels), 2), np.float32), np.array(labels, np.int64))


@given(st.lists(st.integers(0, 4), min_size=1, max_size=60), st.integers(1, 15), st.integers(0, 9))
def test_that_no_class_comes_twice_before_every_class_came_once(labels, count, seed):
    rows = choose_samples(samples(labels), "classification", count, np.random.default_rng(seed))
    assert len(set(rows.tolist())) == len(rows) == min(count, len(labels))
    chosen = np.bincount(np.array(labels)[rows], minlength=5)
    there = np.bincount(labels, minlength=5)
    for label in np.flatnonzero(there):
        if chosen[label] < there[label]:
            assert chosen[label] >= chosen.max() - 1


def test_that_the_same_seed_chooses_the_same_samples():
    labels = [n % 10 for n in range(100)]
    first, second = (choose_samples(samples(labels), "classification", 12, np.random.default_rng(3)) for _ in range(2))
    np.testing.assert_array_equal(first, second)


def test_that_regression_chooses_any_samples():
    values = Samples(np.zeros((5, 1), np.float32), np.zeros((5, 1), np.float32))
    assert sorted(choose_samples(values, "regression", 9, np.random.default_rng(0))) == [0, 1, 2, 3, 4]
