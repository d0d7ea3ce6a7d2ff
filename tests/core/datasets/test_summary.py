from __future__ import annotations

import numpy as np
import pytest

from core.datasets.recipe import DataRecipe, prepare
from core.datasets.summary import EXAMPLES, summarise
from core.fields import ComponentSpec


@pytest.fixture(scope="module")
def digits():
    return prepare(DataRecipe(), 0)


def test_that_the_counts_add_up(digits):
    summary = summarise(digits)
    assert [part.name for part in summary.parts] == ["train", "validation", "test"]
    assert sum(part.count for part in summary.parts) == 1797
    assert [sum(part.per_class) for part in summary.parts] == [part.count for part in summary.parts]
    assert [sum(counts) for counts in zip(*(part.per_class for part in summary.parts), strict=True)] == [
        178, 182, 177, 183, 181, 182, 181, 179, 174, 180
    ]  # fmt: skip


@pytest.mark.parametrize("scaling", ["unit", "standard", "none"])
def test_that_the_raw_figures_are_those_of_the_source(scaling):
    raw = summarise(prepare(DataRecipe(scaling=scaling), 0)).raw
    assert np.isclose(raw.minimum, 0, atol=1e-5)
    assert np.isclose(raw.maximum, 16, rtol=1e-6)
    assert np.isclose(raw.mean, 4.88, atol=0.05)
    assert np.isclose(raw.std, 6.02, atol=0.05)


def test_that_examples_belong_to_their_class(digits):
    examples = summarise(digits).examples
    assert len(examples) == 10
    for label, rows in enumerate(examples):
        assert len(rows) == EXAMPLES
        assert (digits.train.t[list(rows)] == label).all()


def test_that_examples_of_values_run_from_the_least_to_the_greatest():
    data = prepare(DataRecipe(ComponentSpec.of("Plane", samples=200)), 0)
    summary = summarise(data)
    (rows,) = summary.examples
    values = data.train.t[list(rows), 0]
    assert (np.diff(values) >= 0).all()
    assert values[0] == data.train.t.min()
    assert values[-1] == data.train.t.max() == summary.targets.maximum
    assert summary.parts[0].per_class == ()
