"""Two numbers as what a person thinks will help: their squares, their product, their sines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from core.arrays import Array, Shape
from core.errors import ShapeError
from core.fields import BoolField
from core.layers.base import LAYERS, Layer, require_vector, shape_text


@dataclass(frozen=True, slots=True)
class Feature:
    """One function of two inputs.

    Parameters
    ----------
    symbol
        How it is written.
    value
        What it is of both inputs.
    by_first, by_second
        Its slopes; None where an input does not come in.
    """

    symbol: str
    value: Callable[[Array, Array], Array]
    by_first: Callable[[Array, Array], Array] | None = None
    by_second: Callable[[Array, Array], Array] | None = None


def _share(part: Array, a: Array, b: Array) -> Array:
    """Return ``part / √(a² + b²)``, 0 at the origin, where the radius has no slope."""
    radius = np.hypot(a, b)
    return np.divide(part, radius, out=np.zeros_like(radius), where=radius > 0)


FEATURES: Final = {
    "first": Feature("x₁", lambda a, _b: a, lambda a, _b: np.ones_like(a)),
    "second": Feature("x₂", lambda _a, b: b, by_second=lambda _a, b: np.ones_like(b)),
    "first_squared": Feature("x₁²", lambda a, _b: a * a, lambda a, _b: 2 * a),
    "second_squared": Feature("x₂²", lambda _a, b: b * b, by_second=lambda _a, b: 2 * b),
    "product": Feature("x₁x₂", lambda a, b: a * b, lambda _a, b: b, lambda a, _b: a),
    "sine_first": Feature("sin x₁", lambda a, _b: np.sin(a), lambda a, _b: np.cos(a)),
    "sine_second": Feature("sin x₂", lambda _a, b: np.sin(b), by_second=lambda _a, b: np.cos(b)),
    "radius": Feature("r", np.hypot, lambda a, b: _share(a, a, b), lambda a, b: _share(b, a, b)),
}
"""By the name of the setting."""


@LAYERS.register
class Features(Layer):
    """Chosen functions of the two inputs side by side: (N, 2) becomes (N, K), in the order of the settings.

    Nothing is learned here. Backward: ``dx_i = Σ_k dout_k · ∂f_k/∂x_i``.
    """

    help = "Turns two inputs into chosen functions of them, such as squares, the product or sines."
    family = "shape"

    first = BoolField(True, title="x₁", help="The first input as it is.")
    second = BoolField(True, title="x₂", help="The second input as it is.")
    first_squared = BoolField(False, title="x₁²", help="The square of the first input.")
    second_squared = BoolField(False, title="x₂²", help="The square of the second input.")
    product = BoolField(False, title="x₁x₂", help="The product of both inputs.")
    sine_first = BoolField(False, title="sin x₁", help="The sine of the first input.")
    sine_second = BoolField(False, title="sin x₂", help="The sine of the second input.")
    radius = BoolField(False, title="r", help="How far the point is from the origin.")

    @property
    def chosen(self) -> tuple[str, ...]:
        """The settings that are switched on, in order."""
        return tuple(name for name in FEATURES if getattr(self, name))

    def output_shape(self, shape: Shape) -> Shape:
        if require_vector(self, shape) != 2:
            raise ShapeError("features_inputs", kind="Features", received=shape_text(shape))
        if not self.chosen:
            raise ShapeError("features_none", kind="Features")
        return (len(self.chosen),)

    def forward(self, x: Array, training: bool = False) -> Array:
        a, b = x[:, 0], x[:, 1]
        if training:
            self._x = x
        return np.stack([FEATURES[name].value(a, b) for name in self.chosen], axis=1)

    def backward(self, dout: Array) -> Array:
        a, b = self._x[:, 0], self._x[:, 1]
        dx = np.zeros_like(self._x)
        for column, name in enumerate(self.chosen):
            feature = FEATURES[name]
            for place, slope in enumerate((feature.by_first, feature.by_second)):
                if slope is not None:
                    dx[:, place] += dout[:, column] * slope(a, b)
        return dx
