from __future__ import annotations

import numpy as np
import pytest

from core.kernels.constants import Constant


@pytest.mark.parametrize("shape", [(3,), (2, 5), (2, 3, 4, 5)])
def test_that_a_constant_fits_its_array(shape: tuple[int, ...]) -> None:
    x = np.ones(shape, np.float32)
    twos = Constant(2).like(x)
    assert twos.dtype == np.float32
    assert twos.shape == shape
    assert (twos == 2).all()


def test_that_a_constant_is_made_anew_only_for_another_shape_or_kind_of_number() -> None:
    zeros = Constant(0)
    first = zeros.like(np.ones((4, 3), np.float32))
    assert zeros.like(np.ones((4, 3), np.float32)) is first
    assert zeros.like(np.ones((5, 3), np.float32)).shape == (5, 3)
    assert zeros.like(np.ones((5, 3))).dtype == np.float64


def test_that_a_row_has_as_many_numbers_as_asked_for() -> None:
    ones = Constant(1)
    assert ones.row(4, np.ones(1, np.float32)).dtype == np.float32
    assert ones.row(6, np.ones(1)).tolist() == [1] * 6
