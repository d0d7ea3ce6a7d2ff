"""Copies that nobody can write to."""

from __future__ import annotations

import mmap

import numpy as np
import pytest

from core.arrays import APART, kept_apart, read_only


@pytest.mark.parametrize("copied", [read_only, kept_apart])
@pytest.mark.parametrize("count", [0, 3, APART])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_that_a_copy_has_the_same_numbers_and_cannot_be_written_to(copied, count: int, dtype: type) -> None:
    original = np.arange(2.0 * count, dtype=dtype).reshape(2, count)
    copy = copied(original)
    assert (copy.dtype, copy.shape) == (original.dtype, original.shape)
    np.testing.assert_array_equal(copy, original)
    original += 1
    assert not count or (copy != original).all()
    with pytest.raises(ValueError, match="read-only"):
        copy[...] = 0


def test_that_only_a_large_copy_that_is_kept_has_memory_of_its_own() -> None:
    def lies_apart(copy: np.ndarray) -> bool:
        while isinstance(copy.base, np.ndarray):
            copy = copy.base
        base = copy.base.obj if isinstance(copy.base, memoryview) else copy.base
        return isinstance(base, mmap.mmap)

    assert lies_apart(kept_apart(np.zeros(APART)))
    assert not lies_apart(kept_apart(np.zeros(8)))
