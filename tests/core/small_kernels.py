"""Kernels that do with small images what they else do with large ones only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from core.kernels import affine, elementwise, im2col, lowering, pooling, winograd, workers


@contextmanager
def small_portions() -> Iterator[None]:
    """Let everything be done in parts, on both threads, and by Winograd where it can be at all."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "WORTH_SHARING", 1)
        patch.setattr(affine, "LARGE", 1)
        patch.setattr("core.layers.affine.SMALL", 0)
        patch.setattr(elementwise, "WORTH_SHARING", 1)
        patch.setattr(elementwise, "PART_NUMBERS", 100)
        patch.setattr(winograd, "LEAST_CHANNELS", 1)
        patch.setattr(winograd, "LEAST_CHANNELS_BACK", 1)
        patch.setattr(winograd, "LEAST_TILES", 1)
        patch.setattr(im2col, "TILE_BYTES", 500)
        patch.setattr(lowering, "LEAST_RUN", 2)
        patch.setattr(lowering, "TILE_NUMBERS", 300)
        patch.setattr(lowering, "SMALL_PRODUCT", 5000)
        patch.setattr(pooling, "BLOCK_BYTES", 500)
        yield
