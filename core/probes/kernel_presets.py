"""Kernels that everybody should have tried once: what image processing did by hand before networks learned it."""

from __future__ import annotations

from typing import Final, Literal, get_args

import numpy as np

from core.arrays import Array
from core.probes.convolution_view import resized

Preset = Literal["identity", "blur", "sharpen", "sobel_x", "sobel_y", "emboss", "outline", "negative", "zero"]
PRESETS: Final[tuple[Preset, ...]] = get_args(Preset)

_THREE: Final[dict[Preset, tuple[tuple[float, ...], ...]]] = {
    "identity": ((0, 0, 0), (0, 1, 0), (0, 0, 0)),
    "sharpen": ((0, -1, 0), (-1, 5, -1), (0, -1, 0)),
    "sobel_x": ((-1, 0, 1), (-2, 0, 2), (-1, 0, 1)),
    "sobel_y": ((-1, -2, -1), (0, 0, 0), (1, 2, 1)),
    "emboss": ((-2, -1, 0), (-1, 1, 1), (0, 1, 2)),
    "outline": ((-1, -1, -1), (-1, 8, -1), (-1, -1, -1)),
}
"""Kernels of three by three; larger ones get a frame of zeros, smaller ones their middle."""


def preset_kernel(preset: Preset, present: Array) -> Array:
    """Return a kernel ``(H, W)`` in the size of the present one.

    Blur is even over the whole kernel, its sum 1; negative turns the signs of the present kernel.
    """
    height, width = present.shape
    if preset == "negative":
        turned: Array = -present
        return turned
    if preset == "zero":
        return np.zeros_like(present)
    if preset == "blur":
        return np.full_like(present, 1 / present.size)
    side = max(height, width)
    kernel = resized(np.array([_THREE[preset]], present.dtype), side)[0]
    top, left = (side - height) // 2, (side - width) // 2
    cut: Array = kernel[top : top + height, left : left + width]
    return cut
