"""The page of branches side by side."""

from __future__ import annotations

from typing import Any

import numpy as np

from core.arrays import Array
from core.files.code.book.layers.sequential import Sequential


class Parallel:
    """Branches that look at the same input; their outputs are laid behind one another, or added (book, section 8.2.3)."""

    def __init__(self, *branches: dict[str, Any], merge: str = "concat") -> None:
        self.branches, self.merge = list(branches), merge
        self.ways = [Sequential(branch) for branch in branches]

    def forward(self, x: Array, train: bool = False) -> Array:
        parts = [way.forward(x, train) for way in self.ways]
        if self.merge == "concat":
            self.ends = np.cumsum([part.shape[1] for part in parts])[:-1]
            return np.concatenate(parts, axis=1)
        return self.total(parts)

    def backward(self, dout: Array) -> Array:
        parts = np.split(dout, self.ends, axis=1) if self.merge == "concat" else [dout] * len(self.ways)
        return self.total([way.backward(part) for way, part in zip(self.ways, parts, strict=True)])

    def total(self, parts: list[Array]) -> Array:
        """Add the parts up."""
        total = parts[0] + parts[1]
        for part in parts[2:]:
            total += part
        return total
