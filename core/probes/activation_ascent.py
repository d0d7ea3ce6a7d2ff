"""A picture that a unit likes, found by climbing its activation (activation maximisation, Erhan et al. 2009).

Without any constraint the climb ends in noise that no camera ever saw. The regularisers keep it near pictures: decay
pulls towards the ground, blur takes away what changes from pixel to pixel, jitter makes the place unimportant.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from core.arrays import Array, Shape
from core.layers.base import Layer
from core.probes.path import backward_along, forward_along

BLUR_EVERY = 4
"""Steps between two blurs: at every step nothing fine could ever grow."""


@dataclass(frozen=True, slots=True)
class Regularisers:
    """What keeps the climb near pictures.

    Parameters
    ----------
    decay
        Share of the distance to the ground that is given up at each step, 0 to 1.
    blur
        Standard deviation in pixels; 0 for none.
    jitter
        The picture is moved by at most so many pixels before each step, and back after it.
    """

    decay: float = 0.01
    blur: float = 0.5
    jitter: int = 1


@dataclass(frozen=True, slots=True)
class Ascent:
    """Where the climb stands.

    Parameters
    ----------
    picture
        ``(C, H, W)``, prepared as the data is.
    activations
        The unit's value before each step so far.
    """

    picture: Array
    activations: tuple[float, ...] = ()

    @property
    def steps(self) -> int:
        """How many steps were made."""
        return len(self.activations)


@dataclass(frozen=True, slots=True)
class Slope:
    """What is climbed.

    Parameters
    ----------
    path
        The layers up to the unit's, of a network of `core.probes.asked_network`.
    channel
        Which map, or which number of a vector.
    whole_map
        True for the mean of the map, False for its middle value.
    input_shape
        What the network takes: the picture, or the same laid out as a vector.
    low, high, ground
        The values between which the picture stays, and that of nothing.
    rate
        The length of a step as a share of the range, for a picture pixel of typical gradient.
    """

    path: tuple[Layer, ...]
    channel: int
    whole_map: bool
    input_shape: Shape
    low: float
    high: float
    ground: float
    rate: float = 0.05


def begin_ascent(slope: Slope, shape: Shape, rng: np.random.Generator) -> Ascent:
    """Return a picture ``(C, H, W)`` of faint noise on the ground."""
    noise = rng.uniform(-0.1, 0.1, shape) * (slope.high - slope.low)
    return Ascent(np.clip(slope.ground + noise, slope.low, slope.high).astype(np.float32))


def climb(slope: Slope, ascent: Ascent, regularisers: Regularisers, rng: np.random.Generator, steps: int) -> Ascent:
    """Make some steps up; each is the gradient divided by its root mean square, so that its length is known."""
    picture, values = ascent.picture, list(ascent.activations)
    for _ in range(steps):
        down, right = rng.integers(-regularisers.jitter, regularisers.jitter + 1, 2)
        moved = np.roll(picture, (down, right), (1, 2))
        value, gradient = value_and_gradient(slope, moved)
        values.append(value)
        size = float(np.sqrt(np.mean(np.square(gradient, dtype=np.float64))))
        if size > 0:
            moved = moved + (slope.rate * (slope.high - slope.low) / size) * gradient
        picture = np.roll(moved, (-down, -right), (1, 2))
        picture = slope.ground + (1 - regularisers.decay) * (picture - slope.ground)
        if regularisers.blur > 0 and len(values) % BLUR_EVERY == 0:
            picture = blurred(picture, regularisers.blur)
        picture = np.clip(picture, slope.low, slope.high).astype(np.float32)
    return replace(ascent, picture=picture, activations=tuple(values))


def value_and_gradient(slope: Slope, picture: Array) -> tuple[float, Array]:
    """Return the unit's value for a picture ``(C, H, W)`` and its gradient by it."""
    y = forward_along(slope.path, picture.reshape(1, *slope.input_shape))
    dout = np.zeros_like(y)
    if y.ndim == 4 and slope.whole_map:
        dout[0, slope.channel] = 1 / y[0, slope.channel].size
    elif y.ndim == 4:
        dout[0, slope.channel, y.shape[2] // 2, y.shape[3] // 2] = 1
    else:
        dout[0, slope.channel] = 1
    value = float((y * dout).sum(dtype=np.float64))
    return value, backward_along(slope.path, dout).reshape(picture.shape)


def blurred(picture: Array, deviation: float) -> Array:
    """Return images ``(C, H, W)`` under a Gaussian of that many pixels; the rim is mirrored."""
    reach = max(1, int(np.ceil(3 * deviation)))
    reach = min(reach, picture.shape[1] - 1, picture.shape[2] - 1)
    if reach < 1:
        return picture
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / deviation) ** 2)
    weights /= weights.sum()
    for axis in (1, 2):
        pads = [(reach, reach) if a == axis else (0, 0) for a in range(3)]
        padded = np.pad(picture, pads, mode="reflect")
        size = picture.shape[axis]
        picture = sum(w * np.take(padded, np.arange(n, n + size), axis=axis) for n, w in enumerate(weights))
    return picture
