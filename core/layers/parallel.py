"""Several branches side by side (the inception module; Szegedy et al. 2014, arXiv 1409.4842)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array, Shape
from core.errors import ShapeError
from core.fields import ChoiceField
from core.layers.base import LAYERS, shape_text
from core.layers.container import Container


@LAYERS.register
class Parallel(Container):
    """All branches receive the same input; their outputs are laid behind one another by channel, or added.

    Backward gives each branch its part of dout and adds up what the branches return.
    """

    help = "Several branches look at the same input; their outputs are joined."
    book = "8.2.3"
    branch_count = (2, 8)

    merge = ChoiceField("concat", choices=("concat", "add"), help="Lay the outputs behind one another by channel, or add them.")

    def output_shape(self, shape: Shape) -> Shape:
        shapes = [branch.shapes(shape)[-1] for branch in self.branches]
        first = shapes[0]
        alike = {s[1:] if self.merge == "concat" else s for s in shapes}
        if len(alike) > 1 or len({len(s) for s in shapes}) > 1:
            received = ", ".join(shape_text(s) for s in shapes)
            raise ShapeError("branches_differ", kind="Parallel", merge=self.merge, received=received)
        return (sum(s[0] for s in shapes), *first[1:]) if self.merge == "concat" else first

    def forward(self, x: Array, training: bool = False) -> Array:
        parts = [branch.forward(x, training) for branch in self.branches]
        if self.merge == "add":
            return _added(parts)
        if training:
            self._ends = np.cumsum([part.shape[1] for part in parts])[:-1]
        return np.concatenate(parts, axis=1)

    def backward(self, dout: Array) -> Array:
        parts = [dout] * len(self.branches) if self.merge == "add" else np.split(dout, self._ends, axis=1)
        return _added([branch.backward(part) for branch, part in zip(self.branches, parts, strict=True)])


def _added(parts: list[Array]) -> Array:
    total = parts[0] + parts[1]
    for part in parts[2:]:
        total += part
    return total
