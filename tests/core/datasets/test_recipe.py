from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.datasets import RawData, Samples
from core.datasets.base import Cancelled
from core.datasets.recipe import DataRecipe, prepare, scaling_of, split
from core.errors import DataError
from core.fields import ComponentSpec


def raw(count=100, test=0):
    x = np.arange(count * 6, dtype=np.float32).reshape(count, 1, 2, 3)
    part = Samples(x, np.arange(count) % 3)
    rest = Samples(x[:test] + 1000, np.arange(test) % 3) if test else None
    return RawData(part, rest, "classification", ("a", "b", "c"))


def rows(samples, data):
    return set(np.rint(samples.x.reshape(len(samples), -1)[:, 0] * data.scale + data.offset).astype(int).tolist())


@given(st.integers(20, 200), st.floats(0, 0.4), st.floats(0, 0.4), st.integers(0, 99))
@settings(max_examples=40, deadline=None)
def test_that_every_sample_comes_into_one_part(count, validation, test, seed):
    data = split(raw(count), DataRecipe(validation=validation, test=test), seed)
    parts = [rows(part, data) for part in (data.train, data.validation, data.test)]
    assert sum(map(len, parts)) == len(set.union(*parts)) == count
    assert all(parts)


def test_that_a_test_part_of_its_own_is_kept_whole_and_in_order():
    source = raw(50, test=12)
    data = split(source, DataRecipe(scaling="none"), 0)
    assert np.array_equal(data.test.x, source.test.x)
    assert len(data.train) + len(data.validation) == 50


def test_that_the_source_is_left_as_it_was():
    source = raw(50, test=12)
    before = source.train.x.copy(), source.test.x.copy()
    split(source, DataRecipe(scaling="standard"), 0)
    assert np.array_equal(source.train.x, before[0])
    assert np.array_equal(source.test.x, before[1])


def test_that_prepared_data_cannot_be_written_to():
    data = split(raw(test=10), DataRecipe(), 0)
    for part in (data.train, data.validation, data.test):
        assert not part.x.flags.writeable
        assert not part.t.flags.writeable
        assert part.x.flags.c_contiguous


@pytest.mark.parametrize(("scaling", "figures"), [("unit", (0, 1)), ("none", None), ("standard", None)])
def test_that_scaling_takes_its_figures_from_the_training_part(scaling, figures):
    source = raw(100, test=10)
    data = split(source, DataRecipe(scaling=scaling), 0)
    assert data.train.x.dtype == np.float32
    if scaling == "unit":
        assert (data.train.x.min(), data.train.x.max()) == figures
        assert data.test.x.max() > 1
    if scaling == "standard":
        assert np.isclose(data.train.x.mean(), 0, atol=1e-6)
        assert np.isclose(data.train.x.std(), 1, atol=1e-6)
    assert np.allclose(data.test.x * data.scale + data.offset, source.test.x, rtol=1e-5)


def test_that_a_constant_input_is_not_divided_by_zero():
    for scaling in ("unit", "standard"):
        assert scaling_of(np.full(10, 3.0), scaling)[1] == 1


def test_that_flattening_lays_out_each_image_as_a_vector():
    flat, square = (split(raw(), DataRecipe(flatten=flatten), 0) for flatten in (True, False))
    assert flat.input_shape == (6,)
    assert np.array_equal(flat.train.x, square.train.x.reshape(len(square.train), -1))


def test_that_the_seed_decides_the_split():
    first, same, other = (split(raw(), DataRecipe(), seed) for seed in (1, 1, 2))
    assert np.array_equal(first.train.x, same.train.x)
    assert not np.array_equal(first.train.x, other.train.x)


@pytest.mark.parametrize("count", [0, 9])
def test_that_too_few_samples_are_refused(count):
    with pytest.raises(DataError, match="too few"):
        split(raw(count), DataRecipe(), 0)
    with pytest.raises(DataError, match="too few"):
        split(raw(10), DataRecipe(validation=0.5, test=0.5), 0)


def test_that_outputs_follow_the_task():
    assert prepare(DataRecipe(), 0).outputs == 10
    assert prepare(DataRecipe(ComponentSpec.of("Sine", samples=50)), 0).outputs == 1


def test_that_preparing_can_be_stopped():
    def stop(done):
        raise Cancelled

    with pytest.raises(Cancelled):
        prepare(replace(DataRecipe(), source=ComponentSpec.of("DrawnDigits", samples=100)), 0, stop)
