"""Memory order of images: batch innermost for the kernels, batch first for people."""

from __future__ import annotations

import numpy as np

from core.arrays import Array


def batch_last(x: Array) -> Array:
    """Return ``(N, C, H, W)`` as contiguous ``(C, H, W, N)``; free when it came from a kernel."""
    return np.ascontiguousarray(x.transpose(1, 2, 3, 0))


def batch_first(x: Array) -> Array:
    """Return ``(C, H, W, N)`` as a view of shape ``(N, C, H, W)``."""
    return x.transpose(3, 0, 1, 2)


def framed(x: Array, pad: int, value: float = 0.0) -> Array:
    """Return ``(C, H, W, N)`` with a frame of `pad` constant pixels around each image; `x` itself for none."""
    if not pad:
        return x
    channels, height, width, batch = x.shape
    out = np.empty((channels, height + 2 * pad, width + 2 * pad, batch), x.dtype)
    out[:, :pad] = value
    out[:, -pad:] = value
    out[:, pad:-pad, :pad] = value
    out[:, pad:-pad, -pad:] = value
    out[:, pad:-pad, pad:-pad] = x
    return out


def unframed(x: Array, pad: int) -> Array:
    """Return a view without the frame."""
    return x[:, pad:-pad, pad:-pad] if pad else x
